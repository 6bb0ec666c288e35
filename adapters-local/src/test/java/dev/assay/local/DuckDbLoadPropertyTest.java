package dev.assay.local;

import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** However rows are divided among batches and threads, the same bodies are left. */
class DuckDbLoadPropertyTest {

  private static final GenerationId RUN = new GenerationId("run-1");
  private static Path directory = Path.of("");

  /** Where a row stands: a later place wins. */
  private record Place(String designation, int source, int row) {

    CatalogueRow toRow() {
      return anEntry().withDesignation(designation).withModel(source + ":" + row).row(source, row);
    }

    boolean after(Place other) {
      return source != other.source ? source > other.source : row > other.row;
    }
  }

  @BeforeContainer
  static void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("assay-load");
  }

  @AfterContainer
  static void deleteDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<List<Place>> places() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(1, 1000))
        .as((body, source, row) -> new Place("" + body, source, row))
        .list()
        .uniqueElements(place -> place.source() + ":" + place.row())
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  @Property(tries = 25)
  void seal_leavesTheLastRowOfEachBody_andCountsTheOthers(
      @ForAll("places") List<Place> places,
      @ForAll @IntRange(min = 1, max = 50) int batchRows,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    try (DuckDbCatalogue catalogue = new DuckDbCatalogue(directory, new DuckDbSettings(128, 2))) {
      GenerationId generation = fresh(catalogue);
      List<BodyBatch> batches = batches(generation, places, batchRows);

      catalogue.create(generation);
      Together.run(
          threads,
          thread -> {
            for (int i = thread; i < batches.size(); i += threads) {
              catalogue.put(batches.get(i));
            }
            return true;
          });

      Map<String, Place> left = left(places);
      assertThat(catalogue.seal(generation))
          .isEqualTo(new Sealed(left.size(), superseded(places, left)));
      catalogue.activate(generation);
      assertThat(models(catalogue)).isEqualTo(models(left));
    }
  }

  private static GenerationId fresh(DuckDbCatalogue catalogue) {
    return catalogue.active().filter(RUN::equals).isPresent() ? new GenerationId("run-2") : RUN;
  }

  private static List<BodyBatch> batches(GenerationId generation, List<Place> places, int rows) {
    List<BodyBatch> batches = new ArrayList<>();
    for (int from = 0; from < places.size(); from += rows) {
      List<Place> part = places.subList(from, Math.min(places.size(), from + rows));
      batches.add(
          new BodyBatch(generation, batches.size(), part.stream().map(Place::toRow).toList()));
    }
    return batches;
  }

  /** The oracle. */
  private static Map<String, Place> left(List<Place> places) {
    Map<String, Place> left = new TreeMap<>();
    for (Place place : places) {
      left.merge(place.designation(), place, (one, other) -> one.after(other) ? one : other);
    }
    return left;
  }

  private static Map<Integer, Long> superseded(List<Place> places, Map<String, Place> left) {
    Map<Integer, Long> superseded = new HashMap<>();
    for (Place place : places) {
      if (!left.containsValue(place)) {
        superseded.merge(place.source(), 1L, Long::sum);
      }
    }
    return superseded;
  }

  private static Map<String, String> models(Map<String, Place> left) {
    Map<String, String> models = new TreeMap<>();
    left.values()
        .forEach(place -> models.put(place.designation(), place.source() + ":" + place.row()));
    return models;
  }

  private static Map<String, String> models(DuckDbCatalogue catalogue) {
    List<CatalogueEntry> entries = new ArrayList<>();
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(entries::add);
    }
    Map<String, String> models = new TreeMap<>();
    entries.forEach(entry -> models.put(entry.designation(), entry.model()));
    return models;
  }
}
