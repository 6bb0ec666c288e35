package dev.assay.application.step;

import dev.assay.application.manifest.BodyContents;
import dev.assay.application.manifest.ManifestWriter;
import dev.assay.application.manifest.RowSelection;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.RowBlock;
import dev.assay.application.step.BatchValuer.Valued;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyTable;
import dev.assay.ports.BodyTableBuilder;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.SourceReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one part block by block, has them taken apart and valued by several threads,
 * and sends them in batches in the order they came: all of them, or those that do not say what is
 * known already. The manifest gets all. What a batch holds depends on the rows alone, not on blocks
 * or threads.
 *
 * <p>At most a few blocks are under way: when the valuing or the sending falls behind, the reading
 * waits. Used by one thread.
 */
final class ValuingPipeline implements AutoCloseable {

  private static final int BLOCKS_PER_WORKER = 3;

  private final Origin origin;
  private final ChunkNumbers chunks;
  private final BatchValuer valuer;
  private final RunLedger ledger;
  private final BatchQueue<BodyBatch> batches;
  private final ParseSettings settings;
  private final @Nullable BodyContents known;
  private final ManifestWriter manifest;
  private final ExecutorService workers;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  private BodyTableBuilder batch;
  private SourceReport report;
  private long rows;
  private long sent;

  /** A block that somebody is working on. */
  private record UnderWay(RowBlock block, Future<Selected> selected) {}

  /** Valued rows, and which of them are sent. */
  private record Selected(Valued valued, RowSelection selection) {}

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
      ParseSettings settings,
      @Nullable BodyContents known,
      ManifestWriter manifest) {
    this.origin = origin;
    this.chunks = new ChunkNumbers(origin.part(), origin.name());
    this.valuer = valuer;
    this.ledger = ledger;
    this.batches = batches;
    this.settings = settings;
    this.known = known;
    this.manifest = manifest;
    this.batch = new BodyTableBuilder(settings.batchRows());
    this.report = SourceReport.empty(origin.name());
    this.workers = Executors.newFixedThreadPool(settings.workers());
  }

  void add(RowBlock block) {
    underWay.add(new UnderWay(block, workers.submit(() -> select(block))));
    if (underWay.size() >= BLOCKS_PER_WORKER * settings.workers()) {
      takeOldest();
    }
  }

  private Selected select(RowBlock block) {
    Valued valued = valuer.value(origin.name(), origin.part(), block);
    return new Selected(valued, RowSelection.of(valued.bodies(), known));
  }

  /** Sends what is left. */
  void end() {
    while (!underWay.isEmpty()) {
      takeOldest();
    }
    if (batch.size() > 0) {
      send();
    }
  }

  /** How many rows have been valued. */
  long rows() {
    return rows;
  }

  /** How many rows have been sent. */
  long sent() {
    return sent;
  }

  /** What became of the rows. */
  SourceReport report() {
    return report;
  }

  /** Only here, where blocks come in order, is it known how many rows lie before each of them. */
  private void takeOldest() {
    Selected oldest = result(underWay.remove());
    Valued valued = oldest.valued();
    RowSelection selection = oldest.selection();
    report = report.plus(valued.report().after(rows));
    manifest.add(selection.hashes());
    BodyTable bodies = valued.bodies();
    int from = selection.next(0);
    while (from < bodies.size()) {
      int to = Math.min(selection.end(from), from + settings.batchRows() - batch.size());
      batch.addAll(bodies, from, to, rows);
      if (batch.size() == settings.batchRows()) {
        send();
      }
      from = selection.next(to);
    }
    rows += valued.count();
  }

  private void send() {
    int chunk = chunks.next();
    ledger.expect(origin.generation(), chunk, batch.size());
    batches.send(new BodyBatch(origin.generation(), chunk, batch.build()));
    sent += batch.size();
    batch = new BodyTableBuilder(settings.batchRows());
  }

  private Selected result(UnderWay oldest) {
    try {
      return oldest.selected().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortException.permanent("the parsing was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadSourceException) {
        // Read once more, it says the same with the right numbers of rows.
        oldest.block().read(rows, row -> {});
      }
      throw new IllegalStateException("a batch could not be valued", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
