package dev.assay.local;

import dev.assay.ports.CatalogueRow;
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
  private static final List<CatalogueRow> END = List.of();

  /** How often a waiting thread looks whether the other side has given up. */
  private static final long LOOK_MILLIS = 50;

  private final BlockingQueue<List<CatalogueRow>> batches = new ArrayBlockingQueue<>(BATCHES);
  private volatile boolean refused;
  private volatile boolean ended;

  /** Hands over rows, waiting for space; false if nobody will take them any more. */
  boolean offer(List<CatalogueRow> rows) {
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

  /** The next rows, or an empty list after the last. Several threads may ask at once. */
  List<CatalogueRow> take() throws InterruptedException {
    while (!refused) {
      List<CatalogueRow> rows = batches.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (rows != null) {
        return rows;
      }
      if (ended && batches.isEmpty()) {
        return END;
      }
    }
    throw new IllegalStateException("the load was given up");
  }

  /** No more rows will be offered. */
  void end() {
    ended = true;
  }

  /** Nobody takes or offers rows any more. */
  void refuse() {
    refused = true;
  }
}
