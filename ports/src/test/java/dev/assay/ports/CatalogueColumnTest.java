package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueColumnTest {

  @Test
  void all_names_areThoseThatScriptsDependOn() {
    assertThat(CatalogueColumn.ALL)
        .extracting(CatalogueColumn::name)
        .containsExactly(
            "designation",
            "name",
            "full_name",
            "orbit_class",
            "neo",
            "pha",
            "a_au",
            "e",
            "i_deg",
            "q_au",
            "q_aphelion_au",
            "moid_au",
            "h_mag",
            "diameter_km",
            "diameter_sigma_ln",
            "diameter_source",
            "albedo",
            "spectral_type",
            "spectral_class",
            "class_confidence",
            "mass_kg",
            "mass_sigma_ln",
            "mass_source",
            "delta_v_km_s",
            "delta_v_quality",
            "value_usd",
            "value_low_usd",
            "value_high_usd",
            "profit_usd",
            "accessibility",
            "model",
            "h_sigma_mag",
            "class_source",
            "gm_km3_s2",
            "mass_measurements",
            "flags",
            "mission_status",
            "mission_destination",
            "mission_years",
            "mission_payload_kg",
            "mission_return_km_s",
            "break_even_price_factor");
  }

  @Test
  void all_values_areOfTheirType() {
    CatalogueEntry entry = Entries.anEntry().withName("Name").entry();

    assertThat(CatalogueColumn.ALL)
        .allSatisfy(
            column ->
                assertThat(Objects.requireNonNull(column.value().apply(entry)))
                    .isInstanceOf(
                        switch (column.type()) {
                          case TEXT -> String.class;
                          case REAL -> Double.class;
                          case INTEGER -> Long.class;
                          case FLAG -> Boolean.class;
                        }));
  }

  @Test
  void entry_valuesOfAnEntry_isThatEntry() {
    for (Entries body : List.of(Entries.anEntry(), Entries.ceres(), Entries.anUnknown())) {
      CatalogueEntry entry = body.entry();

      assertThat(Entries.of(entry).entry()).isEqualTo(entry);
    }
  }

  @Test
  void entry_wrongNumberOfValues_isRefused() {
    assertThatThrownBy(() -> CatalogueColumn.entry(List.of("1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "designation",
        "full_name",
        "orbit_class",
        "e",
        "i_deg",
        "q_au",
        "delta_v_quality",
        "model"
      })
  void entry_neededValueMissing_isRefusedByName(String column) {
    Entries incomplete = Entries.anEntry().with(column, null);

    assertThatThrownBy(incomplete::entry)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(column + " must not be null");
  }
}
