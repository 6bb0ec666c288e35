package dev.assay.application.report;

import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of a generation one after the other, asked for instead of handed out: a thread of its
 * own reads ahead by a few hundred. The reader is not to be used otherwise meanwhile.
 */
final class EntryStream implements AutoCloseable {

  private static final int CHUNK = 256;
  private static final int AHEAD = 4;
  private static final List<CatalogueEntry> END = List.of();

  private final BlockingQueue<List<CatalogueEntry>> chunks = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private List<CatalogueEntry> chunk = new ArrayList<>(CHUNK);
  private List<CatalogueEntry> current = List.of();
  private int next;
  private boolean ended;
  private volatile @Nullable RuntimeException failure;

  EntryStream(CatalogueReader reader) {
    this.thread = new Thread(() -> readAhead(reader), "catalogue-reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void readAhead(CatalogueReader reader) {
    try {
      reader.forEach(this::offer);
      if (!chunk.isEmpty()) {
        put(chunk);
      }
    } catch (CancellationException e) {
      return;
    } catch (RuntimeException e) {
      failure = e;
    }
    put(END);
  }

  private void offer(CatalogueEntry entry) {
    chunk.add(entry);
    if (chunk.size() == CHUNK) {
      put(chunk);
      chunk = new ArrayList<>(CHUNK);
    }
  }

  private void put(List<CatalogueEntry> full) {
    try {
      chunks.put(full);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("no more is asked for");
    }
  }

  /** The next body; null after the last. */
  @Nullable CatalogueEntry next() {
    while (next == current.size() && !ended) {
      current = take();
      next = 0;
      ended = current.isEmpty();
    }
    RuntimeException trouble = failure;
    if (ended && trouble != null) {
      throw trouble;
    }
    return ended ? null : current.get(next++);
  }

  private List<CatalogueEntry> take() {
    try {
      return chunks.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortException.temporary("reading the catalogue was interrupted", e);
    }
  }

  /** Ends the reading; afterwards the reader may be used or closed. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
