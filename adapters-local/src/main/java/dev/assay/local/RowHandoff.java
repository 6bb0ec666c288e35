package dev.assay.local;

import dev.assay.ports.BodyTable;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hands rows from the threads that put them to the threads of the database that ask for them,
 * holding a few batches at most.
 */
final class RowHandoff {

  /** What the database takes at a time. */
  static final int MOST_ROWS = 2048;

  private static final int BATCHES = 2;
  private static final Rows END = new Rows(BodyTable.of(List.of()), 0, 0);

  /** How often a waiting thread looks whether the other side has given up. */
  private static final long LOOK_MILLIS = 50;

  /**
   * Rows of a table.
   *
   * @param table where they are
   * @param from place of the first
   * @param to place behind the last
   */
  record Rows(BodyTable table, int from, int to) {
    int size() {
      return to - from;
    }
  }

  private final BlockingQueue<Rows> batches = new ArrayBlockingQueue<>(BATCHES);
  private volatile boolean refused;
  private volatile boolean ended;

  /** Hands over rows, waiting for space; false if nobody will take them any more. */
  boolean offer(Rows rows) {
    try {
      while (!refused) {
        if (batches.offer(rows, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** The next rows, none after the last. Several threads may ask at once. */
  Rows take() throws InterruptedException {
    while (!refused) {
      Rows rows = batches.poll(ended ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (rows != null && rows.size() > 0) {
        return rows;
      }
      if (ended && batches.isEmpty()) {
        batches.offer(END); // whoever waits as well learns it
        return END;
      }
    }
    throw new IllegalStateException("the load was given up");
  }

  /** No more rows will be offered. */
  void end() {
    ended = true;
    // Wakes a thread that waits; if there is no room, there are rows and nobody waits.
    batches.offer(END);
  }

  /** Nobody takes or offers rows any more. */
  void refuse() {
    refused = true;
  }
}
