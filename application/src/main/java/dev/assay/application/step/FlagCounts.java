package dev.assay.application.step;

import dev.assay.domain.value.Flag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts the bodies of which something does not fit together. Thread-safe. */
final class FlagCounts {

  private final AtomicLongArray counts = new AtomicLongArray(Flag.values().length);

  void add(Set<Flag> flags) {
    for (Flag flag : flags) {
      counts.incrementAndGet(flag.ordinal());
    }
  }

  /** How many bodies raised each flag; flags that nobody raised are left out. */
  Map<Flag, Long> counts() {
    Map<Flag, Long> raised = new EnumMap<>(Flag.class);
    for (Flag flag : Flag.values()) {
      if (counts.get(flag.ordinal()) > 0) {
        raised.put(flag, counts.get(flag.ordinal()));
      }
    }
    return raised;
  }

  /** One line for each flag that was raised in any of the parts. */
  static List<String> summary(List<Map<Flag, Long>> parts) {
    Map<Flag, Long> sums = new EnumMap<>(Flag.class);
    parts.forEach(part -> part.forEach((flag, count) -> sums.merge(flag, count, Long::sum)));
    return sums.entrySet().stream().map(sum -> line(sum.getKey(), sum.getValue())).toList();
  }

  private static String line(Flag flag, long count) {
    String bodies = count == 1 ? " body has" : " bodies have";
    return count + bodies + " the flag " + flag.code() + ": " + flag.meaning();
  }
}
