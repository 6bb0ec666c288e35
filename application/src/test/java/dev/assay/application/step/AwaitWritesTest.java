package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.assay.application.message.BatchCodec;
import dev.assay.application.step.AwaitWrites.Looks;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.memory.InMemoryBatchQueue;
import dev.assay.ports.memory.InMemoryRunLedger;
import dev.assay.ports.memory.RecordingNotifier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwaitWritesTest {

  private static final GenerationId RUN = aRequest().build().generation();
  private static final ParseCompleted COMPLETED = new ParseCompleted(RUN, 2, 30);

  private final RunLedger ledger = new InMemoryRunLedger();
  private final BatchQueue<ParseCompleted> completions =
      new InMemoryBatchQueue<>(100, 3, Duration.ZERO, ParseCompleted::toString);

  private BatchQueue<BodyBatch> batches =
      new InMemoryBatchQueue<>(
          100, 1, Duration.ZERO, batch -> "chunk " + batch.chunk(), new BatchCodec()::reference);
  private final RecordingNotifier told = new RecordingNotifier();
  private Notifier notifier = told;
  private final List<String> progress = new ArrayList<>();

  private int calls;
  private int mostLooks = 3;
  private int nextChunk = 2;

  /** What happens elsewhere between two looks at the ledger. */
  private final Deque<Runnable> meanwhile = new ArrayDeque<>();

  AwaitWritesTest() {
    ledger.expect(RUN, 0, 10);
    ledger.expect(RUN, 1, 20);
  }

  private void writeAll() {
    ledger.written(RUN, 0, 10);
    ledger.written(RUN, 1, 20);
  }

  /** Calls until it is finished, with so many looks at the ledger in each call. */
  private StepResult awaitInCallsOf(int looks) {
    StepResult result = await(looks, null);
    while (result.cursor() != null) {
      calls++;
      result = await(looks, result.cursor());
    }
    return result;
  }

  private StepResult await() {
    return await(Integer.MAX_VALUE, null);
  }

  private StepResult await(int looksPerCall, @Nullable String cursor) {
    BatchQueue<ParseCompleted> watched =
        Tap.before(
            BatchQueue.class,
            completions,
            call -> {
              if (call.equals("receive") && !meanwhile.isEmpty()) {
                meanwhile.remove().run();
              }
            });
    return new AwaitWrites(
            watched,
            batches,
            ledger,
            new AwaitWrites.Warning(notifier, "Send them again."),
            (what, done, total) -> progress.add(what + " " + done + "/" + total),
            new Looks(Duration.ZERO, mostLooks, looksPerCall))
        .run(aRequest().run().from(cursor));
  }

  /** Sends a batch that is refused for good. */
  private void bury(GenerationId run, int chunk, String reason) {
    batches.send(Entries.batch(run, chunk, Entries.anEntry().row(0, 1)));
    batches.retry(batches.receive(1, Duration.ZERO).get(0), reason);
  }

  @Test
  void run_allThatIsMissingIsDead_failsAtTheFirstIdleLook() {
    bury(RUN, 1, "access denied to table 1");
    bury(RUN, 0, "access denied to table 0");
    meanwhile.add(() -> {});
    meanwhile.add(() -> fail("it looked once more"));

    assertThatThrownBy(this::await)
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.PERMANENT))
        .hasMessage(
            "2 of 2 batches were refused and are dead letters; the first because: access denied to"
                + " table 1; remove the cause, then refresh again");
    assertThat(told.notifications()).isEmpty();
  }

  @Test
  void run_othersWritten_failsWithTheCountOfTheDead() {
    ledger.written(RUN, 0, 10);
    bury(RUN, 1, "disk full");

    assertThatThrownBy(() -> awaitInCallsOf(1))
        .hasMessageStartingWith("1 of 2 batches were refused and are dead letters");
  }

  @Test
  void run_someDeadAndOthersOnTheirWay_tellsOnceAndWaits() {
    bury(RUN, 1, "disk full");
    meanwhile.add(() -> {});
    meanwhile.add(() -> {});
    meanwhile.add(
        () -> {
          batches.redrive(1);
          ledger.written(RUN, 1, 20);
        });
    meanwhile.add(() -> ledger.written(RUN, 0, 10));

    assertThat(awaitInCallsOf(1).rows()).isEqualTo(30);

    assertThat(told.notifications())
        .containsExactly(
            new Notification(
                Kind.WARNING,
                "Assay refresh waits: 1 of 2 batches refused",
                "1 of 2 batches were refused and are dead letters; the first because: disk full"
                    + System.lineSeparator()
                    + "The run run-1 still waits for others. Send them again."
                    + " Once it waits for nothing else, it fails."));
  }

  @Test
  void run_deadThenWrittenThenDeadAgain_tellsOnce() {
    ledger.expect(RUN, 2, 5);
    bury(RUN, 1, "disk full");
    meanwhile.add(() -> {});
    meanwhile.add(
        () -> {
          batches.redrive(1);
          ledger.written(RUN, 1, 20);
        });
    meanwhile.add(() -> bury(RUN, 2, "disk full again"));
    meanwhile.add(() -> ledger.written(RUN, 0, 10));
    meanwhile.add(() -> ledger.written(RUN, 2, 5));

    assertThat(awaitInCallsOf(1).rows()).isEqualTo(35);
    assertThat(told.notifications()).hasSize(1);
  }

  @Test
  void run_noticeCannotBeDelivered_isToldAtTheNextLookAtDeadLetters() {
    bury(RUN, 1, "disk full");
    idle(2);
    meanwhile.add(this::writeAll);
    AtomicInteger attempts = new AtomicInteger();
    notifier =
        Tap.before(
            Notifier.class,
            told,
            call -> {
              if (attempts.incrementAndGet() == 1) {
                throw PortException.permanent("no such topic");
              }
            });

    assertThat(awaitInCallsOf(1).rows()).isEqualTo(30);
    assertThat(told.notifications()).hasSize(1);
  }

  @Test
  void run_lettersOfOtherRunsAndOfWrittenChunks_doNotCount() {
    ledger.expect(RUN, 2, 5);
    ledger.written(RUN, 2, 5);
    bury(new GenerationId("run-0"), 0, "reason");
    bury(new GenerationId("run-0"), 1, "reason");
    bury(RUN, 2, "a copy that was delivered once more");
    bury(RUN, 77, "nobody has announced it");
    meanwhile.add(() -> {});
    meanwhile.add(() -> {});
    meanwhile.add(this::writeAll);

    assertThat(await().rows()).isEqualTo(35);
    assertThat(told.notifications()).isEmpty();
  }

  @Test
  void run_theSameChunkDeadTwice_countsOnce() {
    bury(RUN, 1, "first");
    bury(RUN, 1, "second");
    meanwhile.add(() -> {});
    meanwhile.add(this::writeAll);

    assertThat(await().rows()).isEqualTo(30);
  }

  @Test
  void run_letterSentAgain_isOnItsWayAgain() {
    ledger.written(RUN, 0, 10);
    bury(RUN, 1, "disk full");
    batches.redrive(10);
    meanwhile.add(() -> {});
    meanwhile.add(() -> ledger.written(RUN, 1, 20));

    assertThat(await().rows()).isEqualTo(30);
  }

  @Test
  void run_thousandsDead_areAllFound() {
    for (int chunk = 2; chunk < 1_500; chunk++) {
      ledger.expect(RUN, chunk, 1);
    }
    for (int chunk = 0; chunk < 1_500; chunk++) {
      bury(RUN, chunk, "access denied");
    }

    assertThatThrownBy(this::await).hasMessageStartingWith("1500 of 1500 batches were refused");
  }

  @Test
  void run_noticeCanNeverBeDelivered_isInTheResultOnceAndAskedForSeldom() {
    mostLooks = 100;
    bury(RUN, 1, "disk full");
    idle(40);
    meanwhile.add(this::writeAll);
    AtomicInteger attempts = new AtomicInteger();
    notifier =
        notice -> {
          attempts.incrementAndGet();
          throw PortException.permanent("no such topic");
        };

    assertThat(await().warnings())
        .containsExactly(
            "1 of 2 batches were refused and are dead letters; the first because: disk full;"
                + " people could not be told: no such topic",
            "some batches were dead letters for a while; all are written now");
    // Idle looks 1, 2, 4, 8, 16, 32 and 6, 12, 18, 24, 30, 36.
    assertThat(attempts).hasValue(12);
  }

  @Test
  void run_someDeadInCallsOfOneLook_warnsInTheCallThatFindsThemAndInTheLast() {
    bury(RUN, 1, "disk full");
    idle(2);
    meanwhile.add(this::writeAll);

    StepResult first = await(1, null);
    StepResult second = await(1, Objects.requireNonNull(first.cursor()));
    StepResult last = await(1, Objects.requireNonNull(second.cursor()));

    assertThat(first.warnings())
        .containsExactly(
            "1 of 2 batches were refused and are dead letters; the first because: disk full");
    assertThat(second.warnings()).isEmpty();
    assertThat(last.warnings())
        .containsExactly("some batches were dead letters for a while; all are written now");
  }

  @Test
  void run_writesAdvanceAtEachLook_tellsOfDeadLettersAtTheSixth() {
    bury(RUN, 1, "disk full");
    writeOneAtEachLook(5);
    meanwhile.add(() -> assertThat(told.notifications()).isEmpty());
    writeOneAtEachLook(1);
    meanwhile.add(() -> assertThat(told.notifications()).hasSize(1));
    meanwhile.add(this::writeAll);

    awaitInCallsOf(1);

    assertThat(told.notifications()).hasSize(1);
  }

  @Test
  void run_writesAdvanceAndPeopleKnow_looksAtNoDeadLetters() {
    bury(RUN, 1, "disk full");
    AtomicInteger asked = countLooksAtDeadLetters();
    writeOneAtEachLook(20);
    meanwhile.add(this::writeAll);

    awaitInCallsOf(1);

    assertThat(asked).hasValue(1);
  }

  @Test
  void run_writesAdvanceUntilAllThatIsMissingIsDead_failsAtTheNextIdleLook() {
    bury(RUN, 1, "disk full");
    writeOneAtEachLook(5);
    meanwhile.add(() -> ledger.written(RUN, 0, 10));
    meanwhile.add(() -> {});

    assertThatThrownBy(() -> awaitInCallsOf(1))
        .hasMessageStartingWith("1 of 7 batches were refused and are dead letters");
    assertThat(meanwhile).isEmpty();
    assertThat(told.notifications()).isEmpty();
  }

  @Test
  void run_idleAndPeopleKnow_looksAtDeadLettersAtGrowingDistances() {
    mostLooks = 100;
    bury(RUN, 1, "disk full");
    AtomicInteger asked = countLooksAtDeadLetters();
    idle(11);
    meanwhile.add(this::writeAll);

    await();

    // Idle looks 1, 2, 4, 6 and 8.
    assertThat(asked).hasValue(5);
  }

  private void idle(int looks) {
    for (int look = 0; look < looks; look++) {
      meanwhile.add(() -> {});
    }
  }

  private void writeOneAtEachLook(int looks) {
    int first = nextChunk;
    nextChunk += looks;
    for (int chunk = first; chunk < nextChunk; chunk++) {
      int written = chunk;
      ledger.expect(RUN, written, 1);
      meanwhile.add(() -> ledger.written(RUN, written, 1));
    }
  }

  private AtomicInteger countLooksAtDeadLetters() {
    AtomicInteger asked = new AtomicInteger();
    batches =
        Tap.before(
            BatchQueue.class,
            batches,
            call -> {
              if (call.equals("deadLetters")) {
                asked.incrementAndGet();
              }
            });
    return asked;
  }

  @Test
  void run_everyLook_tellsTheProgress() {
    meanwhile.add(() -> ledger.written(RUN, 0, 10));
    meanwhile.add(() -> ledger.written(RUN, 1, 20));

    await();

    assertThat(progress)
        .containsExactly("batches written 0/2", "batches written 1/2", "batches written 2/2");
  }

  @Test
  void run_inCallsOfOneLook_endsLikeInOneCall() {
    meanwhile.add(() -> {});
    meanwhile.add(() -> ledger.written(RUN, 0, 10));
    meanwhile.add(() -> {});
    meanwhile.add(() -> ledger.written(RUN, 1, 20));

    assertThat(awaitInCallsOf(1).rows()).isEqualTo(30);
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void run_inCallsOfOneLook_losesPatienceLikeInOneCall() {
    meanwhile.add(() -> ledger.written(RUN, 0, 10));

    assertThatThrownBy(() -> awaitInCallsOf(1))
        .hasMessageStartingWith("only 1 of 2 batches were written and no more arrive");
    assertThat(calls).isEqualTo(mostLooks);
  }

  @Test
  void run_completionInCallsOfOneLook_doesNotEndItEarly() {
    completions.send(COMPLETED);
    completions.send(COMPLETED);
    meanwhile.add(() -> {});
    meanwhile.add(() -> {});
    meanwhile.add(this::writeAll);

    assertThat(awaitInCallsOf(1).rows()).isEqualTo(30);
    assertThat(meanwhile).isEmpty();
    assertThat(left()).isZero();
  }

  @Test
  void run_cursorOfSomethingElse_isRefused() {
    assertThatThrownBy(() -> await(1, "page 3"))
        .hasMessage("'page 3' is not where a waiting can go on");
  }

  private int left() {
    return completions.receive(100, Duration.ZERO).size();
  }

  @Test
  void run_everythingWritten_tellsTheRows() {
    writeAll();
    completions.send(COMPLETED);

    assertThat(await().rows()).isEqualTo(30);
    assertThat(left()).isZero();
  }

  @Test
  void run_completionLost_endsByTheLedger() {
    meanwhile.add(() -> ledger.written(RUN, 0, 10));
    meanwhile.add(() -> ledger.written(RUN, 1, 20));

    assertThat(await().rows()).isEqualTo(30);
  }

  @Test
  void run_completionBeforeTheWrites_waitsForThem() {
    completions.send(COMPLETED);
    meanwhile.add(() -> {});
    meanwhile.add(this::writeAll);

    assertThat(await().rows()).isEqualTo(30);
    assertThat(meanwhile).isEmpty();
  }

  @Test
  void run_completionDoubled_leavesNoneBehind() {
    completions.send(COMPLETED);
    completions.send(COMPLETED);
    meanwhile.add(this::writeAll);

    await();

    assertThat(left()).isZero();
  }

  @Test
  void run_completionLate_isLeftForTheNextRunWhichIsNotMisled() {
    writeAll();
    await();
    ledger.forgetChunks(RUN);
    ledger.expect(RUN, 0, 10);
    completions.send(COMPLETED);
    meanwhile.add(() -> {});
    meanwhile.add(() -> ledger.written(RUN, 0, 10));

    assertThat(await().rows()).isEqualTo(10);
    assertThat(left()).isZero();
  }

  @Test
  void run_completionsOfOtherRuns_doNotEndIt() {
    completions.send(new ParseCompleted(new GenerationId("run-0"), 2, 30));

    assertThatThrownBy(this::await)
        .hasMessageStartingWith("only 0 of 2 batches were written and no more arrive");
  }

  @Test
  void run_moreCompletionsThanLooks_takeNoneOfThePatience() {
    for (int i = 0; i < 2 * mostLooks; i++) {
      completions.send(COMPLETED);
      meanwhile.add(() -> {});
    }
    meanwhile.add(this::writeAll);

    assertThat(await().rows()).isEqualTo(30);
    assertThat(left()).isZero();
  }

  @Test
  void run_noAdvanceForTooLong_isPermanent() {
    ledger.written(RUN, 0, 10);

    assertThatThrownBy(this::await)
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.PERMANENT))
        .hasMessage(
            "only 1 of 2 batches were written and no more arrive; look at the dead letters");
  }

  @Test
  void run_everyAdvance_startsThePatienceAnew() {
    for (int chunk = 2; chunk < 12; chunk++) {
      int next = chunk;
      ledger.expect(RUN, next, 1);
      meanwhile.add(() -> {});
      meanwhile.add(() -> ledger.written(RUN, next, 1));
    }
    meanwhile.add(this::writeAll);

    assertThat(await().rows()).isEqualTo(40);
  }

  @Test
  void run_repeatedWrites_countOnce() {
    writeAll();
    writeAll();

    assertThat(await().rows()).isEqualTo(30);
  }
}
