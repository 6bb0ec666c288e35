package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.RunRecord;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever changes from run to run, and whatever runs came before, a run is as a full load. */
class LayeredHistoryPropertyTest {

  private static final int BODIES = 60;
  private static final List<URI> TABLES = List.of(Tables.file("first"), Tables.file("second"));

  /** One row comes, changes or goes. */
  private record Edit(int table, int body, String magnitude) {

    private static final String GONE = "gone";

    void on(List<Map<Integer, String>> tables) {
      if (magnitude.equals(GONE)) {
        tables.get(table).remove(body);
      } else {
        tables.get(table).put(body, magnitude);
      }
    }
  }

  /** What happens before and in one run. */
  private record Week(List<Edit> edits, boolean full, boolean rollback) {}

  @Provide
  Arbitrary<List<Week>> histories() {
    Arbitrary<Edit> edits =
        Combinators.combine(
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(1, BODIES + 3),
                Arbitraries.of("12", "15.5", "NaN", "x", Edit.GONE))
            .as(Edit::new);
    return Combinators.combine(
            edits.list().ofMaxSize(3),
            Arbitraries.integers().between(0, 9).map(draw -> draw == 0),
            Arbitraries.integers().between(0, 4).map(draw -> draw == 0))
        .as(Week::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(7);
  }

  @Property(tries = 60)
  void run_afterAnyHistory_isAsAFullLoad(@ForAll("histories") List<Week> history) {
    List<Map<Integer, String>> tables = List.of(new TreeMap<>(), new TreeMap<>());
    for (int body = 1; body <= BODIES; body++) {
      tables.get(0).put(body, "15.5");
    }
    tables.get(1).put(BODIES + 10, "18");
    World world = new World();
    refresh(world, tables, 0, false);
    for (int week = 1; week <= history.size(); week++) {
      Week now = history.get(week - 1);
      if (now.rollback()) {
        world.catalogue.rollback();
      }
      now.edits().forEach(edit -> edit.on(tables));
      RunRecord run = refresh(world, tables, week, now.full());

      World fresh = new World();
      RunRecord inFull = refresh(fresh, tables, week, true);
      assertThat(world.csv()).isEqualTo(fresh.csv());
      assertThat(run.sources()).isEqualTo(inFull.sources());
      assertThat(run.warnings())
          .filteredOn(warning -> !warning.contains("fewer than in generation"))
          .isEqualTo(inFull.warnings());
      assertThat(run.written()).isLessThanOrEqualTo(inFull.written());
    }
  }

  private static RunRecord refresh(
      World world, List<Map<Integer, String>> tables, int week, boolean full) {
    TestRequest request = aRequest().generation("run-" + week);
    for (int table = 0; table < tables.size(); table++) {
      List<String> rows = new ArrayList<>();
      tables.get(table).forEach((body, magnitude) -> rows.add(Tables.row("" + body, magnitude)));
      world.upstream.publish(TABLES.get(table), Tables.csv(rows.toArray(String[]::new)));
      request.table(TABLES.get(table));
    }
    assertThat(world.refresh(full ? request.full() : request).failure()).isNull();
    return world.ledger.history(1).get(0);
  }
}
