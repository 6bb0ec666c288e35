package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueContract;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  /** More than are sorted at once, with the seams among numbers and among other designations. */
  @Test
  void forEach_severalPartsOfACatalogue_handOutEachOnceInOrder() {
    GenerationId generation = new GenerationId("g-1");
    List<String> wanted =
        IntStream.range(0, 210_000)
            .mapToObj(i -> i < 150_000 ? "" + (i + 1) : "X" + (1_000_000 + i))
            .toList();
    List<CatalogueRow> rows = new ArrayList<>();
    wanted.forEach(d -> rows.add(Entries.anEntry().withDesignation(d).row(0, rows.size() + 1)));
    Collections.shuffle(rows, new Random(1));
    catalogue.create(generation);
    catalogue.put(new BodyBatch(generation, 0, rows));
    catalogue.seal(generation);
    catalogue.activate(generation);

    List<String> found = new ArrayList<>();
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(entry -> found.add(entry.designation()));
    }

    assertThat(found.equals(wanted)).as("%s found", found.size()).isTrue();
  }
}
