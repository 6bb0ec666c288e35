package dev.assay.ports;

import static dev.assay.ports.Entries.bennu;
import static dev.assay.ports.Entries.ceres;
import static dev.assay.ports.Entries.eros;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Part of {@link CatalogueContract}: reading the generation before the active one. */
abstract class CataloguePrevious extends CatalogueSuite {

  private Optional<GenerationId> previous() {
    Optional<CatalogueReader> opened = catalogue().readPrevious();
    opened.ifPresent(CatalogueReader::close);
    return opened.map(CatalogueReader::generation);
  }

  @Test
  void readPrevious_nothingActivated_isEmpty() {
    loadAndSeal(FIRST, ceres().row(0, 1));

    assertThat(previous()).isEmpty();
  }

  @Test
  void readPrevious_nothingBefore_isEmpty() {
    publishOne(FIRST, ceres());
    loadAndSeal(SECOND, eros().row(0, 1));

    assertThat(previous()).isEmpty();
  }

  @Test
  void readPrevious_twoActivated_isTheOneBefore() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());

    try (CatalogueReader reader = catalogue().readPrevious().orElseThrow()) {
      assertThat(reader.generation()).isEqualTo(FIRST);
      assertThat(reader.count()).isEqualTo(1);
      assertThat(everything(reader)).containsExactly(ceres().entry());
      assertThat(reader.find("Eros", 10)).isEmpty();
    }
  }

  @Test
  void readPrevious_besideTheActiveOne_bothCanBeReadAtOnce() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());

    try (CatalogueReader before = catalogue().readPrevious().orElseThrow();
        CatalogueReader now = catalogue().read().orElseThrow()) {
      assertThat(everything(now)).containsExactly(eros().entry());
      assertThat(everything(before)).containsExactly(ceres().entry());
    }
  }

  @Test
  void readPrevious_threeActivated_isTheSecond() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    publishOne(THIRD, bennu());

    assertThat(previous()).contains(SECOND);
  }

  @Test
  void readPrevious_afterRollback_isTheOneLeft() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    catalogue().rollback();

    try (CatalogueReader reader = catalogue().readPrevious().orElseThrow()) {
      assertThat(reader.generation()).isEqualTo(SECOND);
      assertThat(everything(reader)).isEqualTo(List.of(eros().entry()));
    }
  }

  @Test
  void readPrevious_dropped_isEmpty() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    catalogue().drop(FIRST);

    assertThat(previous()).isEmpty();
  }

  @Test
  void readPrevious_createdAnew_isEmpty() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    catalogue().create(FIRST);

    assertThat(previous()).isEmpty();
  }
}
