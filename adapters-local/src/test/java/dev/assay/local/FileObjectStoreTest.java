package dev.assay.local;

import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileObjectStoreTest extends ObjectStoreContract {

  @TempDir private Path directory;
  private ObjectStore store;

  @BeforeEach
  void open() {
    store = new FileObjectStore(directory.resolve("my données/数据"));
  }

  @Override
  protected ObjectStore store() {
    return store;
  }
}
