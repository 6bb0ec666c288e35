package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.TopQuery.Ranking;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Part of {@link CatalogueContract}: what of a layer and its bases is there after all. */
abstract class CatalogueLayerFilling extends CatalogueLayerSuite {

  @Test
  void find_nameThatMovedToAnotherBody_isFoundThereOnly() {
    catalogue().createOver(SECOND, FIRST);
    catalogue()
        .put(
            batch(
                SECOND,
                0,
                anEntry().withDesignation("433").withName(null).row(0, 1),
                anEntry().withDesignation("99942").withName("Name of 433").row(0, 2)));
    catalogue().seal(SECOND, of(4, BodyKeys.NONE));
    catalogue().activate(SECOND);

    assertThat(designations(find("Name of 433", 5))).containsExactly("99942");
    assertThat(designations(find("433", 5))).containsExactly("433");
  }

  @Test
  void find_nameThatSeveralLayersHold_isInDesignationOrder() {
    publish(THIRD, row("5", "old", 1), row("3", "old", 2), row("2020 AB1", "old", 3));
    catalogue().createOver(SECOND, THIRD);
    CatalogueRow fourth = anEntry().withDesignation("4").withName("name of 5").row(0, 1);
    catalogue().put(batch(SECOND, 0, fourth));
    catalogue().seal(SECOND, of(4, BodyKeys.NONE));
    catalogue().activate(SECOND);

    assertThat(designations(find("Name of 5", 5))).containsExactly("4", "5");
    assertThat(designations(find("Name of 5", 1))).containsExactly("4");
  }

  @Test
  void top_equalOnesInSeveralLayers_areInDesignationOrder() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 0, row("2", "new", 1), row("433", "new", 2)));
    catalogue().seal(SECOND, of(4, BodyKeys.NONE));
    catalogue().activate(SECOND);

    assertThat(designations(top(Rankings.by(Ranking.VALUE, 3)))).containsExactly("1", "2", "433");
    assertThat(designations(top(Rankings.by(Ranking.DELTA_V, 4))))
        .containsExactly("1", "2", "433", "2020 AB1");
  }

  @Test
  void seal_withoutDifference_countsWhatIsNew() {
    catalogue().createOver(SECOND, FIRST);
    catalogue()
        .put(batch(SECOND, 0, row("433", "new", 1), row("99942", "new", 2), row("5", "new", 3)));

    assertThat(catalogue().seal(SECOND)).isEqualTo(new Sealed(5, Map.of(), 3));
    catalogue().activate(SECOND);
    assertThat(designations(everything())).containsExactly("1", "5", "433", "99942", "2020 AB1");
    assertThat(read(CatalogueReader::count)).isEqualTo(5);
  }

  @Test
  void seal_bodyPutTwice_laterRowStaysAndTheOtherIsCounted() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 1, row("433", "later", 9)));
    catalogue().put(batch(SECOND, 0, row("433", "earlier", 8)));

    assertThat(catalogue().seal(SECOND, of(3, BodyKeys.NONE)))
        .isEqualTo(new Sealed(3, Map.of(0, 1L), 1));
    catalogue().activate(SECOND);
    assertThat(get("433").map(CatalogueEntry::model)).contains("later");
    assertThat(models()).containsEntry("433", "later").hasSize(3);
  }

  @Test
  void seal_onceMoreWithAnotherDifference_givesTheSame() {
    Sealed sealed = layTheSecond();

    assertThat(catalogue().seal(SECOND, new Difference(9, keys("1"), keys("433"))))
        .isEqualTo(sealed);
    assertThat(catalogue().seal(SECOND)).isEqualTo(sealed);
    catalogue().activate(SECOND);
    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "new", "99942", "new"));
  }

  @Test
  void seal_bodyGoneButPut_isThere() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 0, row("433", "new", 1)));
    catalogue().seal(SECOND, of(2, keys("433", "1", "never there")));
    catalogue().activate(SECOND);

    assertThat(models()).isEqualTo(Map.of("433", "new", "2020 AB1", "old"));
    assertThat(get("433").map(CatalogueEntry::model)).contains("new");
  }

  @Test
  void put_layerThatIsSealed_isRefusedUnlessItIsThereAlready() {
    layTheSecond();

    catalogue().put(batch(SECOND, 0, row("433", "again", 1)));
    assertRefused(() -> catalogue().put(batch(SECOND, 1, row("1", "late", 1))), SECOND);

    catalogue().activate(SECOND);
    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "new", "99942", "new"));
  }

  @Test
  void createOver_bodyUnchangedInTheUpperLayer_isAsInTheOneBetween() {
    layTheSecond();
    catalogue().createOver(THIRD, SECOND);
    catalogue().put(batch(THIRD, 0, row("433", "came to nothing", 1), row("1", "new", 2)));
    catalogue().seal(THIRD, new Difference(3, BodyKeys.NONE, keys("433")));
    catalogue().activate(THIRD);

    assertThat(models()).isEqualTo(Map.of("1", "new", "433", "new", "99942", "new"));
    assertThat(get("433").map(CatalogueEntry::model)).contains("new");
    assertThat(designations(find("name of 433", 5))).containsExactly("433");
  }

  @Test
  void createOver_overAnEmptyBase_holdsWhatIsPut() {
    catalogue().create(THIRD);
    catalogue().seal(THIRD);
    catalogue().createOver(SECOND, THIRD);
    catalogue().put(batch(SECOND, 0, row("433", "new", 1)));

    assertThat(catalogue().seal(SECOND)).isEqualTo(new Sealed(1, Map.of()));
    catalogue().activate(SECOND);
    assertThat(models()).isEqualTo(Map.of("433", "new"));
  }
}
