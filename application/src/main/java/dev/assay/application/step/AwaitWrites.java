package dev.assay.application.step;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
  private final int looksPerCall;

  /**
   * Makes the step.
   *
   * @param completions where the end of the parsing is told
   * @param ledger knows what was sent and what was written
   * @param look how long to wait between two looks at the ledger
   * @param mostLooks how often to look while nothing more is written, 1 or more
   * @param looksPerCall how often to look in one call, 1 or more; the next call goes on
   */
  public AwaitWrites(
      BatchQueue<ParseCompleted> completions,
      RunLedger ledger,
      Duration look,
      int mostLooks,
      int looksPerCall) {
    this.completions = completions;
    this.ledger = ledger;
    this.look = look;
    this.mostLooks = mostLooks;
    this.looksPerCall = looksPerCall;
  }

  /**
   * How far the waiting is, from one call to the next.
   *
   * @param written chunks that were written at the last look
   * @param idleLooks how many looks since have seen no more
   */
  private record Seen(int written, int idleLooks) {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,10}) written, (\\d{1,9}) idle");

    static Seen of(@Nullable String cursor, ChunkCounts now) {
      if (cursor == null) {
        return new Seen(now.writtenChunks(), 0);
      }
      Matcher match = CURSOR.matcher(cursor);
      if (!match.matches()) {
        throw PortException.permanent("'" + cursor + "' is not where a waiting can go on");
      }
      return new Seen(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** A look that a message brought forward says nothing about whether more arrives. */
    Seen next(ChunkCounts now, boolean early) {
      boolean more = now.writtenChunks() > written;
      int idle = early ? idleLooks : idleLooks + 1;
      return new Seen(now.writtenChunks(), more ? 0 : idle);
    }

    String cursor() {
      return written + " written, " + idleLooks + " idle";
    }
  }

  @Override
  public StepResult run(RefreshRun run) {
    ChunkCounts counts = ledger.chunks(run.generation());
    Seen seen = Seen.of(run.cursor(), counts);
    for (int looks = 0; !counts.isComplete(); looks++) {
      if (looks == looksPerCall) {
        return StepResult.unfinished(seen.cursor());
      }
      boolean early = takeMessages(1, look);
      counts = ledger.chunks(run.generation());
      seen = seen.next(counts, early);
      if (seen.idleLooks() >= mostLooks && !counts.isComplete()) {
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

  /** Takes the completion of this run, or those that earlier runs left behind, if there are any. */
  private boolean takeMessages(int most, Duration wait) {
    List<Delivery<ParseCompleted>> taken = completions.receive(most, wait);
    taken.forEach(completions::acknowledge);
    return !taken.isEmpty();
  }
}
