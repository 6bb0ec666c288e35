package dev.assay.ports.memory;

import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStoreContract;

class InMemoryObjectStoreTest extends ObjectStoreContract {

  private final ObjectStore store = new InMemoryObjectStore();

  @Override
  protected ObjectStore store() {
    return store;
  }
}
