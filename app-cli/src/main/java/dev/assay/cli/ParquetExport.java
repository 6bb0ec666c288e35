package dev.assay.cli;

import dev.assay.local.DuckDbCatalogue;
import dev.assay.local.DuckDbReader;
import dev.assay.local.DuckDbSettings;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a catalogue as Parquet, which the local engine does; any other is copied to it first. */
final class ParquetExport {

  private static final int BATCH = 2048;

  private ParquetExport() {}

  static void write(CatalogueReader catalogue, Path target) throws IOException {
    if (catalogue instanceof DuckDbReader local) {
      local.exportParquet(target);
      return;
    }
    Path folder = Files.createTempDirectory("assay-export");
    try (DuckDbCatalogue copy = new DuckDbCatalogue(folder, DuckDbSettings.defaults())) {
      copy(catalogue, copy);
      try (CatalogueReader local = copy.read().orElseThrow()) {
        ((DuckDbReader) local).exportParquet(target);
      }
    } finally {
      delete(folder);
    }
  }

  private static void copy(CatalogueReader from, DuckDbCatalogue to) {
    GenerationId generation = from.generation();
    to.create(generation);
    List<CatalogueRow> rows = new ArrayList<>();
    int[] chunks = {0};
    long[] row = {0};
    from.forEach(
        entry -> {
          rows.add(new CatalogueRow(entry, 0, ++row[0]));
          if (rows.size() == BATCH) {
            to.put(new BodyBatch(generation, chunks[0]++, rows));
            rows.clear();
          }
        });
    if (!rows.isEmpty()) {
      to.put(new BodyBatch(generation, chunks[0], rows));
    }
    to.putPlanets(new PlanetTable(generation, from.planets(PlanetTable.MOST)));
    to.seal(generation);
    to.activate(generation);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
