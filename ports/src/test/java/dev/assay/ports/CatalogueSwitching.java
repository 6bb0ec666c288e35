package dev.assay.ports;

import static dev.assay.ports.Entries.bennu;
import static dev.assay.ports.Entries.ceres;
import static dev.assay.ports.Entries.eros;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Part of {@link CatalogueContract}: activate, rollback, drop. */
abstract class CatalogueSwitching extends CatalogueSuite {

  @Test
  void active_nothingActivated_isEmpty() {
    loadAndSeal(FIRST, ceres().row(0, 1));

    assertThat(catalogue().active()).isEmpty();
    assertThat(catalogue().read()).isEmpty();
  }

  @Test
  void generations_none_isEmpty() {
    assertThat(catalogue().generations()).isEmpty();
  }

  @Test
  void generations_ofAnyState_areOrderedByName() {
    publishOne(SECOND, ceres());
    GenerationId upperCase = new GenerationId("G-2026");
    catalogue().create(THIRD);
    catalogue().create(upperCase);
    loadAndSeal(FIRST, eros().row(0, 1));

    assertThat(catalogue().generations()).containsExactly(upperCase, FIRST, SECOND, THIRD);
  }

  @Test
  void activate_sealed_isWhatReadersSee() {
    publishOne(FIRST, ceres());

    assertThat(catalogue().active()).contains(FIRST);
    assertThat(read(CatalogueReader::generation)).isEqualTo(FIRST);
    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void activate_empty_isAllowed() {
    catalogue().create(FIRST);
    catalogue().seal(FIRST);
    catalogue().activate(FIRST);

    assertThat(read(CatalogueReader::count)).isZero();
    assertThat(everything()).isEmpty();
  }

  @Test
  void activate_notSealed_isRefused() {
    publishOne(FIRST, ceres());
    load(SECOND, eros().row(0, 1));

    assertRefused(() -> catalogue().activate(SECOND), SECOND);

    assertThat(catalogue().active()).contains(FIRST);
    assertThat(catalogue().generations()).containsExactly(FIRST, SECOND);
  }

  @Test
  void activate_unknown_isRefused() {
    publishOne(FIRST, ceres());

    assertRefused(() -> catalogue().activate(SECOND), SECOND);

    assertThat(catalogue().active()).contains(FIRST);
    assertThat(catalogue().generations()).containsExactly(FIRST);
  }

  @Test
  void activate_next_keepsTheOneBeforeAndDropsAllOthers() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    GenerationId abandoned = new GenerationId("abandoned");
    load(abandoned, ceres().row(0, 1));

    publishOne(THIRD, bennu());

    assertThat(catalogue().active()).contains(THIRD);
    assertThat(catalogue().generations()).containsExactly(SECOND, THIRD);
    assertThat(everything()).containsExactly(bennu().entry());
  }

  @Test
  void activate_activeOne_changesNothing() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    catalogue().create(THIRD);

    catalogue().activate(SECOND);

    assertThat(catalogue().active()).contains(SECOND);
    assertThat(catalogue().generations()).containsExactly(FIRST, SECOND, THIRD);
    assertThat(catalogue().rollback()).contains(FIRST);
  }

  @Test
  void activate_oneBefore_swapsThem() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());

    catalogue().activate(FIRST);

    assertThat(everything()).containsExactly(ceres().entry());
    assertThat(catalogue().rollback()).contains(SECOND);
  }

  @Test
  void rollback_nothingActivated_isEmpty() {
    catalogue().create(FIRST);

    assertThat(catalogue().rollback()).isEmpty();
    assertThat(catalogue().active()).isEmpty();
  }

  @Test
  void rollback_nothingBefore_isEmpty() {
    publishOne(FIRST, ceres());

    assertThat(catalogue().rollback()).isEmpty();
    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void rollback_once_goesBack() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());

    assertThat(catalogue().rollback()).contains(FIRST);

    assertThat(catalogue().active()).contains(FIRST);
    assertThat(everything()).containsExactly(ceres().entry());
    assertThat(catalogue().generations()).containsExactly(FIRST, SECOND);
  }

  @Test
  void rollback_twice_returns() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());

    catalogue().rollback();

    assertThat(catalogue().rollback()).contains(SECOND);
    assertThat(everything()).containsExactly(eros().entry());
  }

  @Test
  void rollback_thenActivateNext_keepsTheOneGoneBackTo() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    catalogue().rollback();

    publishOne(THIRD, bennu());

    assertThat(catalogue().generations()).containsExactly(FIRST, THIRD);
    assertThat(catalogue().rollback()).contains(FIRST);
  }

  @Test
  void rollback_oneBeforeDropped_isEmpty() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    catalogue().drop(FIRST);

    assertThat(catalogue().rollback()).isEmpty();
    assertThat(everything()).containsExactly(eros().entry());
  }

  @Test
  void rollback_oneBeforeCreatedAnew_isEmpty() {
    publishOne(FIRST, ceres());
    publishOne(SECOND, eros());
    catalogue().create(FIRST);

    assertThat(catalogue().rollback()).isEmpty();
    assertThat(everything()).containsExactly(eros().entry());
  }

  @Test
  void drop_anyStateButActive_isGone() {
    publishOne(FIRST, ceres());
    load(SECOND, eros().row(0, 1));
    loadAndSeal(THIRD, eros().row(0, 1));

    catalogue().drop(SECOND);
    catalogue().drop(THIRD);

    assertThat(catalogue().generations()).containsExactly(FIRST);
    assertRefused(() -> catalogue().activate(THIRD), THIRD);
    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void drop_unknown_doesNothing() {
    load(FIRST, ceres().row(0, 1));

    catalogue().drop(SECOND);
    catalogue().drop(FIRST);
    catalogue().drop(FIRST);

    assertThat(catalogue().generations()).isEmpty();
  }

  @Test
  void drop_active_isRefused() {
    publishOne(FIRST, ceres());

    assertRefused(() -> catalogue().drop(FIRST), FIRST);

    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void create_droppedBefore_isEmpty() {
    load(FIRST, ceres().row(0, 1));
    catalogue().drop(FIRST);

    assertThat(loadAndSeal(FIRST, eros().row(0, 1)).rows()).isEqualTo(1);
  }
}
