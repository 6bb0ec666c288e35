package dev.assay.ports.memory;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueueContract;
import dev.assay.ports.TextCodec;

class InMemoryBatchQueueTest extends BatchQueueContract {

  @Override
  protected BatchQueue<String> queue(Limits limits) {
    return new InMemoryBatchQueue<>(
        limits.messages(), limits.attempts(), limits.patience(), new TextCodec()::summary);
  }
}
