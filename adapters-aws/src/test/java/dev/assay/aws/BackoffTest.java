package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Faults;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final GenerationId RUN = new GenerationId("run-1");

  private final List<Duration> pauses = new ArrayList<>();
  private final Faults faults = new Faults();
  private Duration left = Duration.ofMinutes(1);

  /** Pauses that take as much of the time that is left as they are long. */
  private Backoff backoff(int attempts) {
    return new Backoff(
            attempts,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            pause -> {
              pauses.add(pause);
              left = left.minus(pause);
            },
            () -> 0.5)
        .within(() -> left);
  }

  private DynamoDbRunLedger ledger(int attempts) {
    return new DynamoDbRunLedger(faults.dynamoDb(), Emulators.newTables(), backoff(attempts));
  }

  @Test
  void again_untilTheLastAttempt_pausesTwiceAsLongEachTime() {
    Backoff backoff = backoff(4);

    assertThat(List.of(backoff.again(1), backoff.again(2), backoff.again(3))).containsOnly(true);
    assertThat(backoff.again(4)).isFalse();

    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(2500));
  }

  @Test
  void call_deadlineComesBeforeTheLastAttempt_endsInTimeWithTheTrouble() {
    left = Duration.ofSeconds(15);
    DynamoDbRunLedger ledger = ledger(100);
    faults.planAll(Faults::throttling);

    assertThatThrownBy(() -> ledger.chunks(RUN))
        .hasMessageContaining("AWS asks to slow down")
        .isInstanceOfSatisfying(PortException.class, e -> assertThat(e.isBusy()).isTrue());

    assertThat(faults.injected()).isEqualTo(3);
    assertThat(left).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void call_noTimeForAnAttempt_isNotBegun() {
    DynamoDbRunLedger ledger = ledger(100);
    left = Backoff.LONGEST_ATTEMPT.minusMillis(1);

    assertThatThrownBy(() -> ledger.chunks(RUN))
        .hasMessageContaining("no time is left")
        .isInstanceOfSatisfying(PortException.class, e -> assertThat(e.isBusy()).isTrue());

    assertThat(faults.requests()).isZero();
    assertThat(pauses).isEmpty();
  }

  @Test
  void call_internalErrorUntilTheEnd_isNotBusy() {
    DynamoDbRunLedger ledger = ledger(3);
    faults.planAll(() -> Faults.answer(500, "InternalServerError"));

    assertThatThrownBy(() -> ledger.chunks(RUN))
        .isInstanceOfSatisfying(PortException.class, e -> assertThat(e.isBusy()).isFalse());
  }
}
