package dev.assay.aws;

import dev.assay.aws.emulator.Emulators;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStoreContract;

class S3ObjectStoreTest extends ObjectStoreContract {

  private final ObjectStore store =
      new S3ObjectStore(Emulators.s3(), Emulators.newBucket(), 5 << 20);

  @Override
  protected ObjectStore store() {
    return store;
  }
}
