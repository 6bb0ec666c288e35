package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BatchQueueContract.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link BatchQueueContract}: messages that nobody could work on. */
abstract class BatchQueueDeadLetters extends BatchQueueSuite {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void retry_lastAttempt_makesADeadLetter(int attempts) {
    BatchQueue<String> queue = queue(new Limits(10, attempts, Duration.ZERO));
    queue.send("poison");

    for (int attempt = 1; attempt <= attempts; attempt++) {
      assertThat(queue.deadLetters(10)).isEmpty();
      Delivery<String> delivery = receiveOne(queue);
      assertThat(delivery.attempt()).isEqualTo(attempt);
      queue.retry(delivery, "failed in attempt " + attempt);
    }

    assertThat(receiveNow(queue)).isEmpty();
    assertThat(reasons(queue)).containsExactly("failed in attempt " + attempts);
  }

  @Test
  void deadLetters_noneYet_isEmpty() {
    BatchQueue<String> queue = queue();
    queue.send("a");

    assertThat(queue.deadLetters(10)).isEmpty();
  }

  @Test
  void deadLetters_one_saysWhatItWasAboutAndWhy() {
    BatchQueue<String> queue = queue();

    bury(queue, "poison", "row 7: \"Čapek\" is not a number, 100 % sure");

    DeadLetter letter = queue.deadLetters(10).get(0);
    assertThat(letter.reason()).isEqualTo("row 7: \"Čapek\" is not a number, 100 % sure");
    assertThat(letter.summary()).isEqualTo("text of 6 characters");
    assertThat(letter.reference()).isEqualTo(new TextCodec().reference("poison"));
    assertThat(letter.id()).isNotBlank();
  }

  @Test
  void deadLetters_several_areOldestFirst() {
    BatchQueue<String> queue = queue();
    List<String> reasons = IntStream.range(0, 12).mapToObj(n -> "reason " + n).toList();

    reasons.forEach(reason -> bury(queue, "same text", reason));

    assertThat(reasons(queue)).containsExactlyElementsOf(reasons);
    assertThat(queue.deadLetters(3))
        .extracting(DeadLetter::reason)
        .containsExactly("reason 0", "reason 1", "reason 2");
    assertThat(queue.deadLetters(100)).extracting(DeadLetter::id).doesNotHaveDuplicates();
  }

  @Test
  void deadLetters_looked_areKept() {
    BatchQueue<String> queue = queue();
    bury(queue, "a", "reason");

    assertThat(queue.deadLetters(10)).hasSize(1).isEqualTo(queue.deadLetters(10));
  }

  @Test
  void redrive_none_sendsNothing() {
    BatchQueue<String> queue = queue();
    queue.send("a");

    assertThat(queue.redrive(10)).isZero();
    assertThat(messages(receiveNow(queue))).containsExactly("a");
  }

  @Test
  void redrive_one_deliversItAnew() {
    BatchQueue<String> queue = queue();
    bury(queue, "once poison", "reason");

    assertThat(queue.redrive(10)).isEqualTo(1);

    assertThat(queue.deadLetters(10)).isEmpty();
    Delivery<String> delivery = receiveOne(queue);
    assertThat(delivery.message()).isEqualTo("once poison");
    assertThat(delivery.attempt()).isEqualTo(1);
    queue.acknowledge(delivery);
    assertThat(receiveNow(queue)).isEmpty();
    assertThat(queue.redrive(10)).isZero();
  }

  @Test
  void redrive_stillPoison_diesAgainForTheNewReason() {
    BatchQueue<String> queue = queue();
    bury(queue, "poison", "old reason");

    queue.redrive(1);
    queue.retry(receiveOne(queue), "new reason 1");
    queue.retry(receiveOne(queue), "new reason 2");

    assertThat(queue.deadLetters(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).isEqualTo("new reason 2");
              assertThat(letter.reference()).isEqualTo(new TextCodec().reference("poison"));
            });
  }

  @Test
  void redrive_moreThanTheLimit_sendsTheOldest() {
    BatchQueue<String> queue = queue();
    List.of("a", "b", "c").forEach(text -> bury(queue, text, "reason of " + text));

    assertThat(queue.redrive(2)).isEqualTo(2);

    assertThat(reasons(queue)).containsExactly("reason of c");
    assertThat(messages(receiveNow(queue))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void redrive_littleRoom_sendsWhatThereIsRoomFor() {
    BatchQueue<String> queue = queue(new Limits(2, 2, Duration.ZERO));
    List.of("a", "b", "c").forEach(text -> bury(queue, text, "reason of " + text));
    queue.send("d");

    assertThat(queue.redrive(10)).isEqualTo(1);

    assertThat(reasons(queue)).containsExactly("reason of b", "reason of c");
    assertThat(messages(receiveNow(queue))).containsExactlyInAnyOrder("a", "d");
  }
}
