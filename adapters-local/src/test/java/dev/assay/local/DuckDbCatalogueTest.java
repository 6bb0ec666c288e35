package dev.assay.local;

import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DuckDbCatalogueTest extends CatalogueContract {

  @TempDir private Path directory;
  private DuckDbCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue =
        new DuckDbCatalogue(
            directory.resolve("with space and ü").resolve("catalogue"), new DuckDbSettings(128, 2));
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Override
  protected Catalogue catalogue() {
    return catalogue;
  }
}
