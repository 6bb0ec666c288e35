package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.memory.InMemoryBatchQueue;
import dev.assay.ports.memory.InMemoryRunLedger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwaitWritesTest {

  private static final int MOST_LOOKS = 3;
  private static final GenerationId RUN = aRequest().build().generation();
  private static final ParseCompleted COMPLETED = new ParseCompleted(RUN, 2, 30);

  private final RunLedger ledger = new InMemoryRunLedger();
  private final BatchQueue<ParseCompleted> completions =
      new InMemoryBatchQueue<>(100, 3, Duration.ZERO, ParseCompleted::toString);

  private int calls;

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
    return new AwaitWrites(watched, ledger, Duration.ZERO, MOST_LOOKS, looksPerCall)
        .run(aRequest().run().from(cursor));
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
    assertThat(calls).isEqualTo(MOST_LOOKS);
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
    for (int i = 0; i < 2 * MOST_LOOKS; i++) {
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
