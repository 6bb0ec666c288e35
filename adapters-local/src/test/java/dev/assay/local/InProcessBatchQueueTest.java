package dev.assay.local;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueueContract;
import dev.assay.ports.TextCodec;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class InProcessBatchQueueTest extends BatchQueueContract {

  @TempDir private Path directory;

  @Override
  protected BatchQueue<String> queue(Limits limits) {
    return new InProcessBatchQueue<>(
        new QueueLimits(limits.messages(), limits.attempts(), limits.patience()),
        new TextCodec(),
        new DeadLetterFolder(directory.resolve("dead letters"), 100));
  }
}
