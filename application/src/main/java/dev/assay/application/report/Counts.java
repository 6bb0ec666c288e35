package dev.assay.application.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each of a few things occurs. Not thread-safe. */
final class Counts {

  /** What stands for a thing that is not known. */
  static final String UNKNOWN = "unknown";

  private final Map<String, Long> counts = new TreeMap<>();

  /** One count. */
  record Count(String what, long times) {}

  void add(@Nullable String what) {
    counts.merge(what == null ? UNKNOWN : what, 1L, Long::sum);
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** The most frequent first; equal ones by name. */
  List<Count> mostFrequentFirst() {
    return counts.entrySet().stream()
        .map(count -> new Count(count.getKey(), count.getValue()))
        .sorted(Comparator.comparingLong(Count::times).reversed().thenComparing(Count::what))
        .toList();
  }
}
