package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.exoplanet.Planet;
import dev.assay.domain.exoplanet.PlanetEstimator;
import dev.assay.domain.exoplanet.PublishedValue;
import dev.assay.domain.exoplanet.PublishedValue.Limit;
import org.junit.jupiter.api.Test;

class PlanetEntryTest {

  private static PlanetEntry entry(Planet planet) {
    return PlanetEntry.of(planet, PlanetEstimator.bundled());
  }

  @Test
  void of_everythingKnown_isAllThere() {
    PlanetEntry entry =
        entry(
            new Planet(
                "Kepler-10 b",
                "Kepler-10",
                "Transit",
                2011,
                0.83749,
                new PublishedValue(1.5, 0.5, 0.25, Limit.NONE),
                new PublishedValue(4, 2.0, 1.0, Limit.NONE),
                "Mass",
                185.5));

    assertThat(entry.discoveryYear()).isEqualTo(2011);
    assertThat(entry.radiusEarths()).isEqualTo(1.5);
    assertThat(entry.radiusLowEarths()).isEqualTo(1.25);
    assertThat(entry.radiusHighEarths()).isEqualTo(2);
    assertThat(entry.massEarths()).isEqualTo(4);
    assertThat(entry.massLowEarths()).isEqualTo(3);
    assertThat(entry.massHighEarths()).isEqualTo(6);
    assertThat(entry.massSource()).isEqualTo("mass");
    assertThat(entry.densityKgM3()).isEqualTo(5514 / (1.5 * 1.5 * 1.5) * 4);
    assertThat(entry.densityLowKgM3()).isLessThan(entry.densityKgM3());
    assertThat(entry.densityHighKgM3()).isGreaterThan(entry.densityKgM3());
    assertThat(entry.listedMassEarths()).isEqualTo(4);
    assertThat(entry.listedMassProvenance()).isEqualTo("Mass");
    assertThat(entry.listedMassLimit()).isNull();
  }

  @Test
  void of_nothingButAName_isUnknown() {
    Planet planet = new Planet("X b", null, null, null, null, null, null, "Mass", null);

    assertThat(entry(planet)).isEqualTo(Planets.anUnknownPlanet("X b").entry());
  }

  @Test
  void of_bound_isListedAndMarked() {
    PublishedValue bound = new PublishedValue(9.1, null, null, Limit.UPPER);
    PlanetEntry entry = entry(new Planet("X b", null, null, null, null, null, bound, "Mass", null));

    assertThat(entry.massEarths()).isNull();
    assertThat(entry.listedMassEarths()).isEqualTo(9.1);
    assertThat(entry.listedMassLimit()).isEqualTo("upper");
  }

  @Test
  void of_giantWithARadiusOnly_hasAnIntervalWithoutAMedian() {
    PublishedValue radius = new PublishedValue(11.2, null, null, Limit.NONE);
    PlanetEntry entry = entry(new Planet("X b", null, null, null, null, radius, null, null, null));

    assertThat(entry.massEarths()).isNull();
    assertThat(entry.massLowEarths()).isPositive();
    assertThat(entry.massHighEarths()).isGreaterThan(318);
    assertThat(entry.massSource()).isEqualTo("radius-interval");
  }
}
