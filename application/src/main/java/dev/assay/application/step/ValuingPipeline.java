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
 * Takes the rows of one part one by one, has them valued by several threads, and sends them in the
 * order they came.
 *
 * <p>At most a few batches are under way: when the valuing or the sending falls behind, the reading
 * waits. Used by one thread.
 */
final class ValuingPipeline implements AutoCloseable {

  private static final int BATCHES_PER_WORKER = 3;

  private final Origin origin;
  private final ChunkNumbers chunks;
  private final BatchValuer valuer;
  private final RunLedger ledger;
  private final BatchQueue<BodyBatch> batches;
  private final ParseSettings settings;
  private final ExecutorService workers;
  private final Deque<Future<Valued>> underWay = new ArrayDeque<>();

  private List<SourceRow> rows = new ArrayList<>();
  private SourceReport report;

  /**
   * Where the rows come from.
   *
   * @param generation the run
   * @param part number of the part, which is the source of its rows in the catalogue
   * @param name what to call the part in reports
   */
  record Origin(GenerationId generation, int part, String name) {}

  ValuingPipeline(
      Origin origin,
      BatchValuer valuer,
      RunLedger ledger,
      BatchQueue<BodyBatch> batches,
      ParseSettings settings) {
    this.origin = origin;
    this.chunks = new ChunkNumbers(origin.part(), origin.name());
    this.valuer = valuer;
    this.ledger = ledger;
    this.batches = batches;
    this.settings = settings;
    this.report = SourceReport.empty(origin.name());
    this.workers = Executors.newFixedThreadPool(settings.workers());
  }

  void add(SourceRow row) {
    rows.add(row);
    if (rows.size() == settings.batchRows()) {
      submit();
    }
  }

  /** Sends what is left, and tells what became of the rows. */
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
    List<SourceRow> batch = rows;
    rows = new ArrayList<>(settings.batchRows());
    underWay.add(workers.submit(() -> valuer.value(origin.name(), origin.part(), batch)));
    if (underWay.size() >= BATCHES_PER_WORKER * settings.workers()) {
      sendOldest();
    }
  }

  private void sendOldest() {
    Valued valued = result(underWay.remove());
    report = report.plus(valued.report());
    if (!valued.rows().isEmpty()) {
      int chunk = chunks.next();
      ledger.expect(origin.generation(), chunk, valued.rows().size());
      batches.send(new BodyBatch(origin.generation(), chunk, valued.rows()));
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
