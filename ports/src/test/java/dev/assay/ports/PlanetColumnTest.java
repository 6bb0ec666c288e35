package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanetColumnTest {

  @Test
  void all_names_areThoseThatScriptsDependOn() {
    assertThat(PlanetColumn.ALL)
        .extracting(PlanetColumn::name)
        .containsExactly(
            "name",
            "host",
            "discovery_method",
            "discovery_year",
            "orbital_period_days",
            "distance_pc",
            "radius_earths",
            "radius_low_earths",
            "radius_high_earths",
            "mass_earths",
            "mass_low_earths",
            "mass_high_earths",
            "mass_source",
            "density_kg_m3",
            "density_low_kg_m3",
            "density_high_kg_m3",
            "listed_mass_earths",
            "listed_mass_provenance",
            "listed_mass_limit");
  }

  @Test
  void all_values_areOfTheirType() {
    PlanetEntry entry = Planets.aPlanet().entry();

    assertThat(PlanetColumn.ALL)
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
    for (Planets planet : List.of(Planets.aPlanet(), Planets.anUnknownPlanet("X b"))) {
      assertThat(Planets.of(planet.entry()).entry()).isEqualTo(planet.entry());
    }
  }

  @Test
  void entry_wrongNumberOfValues_isRefused() {
    assertThatThrownBy(() -> PlanetColumn.entry(List.of("1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 values");
  }

  @Test
  void entry_noName_isRefused() {
    assertThatThrownBy(() -> PlanetColumn.entry(Collections.nCopies(PlanetColumn.ALL.size(), null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name must not be null");
  }
}
