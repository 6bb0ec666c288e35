package dev.assay.aws;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which deliveries were ended, the latest of them. Thread-safe. */
final class EndedReceipts {

  private static final int MOST = 10_000;

  private final Map<String, Boolean> ended =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Ends a delivery; false if it was ended before. */
  synchronized boolean end(String receipt) {
    return ended.put(receipt, true) == null;
  }

  /** Takes that back, when ending it failed. */
  synchronized void reopen(String receipt) {
    ended.remove(receipt);
  }
}
