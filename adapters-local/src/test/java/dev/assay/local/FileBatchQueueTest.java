package dev.assay.local;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueueContract;
import dev.assay.ports.TextCodec;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class FileBatchQueueTest extends BatchQueueContract {

  @TempDir private Path directory;

  @Override
  protected BatchQueue<String> queue(Limits limits) {
    return new FileBatchQueue<>(
        directory.resolve("my queue"),
        new TextCodec(),
        new QueueLimits(limits.messages(), limits.attempts(), limits.patience()),
        new DeadLetterFolder(directory.resolve("dead letters"), 100),
        Duration.ofMinutes(5),
        new MutableClock());
  }
}
