package dev.assay.ports;

import static dev.assay.ports.Entries.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.body.Designation;
import dev.assay.ports.Catalogue.Sealed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Part of {@link CatalogueContract}: layers and bases created, activated, read and dropped. */
abstract class CatalogueLayerLife extends CatalogueLayerSuite {

  @Test
  void createOver_oneThatExists_isEmptied() {
    layTheSecond();
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 0, row("1", "anew", 1)));

    assertThat(catalogue().seal(SECOND)).isEqualTo(new Sealed(3, Map.of(), 1));
    catalogue().activate(SECOND);
    assertThat(models()).isEqualTo(Map.of("1", "anew", "433", "old", "2020 AB1", "old"));
  }

  @Test
  void create_oneThatWasALayer_restsOnNothing() {
    layTheSecond();
    publish(SECOND, row("5", "full", 1));
    publish(THIRD, row("6", "full", 1));

    assertThat(catalogue().generations()).containsExactly(SECOND, THIRD);
    assertThat(catalogue().rollback()).contains(SECOND);
    assertThat(models()).isEqualTo(Map.of("5", "full"));
  }

  @Test
  void activate_another_dropsALayerThatWasNotActivated() {
    layTheSecond();
    catalogue().createOver(THIRD, SECOND);
    GenerationId fourth = new GenerationId("g-2026-10-26");
    catalogue().createOver(fourth, FIRST);
    catalogue().seal(fourth);

    catalogue().activate(fourth);

    assertThat(catalogue().generations()).containsExactly(FIRST, fourth);
    assertThat(models()).isEqualTo(Map.of("1", "old", "433", "old", "2020 AB1", "old"));
  }

  @Test
  void activate_baseThatIsKeptForALayer_isNotGoneBackTo() {
    layTheSecond();
    catalogue().activate(SECOND);
    catalogue().createOver(THIRD, SECOND);
    catalogue().seal(THIRD);
    catalogue().activate(THIRD);

    assertThat(catalogue().rollback()).contains(SECOND);
    assertThat(catalogue().rollback()).contains(THIRD);
    assertRefused(() -> catalogue().drop(SECOND), SECOND);
    assertRefused(() -> catalogue().drop(FIRST), FIRST);
  }

  @Test
  void drop_layerThenItsBase_isAllowed() {
    publish(THIRD, row("1", "full", 1));
    layTheSecond();

    catalogue().drop(SECOND);
    catalogue().drop(FIRST);

    assertThat(catalogue().generations()).containsExactly(THIRD);
  }

  @Test
  void read_layer_goesOnWhileTheNextIsActivated() {
    layTheSecond();
    catalogue().activate(SECOND);
    try (CatalogueReader reader = catalogue().read().orElseThrow()) {
      catalogue().createOver(THIRD, SECOND);
      catalogue().put(batch(THIRD, 0, row("433", "newer", 1)));
      catalogue().seal(THIRD);
      catalogue().activate(THIRD);

      assertThat(reader.get(new Designation("433")).map(CatalogueEntry::model)).contains("new");
      assertThat(designations(everything(reader))).containsExactly("1", "433", "99942");
    }
    assertThat(get("433").map(CatalogueEntry::model)).contains("newer");
  }

  @Test
  void read_layersDroppedMeanwhile_goesOnOrFailsButNeverShowsLess() {
    layTheSecond();
    catalogue().activate(SECOND);
    try (CatalogueReader reader = catalogue().read().orElseThrow()) {
      publish(THIRD, row("1", "full", 1));
      publish(new GenerationId("g-2026-10-26"), row("1", "full", 1));

      assertThat(catalogue().generations()).doesNotContain(FIRST, SECOND);
      assertThat(designationsOrFailure(reader)).isIn(List.of("1", "433", "99942"), List.of());
    }
  }

  /** Everything, or nothing if the reader fails as the contract allows. */
  private static List<String> designationsOrFailure(CatalogueReader reader) {
    try {
      return designations(everything(reader));
    } catch (PortException e) {
      return List.of();
    }
  }
}
