package dev.assay.application.step;

import dev.assay.application.source.SourceRow;
import dev.assay.application.step.BatchValuer.Valued;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.SourceReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes rows one by one, has them valued by several threads, and sends them in the order they came.
 *
 * <p>At most a few batches are under way: when the valuing or the sending falls behind, the reading
 * waits. Used by one thread.
 */
final class ValuingPipeline implements AutoCloseable {

  private static final int BATCHES_PER_WORKER = 3;

  private final GenerationId generation;
  private final BatchValuer valuer;
  private final RunLedger ledger;
  private final BatchQueue<BodyBatch> batches;
  private final ParseSettings settings;
  private final ExecutorService workers;
  private final Deque<Future<Valued>> underWay = new ArrayDeque<>();

  private String sourceName = "";
  private int source;
  private int nextChunk;
  private List<SourceRow> rows = new ArrayList<>();
  private SourceReport report = SourceReport.empty("");

  ValuingPipeline(
      GenerationId generation,
      BatchValuer valuer,
      RunLedger ledger,
      BatchQueue<BodyBatch> batches,
      ParseSettings settings) {
    this.generation = generation;
    this.valuer = valuer;
    this.ledger = ledger;
    this.batches = batches;
    this.settings = settings;
    this.workers = Executors.newFixedThreadPool(settings.workers());
  }

  void begin(String name, int number) {
    sourceName = name;
    source = number;
    report = SourceReport.empty(name);
  }

  void add(SourceRow row) {
    rows.add(row);
    if (rows.size() == settings.batchRows()) {
      submit();
    }
  }

  /** Sends what is left of the source, and tells what became of its rows. */
  SourceReport end() {
    if (!rows.isEmpty()) {
      submit();
    }
    while (!underWay.isEmpty()) {
      sendOldest();
    }
    return report;
  }

  private void submit() {
    String name = sourceName;
    int number = source;
    List<SourceRow> batch = rows;
    rows = new ArrayList<>(settings.batchRows());
    underWay.add(workers.submit(() -> valuer.value(name, number, batch)));
    if (underWay.size() >= BATCHES_PER_WORKER * settings.workers()) {
      sendOldest();
    }
  }

  private void sendOldest() {
    Valued valued = result(underWay.remove());
    report = report.plus(valued.report());
    if (!valued.rows().isEmpty()) {
      int chunk = nextChunk++;
      ledger.expect(generation, chunk, valued.rows().size());
      batches.send(new BodyBatch(generation, chunk, valued.rows()));
    }
  }

  private static Valued result(Future<Valued> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortException.permanent("the parsing was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch could not be valued", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
