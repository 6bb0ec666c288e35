package dev.assay.aws;

import dev.assay.aws.emulator.Emulators;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueueContract;
import dev.assay.ports.TextCodec;
import java.time.Clock;
import java.time.Duration;

class SqsBatchQueueTest extends BatchQueueContract {

  @Override
  protected BatchQueue<String> queue(Limits limits) {
    return new SqsBatchQueue<>(
        Emulators.sqs(),
        Emulators.newQueue(),
        new TextCodec(),
        settings(limits),
        Clock.systemUTC());
  }

  static SqsSettings settings(Limits limits) {
    return new SqsSettings(
        limits.messages(),
        limits.attempts(),
        limits.patience(),
        Duration.ofMillis(5),
        Duration.ofMinutes(10),
        1_000_000);
  }
}
