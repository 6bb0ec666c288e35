package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.emulator.Emulators;
import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever is loaded in full and whatever as a layer, every question is answered as if all had been
 * loaded in full.
 */
class LayersPropertyTest {

  private static final int BODIES = 14;
  private static final int STATES = 6;
  private static final int CHUNK = 3;

  /** What may become of a body in a load. */
  enum Kind {
    CHANGED,
    GONE,
    /** A row about it is put, which comes to nothing. */
    UNCHANGED
  }

  /**
   * What becomes of a body.
   *
   * @param body its number
   * @param state how it is after it has changed
   * @param twice whether an earlier row about it comes as well
   */
  record Change(int body, Kind kind, int state, boolean twice) {}

  /**
   * A load.
   *
   * @param layered whether only what changed is put
   * @param changes what changed since the load before
   */
  record Load(boolean layered, List<Change> changes) {}

  @Provide
  Arbitrary<List<Load>> histories() {
    Arbitrary<Change> changes =
        Combinators.combine(
                Arbitraries.integers().between(0, BODIES - 1),
                Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.just(Kind.CHANGED)),
                    Tuple.of(1, Arbitraries.of(Kind.GONE, Kind.UNCHANGED))),
                Arbitraries.integers().between(0, STATES - 1),
                Arbitraries.of(true, false))
            .as(Change::new);
    return Combinators.combine(
            Arbitraries.of(true, true, true, false),
            changes.list().uniqueElements(Change::body).ofMaxSize(BODIES))
        .as(Load::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void anyHistory_layeredAndFull_answersAsIfLoadedInFull(
      @ForAll("histories") List<Load> history, @ForAll @IntRange(min = 1, max = 8) int boardDepth) {
    Catalogue layered =
        new DynamoDbCatalogue(
            Emulators.dynamoDb(), Emulators.newTables(), Emulators.HURRIED, boardDepth);
    Catalogue full =
        new DynamoDbCatalogue(Emulators.dynamoDb(), Emulators.newTables(), Emulators.HURRIED);
    Map<Integer, Integer> world = new TreeMap<>(Map.of(1, 0, 2, 1, 3, 2, 4, 0));

    int number = 0;
    for (Load load : history) {
      GenerationId generation = new GenerationId("g-" + ++number);
      Map<Integer, Integer> before = new HashMap<>(world);
      load.changes().forEach(change -> apply(change, world));
      loadInFull(full, generation, world);
      if (load.layered() && number > 1) {
        loadLayer(layered, generation, load.changes(), before, world);
      } else {
        loadInFull(layered, generation, world);
      }
      assertSameAnswers(layered, full);
    }
    assertThat(layered.rollback()).isEqualTo(full.rollback());
    assertSameAnswers(layered, full);
  }

  private static void apply(Change change, Map<Integer, Integer> world) {
    switch (change.kind()) {
      case CHANGED -> world.put(change.body(), change.state());
      case GONE -> world.remove(change.body());
      case UNCHANGED -> {
        // As it was.
      }
    }
  }

  private static void loadInFull(
      Catalogue catalogue, GenerationId generation, Map<Integer, Integer> world) {
    catalogue.create(generation);
    List<CatalogueRow> rows = new ArrayList<>();
    world.forEach((body, state) -> rows.add(body(body, state).row(0, body + 1)));
    put(catalogue, generation, rows);
    assertThat(catalogue.seal(generation).rows()).isEqualTo(world.size());
    catalogue.activate(generation);
  }

  private static void loadLayer(
      Catalogue catalogue,
      GenerationId generation,
      List<Change> changes,
      Map<Integer, Integer> before,
      Map<Integer, Integer> world) {
    catalogue.createOver(generation, catalogue.active().orElseThrow());
    List<CatalogueRow> rows = new ArrayList<>();
    long superseded = 0;
    for (Change change : changes) {
      boolean counts = change.kind() == Kind.CHANGED;
      if (counts || (change.kind() == Kind.UNCHANGED && before.containsKey(change.body()))) {
        rows.add(body(change.body(), change.state()).row(1, change.body()));
        if (change.twice()) {
          rows.add(body(change.body(), STATES).row(0, change.body()));
          superseded += counts ? 1 : 0;
        }
      }
    }
    put(catalogue, generation, rows);
    BodyKeys gone = keys(changes, Kind.GONE);
    BodyKeys unchanged = keys(changes, Kind.UNCHANGED);
    Catalogue.Sealed expected =
        new Catalogue.Sealed(
            world.size(),
            superseded == 0 ? Map.of() : Map.of(0, superseded),
            changes.stream().filter(change -> change.kind() == Kind.CHANGED).count());
    if (gone.size() + unchanged.size() > 0) {
      Difference difference = new Difference(world.size(), gone, unchanged);
      assertThat(catalogue.seal(generation, difference)).isEqualTo(expected);
    }
    assertThat(catalogue.seal(generation)).isEqualTo(expected);
    catalogue.activate(generation);
  }

  private static BodyKeys keys(List<Change> changes, Kind kind) {
    return BodyKeys.of(
        changes.stream()
            .filter(change -> change.kind() == kind)
            .mapToLong(change -> BodyKeys.key(designation(change.body()))));
  }

  private static void put(Catalogue catalogue, GenerationId generation, List<CatalogueRow> rows) {
    for (int chunk = 0; chunk * CHUNK < rows.size(); chunk++) {
      int end = Math.min(rows.size(), chunk * CHUNK + CHUNK);
      catalogue.put(new BodyBatch(generation, chunk, rows.subList(chunk * CHUNK, end)));
    }
  }

  private static String designation(int body) {
    return body % 3 == 0 ? "20" + (10 + body) + " AB" : Integer.toString(body);
  }

  /** Bodies that share names, cells and numbers, so that there are equals and many are found. */
  private static Entries body(int body, int state) {
    Entries entry =
        Entries.anEntry()
            .withDesignation(designation(body))
            .withName(state == 0 ? null : "Name " + (body + state) % 4)
            .withFullName(designation(body) + " (" + (1900 + state) + " XY" + body % 2 + ")")
            .withOrbitClass(state < 3 ? "APO" : "MBA")
            .withNeo(state == 5 ? null : (Boolean) (state < 3))
            .withSpectralClass(body % 2 == 0 ? "C" : "S")
            .withModel("state " + state);
    for (Ranking ranking : Ranking.values()) {
      int number = (body * 5 + state + ranking.ordinal()) % 7;
      entry = entry.with(ranking.column(), number == 0 ? null : (Double) (double) number);
    }
    return entry;
  }

  private static void assertSameAnswers(Catalogue layered, Catalogue full) {
    try (CatalogueReader asked = layered.read().orElseThrow();
        CatalogueReader expected = full.read().orElseThrow()) {
      assertThat(asked.count()).isEqualTo(expected.count());
      assertThat(everything(asked)).isEqualTo(everything(expected));
      for (int body = 0; body < BODIES; body++) {
        Designation designation = new Designation(designation(body));
        assertThat(asked.get(designation)).isEqualTo(expected.get(designation));
      }
      texts()
          .forEach(
              text -> {
                assertThat(asked.find(text, 4)).as(text).isEqualTo(expected.find(text, 4));
                assertThat(asked.similar(text, 4)).as(text).isEqualTo(expected.similar(text, 4));
              });
      queries()
          .forEach(
              query ->
                  assertThat(asked.top(query)).as(query.toString()).isEqualTo(expected.top(query)));
    }
  }

  private static List<CatalogueEntry> everything(CatalogueReader reader) {
    List<CatalogueEntry> entries = new ArrayList<>();
    reader.forEach(entries::add);
    return entries;
  }

  private static Stream<String> texts() {
    return Stream.of("name 1", "NAME 2", "1901 xy1", "2013 AB", "7 (1902 XY1)", "nam 3", "none");
  }

  private static Stream<TopQuery> queries() {
    return IntStream.range(0, 16)
        .mapToObj(
            i ->
                new TopQuery(
                    Ranking.values()[i % Ranking.values().length],
                    List.of(1, 3, 5, 100).get(i % 4),
                    i % 3 == 0 ? Set.of("MBA") : Set.of(),
                    i % 5 == 0,
                    i % 2 == 0 ? null : (Double) 4.0,
                    i % 4 == 0 ? "C" : null));
  }
}
