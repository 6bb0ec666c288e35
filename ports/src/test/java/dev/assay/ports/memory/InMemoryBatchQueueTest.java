package dev.assay.ports.memory;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueueContract;
import dev.assay.ports.TextCodec;

class InMemoryBatchQueueTest extends BatchQueueContract {

  @Override
  protected BatchQueue<String> queue(Limits limits) {
    TextCodec codec = new TextCodec();
    return new InMemoryBatchQueue<>(
        limits.messages(), limits.attempts(), limits.patience(), codec::summary, codec::reference);
  }
}
