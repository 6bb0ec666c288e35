package dev.assay.local;

import dev.assay.application.step.WriteBatch;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Takes batches off the data queue and has them written, on threads of its own, for as long as it
 * is open. A batch that cannot be written is handed back; the queue decides when it is a dead
 * letter.
 */
public final class BatchWriters implements AutoCloseable {

  /** How often a thread without work looks whether this is closed, which waits for it. */
  private static final Duration LOOK = Duration.ofMillis(10);

  private final GuardedQueue<BodyBatch> batches;
  private final WriteBatch writeBatch;
  private final ExecutorService threads;
  private volatile boolean closed;

  /**
   * Starts the threads.
   *
   * @param batches where batches come from
   * @param writeBatch writes them
   * @param count number of threads, 1 or more
   */
  public BatchWriters(GuardedQueue<BodyBatch> batches, WriteBatch writeBatch, int count) {
    this.batches = batches;
    this.writeBatch = writeBatch;
    this.threads =
        Executors.newFixedThreadPool(
            count,
            work -> {
              Thread thread = new Thread(work, "batch-writer");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < count; i++) {
      threads.execute(this::work);
    }
  }

  private void work() {
    while (!closed) {
      for (Delivery<BodyBatch> delivery : batches.receive(1, LOOK)) {
        write(delivery);
      }
    }
  }

  private void write(Delivery<BodyBatch> delivery) {
    try {
      writeBatch.write(delivery.message());
      batches.acknowledge(delivery);
    } catch (RuntimeException e) {
      // Whatever it is, the message must not be lost and the others must go on.
      if (e instanceof PortException trouble && trouble.kind() == PortException.Kind.PERMANENT) {
        batches.refuse(trouble);
      }
      handBack(delivery, String.valueOf(e.getMessage()));
    }
  }

  /** If not even that is possible, the sender is told; it must not wait for room in the queue. */
  private void handBack(Delivery<BodyBatch> delivery, String reason) {
    try {
      batches.retry(delivery, reason);
    } catch (RuntimeException e) {
      batches.refuse(
          PortException.permanent(
              "a batch could not be written (" + reason + ") nor kept: " + e.getMessage(), e));
      batches.acknowledge(delivery);
    }
  }

  /** Stops taking batches and waits for those in hand. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
