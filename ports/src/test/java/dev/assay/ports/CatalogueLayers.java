package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.TopQuery.Ranking;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Part of {@link CatalogueContract}: generations that rest on others. */
abstract class CatalogueLayers extends CatalogueLayerSuite {

  @Test
  void read_bodiesPutAndGone_showsThemAndWhatElseTheBaseHolds() {
    assertThat(layTheSecond()).isEqualTo(new Sealed(3, Map.of(), 2));
    catalogue().activate(SECOND);

    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "new", "99942", "new"));
    assertThat(designations(everything())).containsExactly("1", "433", "99942");
    assertThat(read(CatalogueReader::count)).isEqualTo(3);
    assertThat(read(CatalogueReader::generation)).isEqualTo(SECOND);
  }

  @Test
  void get_anyLayer_givesTheBodyAsItIsNow() {
    layTheSecond();
    catalogue().activate(SECOND);

    assertThat(get("1").map(CatalogueEntry::model)).contains("old");
    assertThat(get("433").map(CatalogueEntry::model)).contains("new");
    assertThat(get("99942").map(CatalogueEntry::model)).contains("new");
    assertThat(get("2020 AB1")).isEmpty();
  }

  @Test
  void find_nameThatChanged_isFoundUnderTheNewOneOnly() {
    catalogue().createOver(SECOND, FIRST);
    catalogue()
        .put(
            batch(
                SECOND,
                0,
                anEntry().withDesignation("433").withName("Eros").withFullName("433").row(0, 1)));
    catalogue().seal(SECOND, of(3, BodyKeys.NONE));
    catalogue().activate(SECOND);

    assertThat(designations(find("eros", 5))).containsExactly("433");
    assertThat(find("name of 433", 5)).isEmpty();
    assertThat(designations(find("name of 1", 5))).containsExactly("1");
    List<String> similar = read(reader -> designations(reader.similar("name of 432", 5)));
    assertThat(similar).doesNotContain("433").contains("1");
  }

  @Test
  void top_bestOnesChangedOrGone_ranksWhatIsThereNow() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 0, anEntry().withDesignation("433").withValue(1e30).row(0, 1)));
    catalogue().seal(SECOND, of(2, keys("2020 AB1")));
    catalogue().activate(SECOND);

    assertThat(designations(top(Rankings.by(Ranking.VALUE, 5)))).containsExactly("433", "1");
    assertThat(designations(top(Rankings.by(Ranking.VALUE, 1)))).containsExactly("433");
  }

  @Test
  void seal_bodyUnchangedAfterAll_isAsInTheBase() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 0, row("433", "superseded elsewhere", 1)));
    catalogue().put(batch(SECOND, 1, row("433", "superseded as well", 2), row("1", "new", 3)));

    assertThat(catalogue().seal(SECOND, new Difference(3, BodyKeys.NONE, keys("433"))))
        .isEqualTo(new Sealed(3, Map.of(), 1));
    catalogue().activate(SECOND);
    assertThat(models()).isEqualTo(Map.of("1", "new", "433", "old", "2020 AB1", "old"));
  }

  @Test
  void seal_nothingPut_holdsWhatTheBaseHolds() {
    catalogue().createOver(SECOND, FIRST);
    assertThat(catalogue().seal(SECOND, of(3, BodyKeys.NONE)))
        .isEqualTo(new Sealed(3, Map.of(), 0));
    assertThat(catalogue().seal(SECOND, of(3, BodyKeys.NONE)))
        .isEqualTo(new Sealed(3, Map.of(), 0));
    catalogue().activate(SECOND);

    assertThat(designations(everything())).containsExactly("1", "433", "2020 AB1");
  }

  @Test
  void seal_everythingGone_holdsNothing() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().seal(SECOND, of(0, keys("1", "433", "2020 AB1")));
    catalogue().activate(SECOND);

    assertThat(everything()).isEmpty();
    assertThat(read(CatalogueReader::count)).isZero();
    assertThat(top(Rankings.by(Ranking.VALUE, 5))).isEmpty();
  }

  @Test
  void seal_generationOfItsOwnWithADifference_isRefused() {
    catalogue().create(SECOND);

    assertRefused(() -> catalogue().seal(SECOND, of(0, BodyKeys.NONE)), SECOND);
  }

  @Test
  void createOver_severalLayers_laterOnesCount() {
    layTheSecond();
    catalogue().activate(SECOND);
    catalogue().createOver(THIRD, SECOND);
    catalogue().put(batch(THIRD, 0, row("2020 AB1", "back", 1), row("99942", "newer", 2)));
    catalogue().seal(THIRD, of(3, keys("1")));
    catalogue().activate(THIRD);

    assertThat(models()).isEqualTo(Map.of("433", "new", "99942", "newer", "2020 AB1", "back"));
    assertThat(designations(top(Rankings.by(Ranking.VALUE, 9))))
        .containsExactlyInAnyOrder("433", "99942", "2020 AB1");
    assertThat(designations(everything())).containsExactly("433", "99942", "2020 AB1");
    assertThat(get("1")).isEmpty();
    assertThat(designations(find("name of 433", 5))).containsExactly("433");
  }

  @Test
  void activate_layers_keepsTheirBasesAndDropsThemWhenNothingRestsOnThem() {
    layTheSecond();
    catalogue().activate(SECOND);
    catalogue().createOver(THIRD, SECOND);
    catalogue().seal(THIRD, of(3, BodyKeys.NONE));
    catalogue().activate(THIRD);
    assertThat(catalogue().generations()).containsExactly(FIRST, SECOND, THIRD);

    GenerationId fourth = new GenerationId("g-2026-10-26");
    publish(fourth, row("1", "full", 1));
    assertThat(catalogue().generations()).containsExactly(FIRST, SECOND, THIRD, fourth);
    GenerationId fifth = new GenerationId("g-2026-11-02");
    publish(fifth, row("1", "full", 1));
    assertThat(catalogue().generations()).containsExactly(fourth, fifth);
  }

  @Test
  void rollback_toTheBase_showsItAsItWas() {
    layTheSecond();
    catalogue().activate(SECOND);

    assertThat(catalogue().rollback()).contains(FIRST);
    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "old", "2020 AB1", "old"));
    assertThat(catalogue().rollback()).contains(SECOND);
    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "new", "99942", "new"));
  }

  @Test
  void readPrevious_layer_readsThroughToItsBase() {
    layTheSecond();
    catalogue().activate(SECOND);
    publish(THIRD, row("1", "full", 1));

    try (CatalogueReader previous = catalogue().readPrevious().orElseThrow()) {
      assertThat(designations(everything(previous))).containsExactly("1", "433", "99942");
    }
  }

  @Test
  void drop_baseOfAnother_isRefused() {
    layTheSecond();
    catalogue().activate(SECOND);

    assertRefused(() -> catalogue().drop(FIRST), FIRST);
    assertRefused(() -> catalogue().create(FIRST), FIRST);
    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "new", "99942", "new"));
  }

  @Test
  void drop_failedLayer_leavesItsBaseAlone() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 0, row("433", "new", 1)));
    catalogue().drop(SECOND);

    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "old", "2020 AB1", "old"));
    assertThat(catalogue().generations()).containsExactly(FIRST);
  }

  @Test
  void createOver_baseNotSealedOrItself_isRefused() {
    catalogue().create(SECOND);

    assertRefused(() -> catalogue().createOver(THIRD, SECOND), SECOND);
    assertRefused(() -> catalogue().createOver(THIRD, THIRD), THIRD);
    assertRefused(() -> catalogue().createOver(FIRST, SECOND), FIRST);
  }

  @Test
  void planets_layer_hasItsOwnOnly() {
    layTheSecond();
    catalogue().activate(SECOND);

    List<PlanetEntry> planets = read(reader -> reader.planets(5));
    assertThat(planets).isEmpty();
  }
}
