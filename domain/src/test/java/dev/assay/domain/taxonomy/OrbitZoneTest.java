package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrbitZoneTest {

  /** Zones of SCIENCE.md 5.4; each boundary belongs to the outer zone. */
  @ParameterizedTest
  @CsvSource({
    "1.2999, 0, NEAR_EARTH",
    "0.7, 0.2, NEAR_EARTH",
    "20, 0.95, NEAR_EARTH",
    "1.3, 0, HUNGARIA",
    "1.9999, 0, HUNGARIA",
    "2.0, 0, INNER_BELT",
    "2.4999, 0, INNER_BELT",
    "2.5, 0, MIDDLE_BELT",
    "2.8199, 0, MIDDLE_BELT",
    "2.82, 0, OUTER_BELT",
    "3.2699, 0, OUTER_BELT",
    "3.27, 0, CYBELE",
    "3.6999, 0, CYBELE",
    "3.7, 0, HILDA",
    "4.5999, 0, HILDA",
    "4.6, 0, TROJAN",
    "5.4999, 0, TROJAN",
    "5.5, 0, DISTANT",
    "40, 0.1, DISTANT",
  })
  void of_asteroid_followsPerihelionThenSemiMajorAxis(double a, double e, OrbitZone expected) {
    SmallBody body = SmallBody.builder("(2011 CD2)", OrbitalElements.of(a, e, 5)).build();

    assertThat(OrbitZone.of(body)).isEqualTo(expected);
  }

  @Test
  void of_comets_isTheirOwnZoneWhereverTheyAre() {
    assertThat(OrbitZone.of(Bodies.halley())).isEqualTo(OrbitZone.COMET);
    assertThat(OrbitZone.of(Bodies.parabolicComet())).isEqualTo(OrbitZone.COMET);
    assertThat(OrbitZone.of(Bodies.anAsteroid().orbitClass(new OrbitClass("ETc")).build()))
        .isEqualTo(OrbitZone.COMET);
  }

  @Test
  void of_unboundAsteroid_isDistant() {
    assertThat(OrbitZone.of(Bodies.oumuamua())).isEqualTo(OrbitZone.DISTANT);
  }

  @ParameterizedTest
  @EnumSource
  void bundled_everyZone_hasSharesThatSumToOne(OrbitZone zone) {
    ClassWeights shares = ZonePriors.bundled().of(zone);

    assertThat(SpectralClass.all().stream().mapToDouble(shares::of).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(shares.possible()).hasSizeGreaterThan(1);
  }

  /** Facts that the priors must respect (SCIENCE.md 5.4). */
  @Test
  void bundled_beltFromInsideOut_turnsFromSiliceousToDark() {
    ZonePriors priors = ZonePriors.bundled();

    assertThat(priors.of(OrbitZone.HUNGARIA).mostLikely()).isEqualTo(SpectralClass.E);
    assertThat(priors.of(OrbitZone.INNER_BELT).mostLikely()).isEqualTo(SpectralClass.S);
    assertThat(priors.of(OrbitZone.OUTER_BELT).mostLikely()).isEqualTo(SpectralClass.C);
    assertThat(priors.of(OrbitZone.HILDA).mostLikely()).isEqualTo(SpectralClass.P);
    assertThat(priors.of(OrbitZone.TROJAN).mostLikely()).isEqualTo(SpectralClass.D);
  }
}
