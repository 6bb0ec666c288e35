package dev.assay.ports;

import org.junit.jupiter.api.Nested;

/** What every {@link ObjectStore} does. */
public abstract class ObjectStoreContract {

  /** The store under test, empty when the test begins, and the same throughout. */
  protected abstract ObjectStore store();

  @Nested
  class Writing extends ObjectStoreWriting {
    @Override
    ObjectStore store() {
      return ObjectStoreContract.this.store();
    }
  }

  @Nested
  class Sharing extends ObjectStoreSharing {
    @Override
    ObjectStore store() {
      return ObjectStoreContract.this.store();
    }
  }

  @Nested
  class Finding extends ObjectStoreFinding {
    @Override
    ObjectStore store() {
      return ObjectStoreContract.this.store();
    }
  }

  @Nested
  class Keys extends ObjectStoreKeys {
    @Override
    ObjectStore store() {
      return ObjectStoreContract.this.store();
    }
  }
}
