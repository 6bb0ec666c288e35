package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
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
 * keeps it waiting. Once all that is missing lies among the dead letters there is nothing to wait
 * for; while only some of it does, people are told once and can still send it again.
 */
public final class AwaitWrites implements Step {

  private static final int MOST_LEFT_BEHIND = 10;

  private final BatchQueue<ParseCompleted> completions;
  private final RunLedger ledger;
  private final DeadBatches deadBatches;
  private final Notifier notifier;
  private final Progress progress;
  private final Looks looks;

  /**
   * Makes the step.
   *
   * @param completions where the end of the parsing is told
   * @param batches where batches become dead letters
   * @param ledger knows what was sent and what was written
   * @param notifier tells people while there is still something to do
   * @param progress hears of the batches written at every look
   * @param looks how often to look at the ledger
   */
  public AwaitWrites(
      BatchQueue<ParseCompleted> completions,
      BatchQueue<BodyBatch> batches,
      RunLedger ledger,
      Notifier notifier,
      Progress progress,
      Looks looks) {
    this.completions = completions;
    this.ledger = ledger;
    this.deadBatches = new DeadBatches(batches, ledger);
    this.notifier = notifier;
    this.progress = progress;
    this.looks = looks;
  }

  /**
   * How often to look at the ledger.
   *
   * @param pause how long to wait between two looks
   * @param most how often to look while nothing more is written, 1 or more
   * @param perCall how often to look in one call, 1 or more; the next call goes on
   */
  public record Looks(Duration pause, int most, int perCall) {}

  /**
   * How far the waiting is, from one call to the next.
   *
   * @param written chunks that were written at the last look
   * @param idleLooks how many looks since have seen no more
   * @param told whether people know that some batches are dead letters
   */
  private record Seen(int written, int idleLooks, boolean told) {

    private static final Pattern CURSOR =
        Pattern.compile("(\\d{1,10}) written, (\\d{1,9}) idle(, told of dead letters)?");

    static Seen of(@Nullable String cursor, ChunkCounts now) {
      if (cursor == null) {
        return new Seen(now.writtenChunks(), 0, false);
      }
      Matcher match = CURSOR.matcher(cursor);
      if (!match.matches()) {
        throw PortException.permanent("'" + cursor + "' is not where a waiting can go on");
      }
      return new Seen(
          Integer.parseInt(match.group(1)),
          Integer.parseInt(match.group(2)),
          match.group(3) != null);
    }

    /** A look that a message brought forward says nothing about whether more arrives. */
    Seen next(ChunkCounts now, boolean early) {
      boolean more = now.writtenChunks() > written;
      int idle = early ? idleLooks : idleLooks + 1;
      return new Seen(now.writtenChunks(), more ? 0 : idle, told);
    }

    String cursor() {
      return written + " written, " + idleLooks + " idle" + (told ? ", told of dead letters" : "");
    }
  }

  @Override
  public StepResult run(RefreshRun run) {
    ChunkCounts counts = count(run);
    Seen seen = Seen.of(run.cursor(), counts);
    for (int look = 0; !counts.isComplete(); look++) {
      if (look == looks.perCall()) {
        return StepResult.unfinished(seen.cursor());
      }
      boolean early = takeMessages(1, looks.pause());
      counts = count(run);
      seen = seen.next(counts, early);
      if (seen.idleLooks() > 0 && !counts.isComplete()) {
        seen = lookAtDeadLetters(run.generation(), counts, seen);
        requirePatience(counts, seen);
      }
    }
    takeMessages(MOST_LEFT_BEHIND, Duration.ZERO);
    return new StepResult(counts.writtenRows(), List.of(), List.of());
  }

  private ChunkCounts count(RefreshRun run) {
    ChunkCounts counts = ledger.chunks(run.generation());
    progress.advanced("batches written", counts.writtenChunks(), counts.expectedChunks());
    return counts;
  }

  private void requirePatience(ChunkCounts counts, Seen seen) {
    if (seen.idleLooks() >= looks.most()) {
      throw PortException.permanent(
          "only "
              + counts.writtenChunks()
              + " of "
              + counts.expectedChunks()
              + " batches were written and no more arrive; look at the dead letters");
    }
  }

  private Seen lookAtDeadLetters(GenerationId generation, ChunkCounts counts, Seen seen) {
    DeadBatches.Found dead = deadBatches.of(generation);
    int missing = counts.expectedChunks() - counts.writtenChunks();
    if (dead.count() > 0 && dead.count() >= missing) {
      throw PortException.permanent(
          refused(dead, counts) + "; remove the cause, then refresh again");
    }
    if (dead.count() == 0 || seen.told()) {
      return seen;
    }
    Notification notice =
        new Notification(
            Kind.WARNING,
            "Assay refresh waits: " + portion(dead, counts) + " refused",
            refused(dead, counts)
                + System.lineSeparator()
                + "The run "
                + generation
                + " still waits for others. Remove the cause, then run: assay deadletters redrive."
                + " Once it waits for nothing else, it fails.");
    return new Seen(seen.written(), seen.idleLooks(), tell(notice));
  }

  private static String refused(DeadBatches.Found dead, ChunkCounts counts) {
    return portion(dead, counts)
        + " were refused and are dead letters; the first because: "
        + dead.firstReason();
  }

  private static String portion(DeadBatches.Found dead, ChunkCounts counts) {
    return dead.count() + " of " + counts.expectedChunks() + " batches";
  }

  /** Tells people; what cannot be delivered must not end the run, and is tried at the next look. */
  private boolean tell(Notification notice) {
    try {
      notifier.notify(notice);
      return true;
    } catch (PortException e) {
      return false;
    }
  }

  /** Takes the completion of this run, or those that earlier runs left behind, if there are any. */
  private boolean takeMessages(int most, Duration wait) {
    List<Delivery<ParseCompleted>> taken = completions.receive(most, wait);
    taken.forEach(completions::acknowledge);
    return !taken.isEmpty();
  }
}
