package dev.assay.application.step;

import dev.assay.domain.value.Flag;
import java.util.ArrayList;
import java.util.List;
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

  /** One line for each flag that was raised. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      long count = counts.get(flag.ordinal());
      if (count > 0) {
        String bodies = count == 1 ? " body has" : " bodies have";
        lines.add(count + bodies + " the flag " + flag.code() + ": " + flag.meaning());
      }
    }
    return lines;
  }
}
