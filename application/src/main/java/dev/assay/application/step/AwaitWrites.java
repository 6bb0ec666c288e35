package dev.assay.application.step;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import java.time.Duration;
import java.util.List;

/**
 * Waits until every batch that was sent is written. The ledger decides: the message on the second
 * queue only wakes this step, so one that is lost, late or doubled neither ends a run too early nor
 * keeps it waiting.
 */
public final class AwaitWrites implements Step {

  private static final int MOST_LEFT_BEHIND = 10;

  private final BatchQueue<ParseCompleted> completions;
  private final RunLedger ledger;
  private final Duration look;
  private final int mostLooks;

  /**
   * Makes the step.
   *
   * @param completions where the end of the parsing is told
   * @param ledger knows what was sent and what was written
   * @param look how long to wait between two looks at the ledger
   * @param mostLooks how often to look while nothing more is written, 1 or more
   */
  public AwaitWrites(
      BatchQueue<ParseCompleted> completions, RunLedger ledger, Duration look, int mostLooks) {
    this.completions = completions;
    this.ledger = ledger;
    this.look = look;
    this.mostLooks = mostLooks;
  }

  @Override
  public StepResult run(RefreshRun run) {
    ChunkCounts counts = ledger.chunks(run.generation());
    int looksWithoutAdvance = 0;
    while (!counts.isComplete()) {
      takeMessages(1, look);
      ChunkCounts now = ledger.chunks(run.generation());
      looksWithoutAdvance =
          now.writtenChunks() > counts.writtenChunks() ? 0 : looksWithoutAdvance + 1;
      counts = now;
      if (looksWithoutAdvance >= mostLooks && !counts.isComplete()) {
        throw PortException.permanent(
            "only "
                + counts.writtenChunks()
                + " of "
                + counts.expectedChunks()
                + " batches were written and no more arrive; look at the dead letters");
      }
    }
    takeMessages(MOST_LEFT_BEHIND, Duration.ZERO);
    return new StepResult(counts.writtenRows(), List.of(), List.of());
  }

  /** Takes the completion of this run, or those that earlier runs left behind. */
  private void takeMessages(int most, Duration wait) {
    for (Delivery<ParseCompleted> delivery : completions.receive(most, wait)) {
      completions.acknowledge(delivery);
    }
  }
}
