package dev.assay.local;

import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import dev.assay.ports.memory.InMemoryCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever was loaded over what, readers see what a full load would show. */
class DuckDbLayersPropertyTest {

  private static final int BODIES = 12;

  /**
   * One load: the version of each body that is there, and whether only what differs is put.
   *
   * @param versions by number of the body
   * @param layered whether it rests on the load before
   * @param twice bodies about which a row comes first that a later one replaces
   */
  private record Load(Map<Integer, Integer> versions, boolean layered, Set<Integer> twice) {

    List<CatalogueRow> rows() {
      List<CatalogueRow> rows = new ArrayList<>();
      versions.forEach(
          (body, version) -> {
            if (twice.contains(body)) {
              rows.add(row(body, 99, 0));
            }
            rows.add(row(body, version, 1));
          });
      return rows;
    }

    private static CatalogueRow row(int body, int version, int source) {
      String designation = body % 3 == 0 ? "2020 AB" + body : "" + body;
      return anEntry()
          .withDesignation(designation)
          .withName("Body " + body + " of " + version)
          .withValue(version == 0 ? null : (double) (version * 7 + body) % 5)
          .row(source, body);
    }
  }

  @Provide
  Arbitrary<List<Load>> histories() {
    Arbitrary<Integer> bodies = Arbitraries.integers().between(1, BODIES);
    Arbitrary<Integer> versions = Arbitraries.integers().between(0, 2);
    return Combinators.combine(
            Arbitraries.maps(bodies, versions).ofMaxSize(BODIES),
            Arbitraries.integers().between(0, 3).map(draw -> draw > 0),
            bodies.set().ofMaxSize(3))
        .as(Load::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5);
  }

  @Property(tries = 12)
  void history_ofFullAndLayeredLoads_readsAsAFullLoad(@ForAll("histories") List<Load> history)
      throws IOException {
    Path directory = Files.createTempDirectory("assay-layers");
    try (DuckDbCatalogue catalogue = new DuckDbCatalogue(directory, new DuckDbSettings(128, 2))) {
      Load before = null;
      for (int i = 0; i < history.size(); i++) {
        GenerationId generation = new GenerationId("run-" + i);
        Load load = history.get(i);
        Sealed sealed = load(catalogue, generation, load, before);
        catalogue.activate(generation);
        assertThat(sealed.rows()).isEqualTo(load.versions().size());
        assertThat(answers(catalogue)).isEqualTo(answers(inFull(generation, load)));
        before = load;
      }
    } finally {
      delete(directory);
    }
  }

  private static Catalogue inFull(GenerationId generation, Load load) {
    Catalogue catalogue = new InMemoryCatalogue();
    load(catalogue, generation, load, null);
    catalogue.activate(generation);
    return catalogue;
  }

  private static Sealed load(
      Catalogue catalogue, GenerationId generation, Load load, @Nullable Load before) {
    if (before == null || !load.layered()) {
      catalogue.create(generation);
      put(catalogue, generation, load.rows());
      return catalogue.seal(generation);
    }
    catalogue.createOver(generation, catalogue.active().orElseThrow());
    Map<CatalogueEntry, CatalogueRow> old = new HashMap<>();
    before.rows().forEach(row -> old.put(row.entry(), row));
    before.twice().forEach(body -> old.remove(Load.row(body, 99, 0).entry()));
    put(
        catalogue,
        generation,
        load.rows().stream().filter(row -> !old.containsKey(row.entry())).toList());
    return catalogue.seal(generation, difference(load, before));
  }

  private static void put(Catalogue catalogue, GenerationId generation, List<CatalogueRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      catalogue.put(new BodyBatch(generation, i, rows.subList(i, i + 1)));
    }
  }

  private static Difference difference(Load load, Load before) {
    return new Difference(
        load.versions().size(),
        keys(
            before.versions().keySet().stream().filter(body -> !load.versions().containsKey(body))),
        keys(
            load.versions().keySet().stream()
                .filter(
                    body ->
                        Objects.equals(load.versions().get(body), before.versions().get(body)))));
  }

  private static BodyKeys keys(Stream<Integer> bodies) {
    return BodyKeys.of(
        bodies.mapToLong(body -> BodyKeys.key(Load.row(body, 0, 0).entry().designation())));
  }

  /** What readers can ask for. */
  private static List<Object> answers(Catalogue catalogue) {
    List<Object> answers = new ArrayList<>();
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(answers::add);
      answers.add(reader.count());
      answers.add(reader.top(new TopQuery(Ranking.VALUE, 5, Set.of(), false, null, null)));
      answers.add(reader.get(new Designation("4")));
      answers.add(reader.find("body 5 of 1", 3));
      answers.add(reader.find("2020 AB3", 3));
    }
    return answers;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
