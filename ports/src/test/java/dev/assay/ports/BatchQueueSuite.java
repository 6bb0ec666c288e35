package dev.assay.ports;

import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BatchQueueContract.Limits;
import java.time.Duration;
import java.util.List;

/** What the parts of {@link BatchQueueContract} share. */
abstract class BatchQueueSuite {

  static final Duration FOREVER = Duration.ofMinutes(10);

  /** Opens an empty queue, once in a test. */
  abstract BatchQueue<String> queue(Limits limits);

  /** A roomy queue that delivers a message twice at most. */
  final BatchQueue<String> queue() {
    return queue(new Limits(1_000, 2, Duration.ZERO));
  }

  static List<Delivery<String>> receiveNow(BatchQueue<String> queue) {
    return queue.receive(1_000, Duration.ZERO);
  }

  static Delivery<String> receiveOne(BatchQueue<String> queue) {
    return queue.receive(1, FOREVER).get(0);
  }

  static List<String> messages(List<Delivery<String>> deliveries) {
    return deliveries.stream().map(Delivery::message).toList();
  }

  static List<String> reasons(BatchQueue<String> queue) {
    return queue.deadLetters(1_000).stream().map(DeadLetter::reason).toList();
  }

  /** Makes a dead letter in a queue that delivers a message twice. */
  static void bury(BatchQueue<String> queue, String message, String reason) {
    queue.send(message);
    queue.retry(receiveOne(queue), "first attempt");
    queue.retry(receiveOne(queue), reason);
  }
}
