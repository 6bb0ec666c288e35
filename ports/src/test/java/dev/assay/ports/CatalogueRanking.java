package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.TopQuery.Ranking;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Part of {@link CatalogueContract}: the best bodies. */
abstract class CatalogueRanking extends CatalogueSuite {

  private List<String> best(TopQuery query) {
    return designations(top(query));
  }

  private static Entries body(String designation) {
    return anEntry().withDesignation(designation);
  }

  @ParameterizedTest
  @EnumSource(Ranking.class)
  void top_anyRanking_isBestFirst(Ranking ranking) {
    String column = ranking.column();
    publish(
        body("1").with(column, 2.5),
        body("2").with(column, -3.0),
        body("3").with(column, 1e21),
        body("4").with(column, null),
        body("5").with(column, 0.0),
        body("6").with(column, 10.0));

    assertThat(best(Rankings.by(ranking, 10)))
        .containsExactlyElementsOf(
            ranking.lowestFirst()
                ? List.of("2", "5", "1", "6", "3")
                : List.of("3", "6", "1", "5", "2"));
  }

  @ParameterizedTest
  @EnumSource(Ranking.class)
  void top_moreThanWanted_givesTheBest(Ranking ranking) {
    String column = ranking.column();
    publish(body("1").with(column, 2.0), body("2").with(column, 1.0), body("3").with(column, 3.0));

    assertThat(best(Rankings.by(ranking, 2)))
        .containsExactlyElementsOf(ranking.lowestFirst() ? List.of("2", "1") : List.of("3", "1"));
    assertThat(best(Rankings.by(ranking, Integer.MAX_VALUE))).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Ranking.class)
  void top_equalOnes_areInDesignationOrder(Ranking ranking) {
    String column = ranking.column();
    publish(
        body("2002 PD153").with(column, 1.0),
        body("10").with(column, 1.0),
        body("1999 AA").with(column, 1.0),
        body("9").with(column, 1.0),
        body("101955").with(column, 1.0));

    assertThat(best(Rankings.by(ranking, 10)))
        .containsExactly("9", "10", "101955", "1999 AA", "2002 PD153");
    assertThat(best(Rankings.by(ranking, 3))).containsExactly("9", "10", "101955");
  }

  @ParameterizedTest
  @EnumSource(Ranking.class)
  void top_numberUnknownForAll_isEmpty(Ranking ranking) {
    publish(body("1").with(ranking.column(), null), body("2").with(ranking.column(), null));

    assertThat(best(Rankings.by(ranking, 10))).isEmpty();
  }

  @Test
  void top_orbitClasses_leavesOnlyThose() {
    publish(
        body("1").withOrbitClass("APO"),
        body("2").withOrbitClass("AMO"),
        body("3").withOrbitClass("MBA"),
        body("4").withOrbitClass("apo"));

    assertThat(best(new TopQuery(Ranking.VALUE, 10, Set.of("APO"), false, null, null)))
        .containsExactly("1");
    assertThat(best(new TopQuery(Ranking.VALUE, 10, Set.of("AMO", "MBA"), false, null, null)))
        .containsExactly("2", "3");
    assertThat(best(new TopQuery(Ranking.VALUE, 10, Set.of("X' OR '1'='1"), false, null, null)))
        .isEmpty();
  }

  @Test
  void top_nearEarthOnly_leavesOnlyThoseKnownToBe() {
    publish(body("1").withNeo(true), body("2").withNeo(false), body("3").withNeo(null));

    assertThat(best(new TopQuery(Ranking.VALUE, 10, Set.of(), true, null, null)))
        .containsExactly("1");
    assertThat(best(Rankings.by(Ranking.VALUE, 10))).containsExactly("1", "2", "3");
  }

  @Test
  void top_maxDeltaV_leavesOnlyThoseUpToIt() {
    publish(
        body("1").withDeltaV(4.0),
        body("2").withDeltaV(5.5),
        body("3").withDeltaV(Math.nextUp(5.5)),
        body("4").withDeltaV(null));

    assertThat(best(new TopQuery(Ranking.VALUE, 10, Set.of(), false, 5.5, null)))
        .containsExactly("1", "2");
  }

  @Test
  void top_spectralClass_leavesOnlyThoseOfIt() {
    publish(
        body("1").withSpectralClass("C"),
        body("2").withSpectralClass("Cg"),
        body("3").withSpectralClass("c"),
        body("4").withSpectralClass("S"));

    assertThat(best(new TopQuery(Ranking.VALUE, 10, Set.of(), false, null, "C")))
        .containsExactly("1");
  }

  @Test
  void top_severalFilters_allHold() {
    Entries right =
        body("1").withOrbitClass("APO").withNeo(true).withDeltaV(5.0).withSpectralClass("M");
    publish(
        right,
        right.withDesignation("2").withOrbitClass("MBA"),
        right.withDesignation("3").withNeo(false),
        right.withDesignation("4").withDeltaV(9.0),
        right.withDesignation("5").withSpectralClass("S"),
        right.withDesignation("6").withValue(null),
        right.withDesignation("7").withValue(9e30));

    assertThat(best(new TopQuery(Ranking.VALUE, 10, Set.of("APO", "ATE"), true, 5.5, "M")))
        .containsExactly("7", "1");
    assertThat(best(new TopQuery(Ranking.VALUE, 1, Set.of("APO", "ATE"), true, 5.5, "M")))
        .containsExactly("7");
  }
}
