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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Waits until every batch that was sent is written. The ledger decides: the message on the second
 * queue only wakes this step, so one that is lost, late or doubled neither ends a run too early nor
 * keeps it waiting. Once all that is missing lies among the dead letters there is nothing to wait
 * for; while only some of it does, people are told once and can still act.
 */
public final class AwaitWrites implements Step {

  private static final int MOST_LEFT_BEHIND = 10;

  /** A look at the ledger every ten seconds makes that a look at the dead letters each minute. */
  private static final int LOOKS_PER_LOOK_AT_LETTERS = 6;

  private final BatchQueue<ParseCompleted> completions;
  private final RunLedger ledger;
  private final DeadBatches deadBatches;
  private final Warning warning;
  private final Progress progress;
  private final Looks looks;

  /**
   * Makes the step.
   *
   * @param completions where the end of the parsing is told
   * @param batches where batches become dead letters
   * @param ledger knows what was sent and what was written
   * @param warning tells people while there is still something to do
   * @param progress hears of the batches written at every look
   * @param looks how often to look at the ledger
   */
  public AwaitWrites(
      BatchQueue<ParseCompleted> completions,
      BatchQueue<BodyBatch> batches,
      RunLedger ledger,
      Warning warning,
      Progress progress,
      Looks looks) {
    this.completions = completions;
    this.ledger = ledger;
    this.deadBatches = new DeadBatches(batches, ledger);
    this.warning = warning;
    this.progress = progress;
    this.looks = looks;
  }

  /**
   * How people are warned of dead letters.
   *
   * @param notifier tells them
   * @param advice what they are to do, in one sentence
   */
  public record Warning(Notifier notifier, String advice) {}

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
   * @param looks how many looks there were
   * @param idleLooks how many looks since the last progress have seen none
   * @param found whether some batches were dead letters while others were on their way
   * @param told whether people know that
   */
  private record Seen(int written, int looks, int idleLooks, boolean found, boolean told) {

    private static final Pattern CURSOR =
        Pattern.compile(
            "(\\d{1,9}) written, (\\d{1,9}) looks, (\\d{1,9}) idle"
                + "(, dead letters found)?(, people told)?");

    static Seen of(@Nullable String cursor, ChunkCounts now) {
      if (cursor == null) {
        return new Seen(now.writtenChunks(), 0, 0, false, false);
      }
      Matcher match = CURSOR.matcher(cursor);
      if (!match.matches()) {
        throw PortException.permanent("'" + cursor + "' is not where a waiting can go on");
      }
      return new Seen(
          Integer.parseInt(match.group(1)),
          Integer.parseInt(match.group(2)),
          Integer.parseInt(match.group(3)),
          match.group(4) != null,
          match.group(5) != null);
    }

    /** A look that a message brought forward says nothing about whether more arrives. */
    Seen next(ChunkCounts now, boolean early) {
      boolean more = now.writtenChunks() > written;
      int idle = early ? idleLooks : idleLooks + 1;
      return new Seen(now.writtenChunks(), looks + 1, more ? 0 : idle, found, told);
    }

    Seen withDeadLetters(boolean nowTold) {
      return new Seen(written, looks, idleLooks, true, nowTold);
    }

    boolean isIdle() {
      return idleLooks > 0;
    }

    /**
     * Whether to look at the dead letters, which takes all of them for a moment: at the idle looks
     * 1, 2, 4 and so on, at every sixth look that is idle, and until people are told at every sixth
     * look, idle or not.
     */
    boolean isTimeForDeadLetters() {
      boolean isPowerOfTwo = Integer.bitCount(idleLooks) == 1;
      boolean isSixth = looks % LOOKS_PER_LOOK_AT_LETTERS == 0;
      return isPowerOfTwo || (isSixth && (isIdle() || !told));
    }

    String cursor() {
      return written
          + " written, "
          + looks
          + " looks, "
          + idleLooks
          + " idle"
          + (found ? ", dead letters found" : "")
          + (told ? ", people told" : "");
    }
  }

  @Override
  public StepResult run(RefreshRun run) {
    List<String> warnings = new ArrayList<>();
    ChunkCounts counts = count(run);
    Seen seen = Seen.of(run.cursor(), counts);
    for (int look = 0; !counts.isComplete(); look++) {
      if (look == looks.perCall()) {
        return StepResult.unfinished(seen.cursor(), warnings);
      }
      boolean early = takeMessages(1, looks.pause());
      counts = count(run);
      seen = seen.next(counts, early);
      if (!counts.isComplete() && seen.isTimeForDeadLetters()) {
        seen = lookAtDeadLetters(run.generation(), counts, seen, warnings);
      }
      if (!counts.isComplete()) {
        requirePatience(counts, seen);
      }
    }
    takeMessages(MOST_LEFT_BEHIND, Duration.ZERO);
    if (seen.found()) {
      warnings.add("some batches were dead letters for a while; all are written now");
    }
    return new StepResult(counts.writtenRows(), List.of(), warnings);
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

  /** While writing advances nothing has failed yet: a letter may have a copy that is written. */
  private Seen lookAtDeadLetters(
      GenerationId generation, ChunkCounts counts, Seen seen, List<String> warnings) {
    DeadBatches.Found dead = deadBatches.of(generation);
    if (dead.count() == 0) {
      return seen;
    }
    int missing = counts.expectedChunks() - counts.writtenChunks();
    boolean allDead = dead.count() >= missing;
    if (allDead && seen.isIdle()) {
      throw PortException.permanent(
          refused(dead, counts) + "; remove the cause, then refresh again");
    }
    if (allDead || seen.told()) {
      return seen;
    }
    Optional<String> undelivered = tell(generation, dead, counts);
    if (!seen.found()) {
      warnings.add(
          refused(dead, counts)
              + undelivered.map(why -> "; people could not be told: " + why).orElse(""));
    }
    return seen.withDeadLetters(undelivered.isEmpty());
  }

  private static String refused(DeadBatches.Found dead, ChunkCounts counts) {
    return portion(dead, counts)
        + " were refused and are dead letters; the first because: "
        + dead.firstReason();
  }

  private static String portion(DeadBatches.Found dead, ChunkCounts counts) {
    return dead.count() + " of " + counts.expectedChunks() + " batches";
  }

  /** Tells people. A failure must not end the run: its reason is returned, to be tried again. */
  private Optional<String> tell(
      GenerationId generation, DeadBatches.Found dead, ChunkCounts counts) {
    Notification notice =
        new Notification(
            Kind.WARNING,
            "Assay refresh waits: " + portion(dead, counts) + " refused",
            refused(dead, counts)
                + System.lineSeparator()
                + "The run "
                + generation
                + " still waits for others. "
                + warning.advice()
                + " Once it waits for nothing else, it fails.");
    try {
      warning.notifier().notify(notice);
      return Optional.empty();
    } catch (PortException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Takes the completion of this run, or those that earlier runs left behind, if there are any. */
  private boolean takeMessages(int most, Duration wait) {
    List<Delivery<ParseCompleted>> taken = completions.receive(most, wait);
    taken.forEach(completions::acknowledge);
    return !taken.isEmpty();
  }
}
