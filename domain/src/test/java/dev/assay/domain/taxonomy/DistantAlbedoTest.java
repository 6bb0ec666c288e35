package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.table.Assumptions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistantAlbedoTest {

  private static final Assumptions ASSUMED = Assumptions.bundled();

  private final Classifier classifier =
      new Classifier(ClassAlbedos.bundled(), ZonePriors.bundled(), ASSUMED);

  private static SmallBody.Builder transneptunian() {
    return SmallBody.builder("(2026 TN1)", OrbitalElements.of(43, 0.1, 5));
  }

  /**
   * Published albedos: Sicardy et al. 2011 (Eris), Nimmo et al. 2017 with Buratti et al. 2017
   * (Pluto), Ortiz et al. 2012 and 2017 (Makemake, Haumea), Pal et al. 2012 (Sedna), Fornasier et
   * al. 2013 (Orcus, Quaoar, Salacia, Varuna), Kiss et al. 2019 (Gonggong).
   */
  @ParameterizedTest
  @CsvSource({
    "Eris, -1.21, 0.96",
    "Pluto, -0.44, 0.60",
    "Makemake, -0.2, 0.80",
    "Haumea, 0.23, 0.51",
    "Sedna, 1.5, 0.32",
    "Gonggong, 1.8, 0.14",
    "Orcus, 2.2, 0.23",
    "Quaoar, 2.4, 0.12",
    "Varuna, 3.6, 0.127",
    "Salacia, 4.1, 0.044",
    "Arrokoth, 11.1, 0.165"
  })
  void of_wellKnownBody_isWithinTwoSigmaOfItsMeasuredAlbedo(String name, double h, double albedo) {
    double z =
        (Math.log(albedo) - DistantAlbedo.of(h, ASSUMED).mu()) / ASSUMED.distantAlbedoSigmaLn();

    assertThat(z).as(name).isBetween(-2.0, 2.0);
  }

  @Property
  void of_fainter_isNoBrighter(
      @ForAll @DoubleRange(min = -5, max = 30) double first,
      @ForAll @DoubleRange(min = -5, max = 30) double second) {
    assertThat(DistantAlbedo.of(Math.max(first, second), ASSUMED).mu())
        .isLessThanOrEqualTo(DistantAlbedo.of(Math.min(first, second), ASSUMED).mu());
  }

  @Test
  void of_bothEnds_areTheAssumptions() {
    assertThat(DistantAlbedo.of(-1, ASSUMED).median()).isCloseTo(0.7, within(1e-12));
    assertThat(DistantAlbedo.of(6, ASSUMED).median()).isCloseTo(0.08, within(1e-12));
  }

  @Test
  void classify_beyondNeptuneWithOnlyH_takesTheAlbedoOfItsMagnitude() {
    Classification large = classifier.classify(transneptunian().absoluteMagnitude(-1).build());
    Classification small = classifier.classify(transneptunian().absoluteMagnitude(7).build());

    assertThat(large.weights()).isEqualTo(small.weights());
    assertThat(large.albedos().get(SpectralClass.D).median()).isCloseTo(0.7, within(1e-12));
    assertThat(small.albedos().get(SpectralClass.P).median()).isCloseTo(0.08, within(1e-12));
  }

  /** Exposed ice makes an icy body bright, whatever it is made of. */
  @Test
  void classify_icyBodyWithAlbedo_keepsTheSharesOfItsZone() {
    Classification bright =
        classifier.classify(transneptunian().absoluteMagnitude(-1).albedo(0.96).build());

    assertThat(bright.weights()).isEqualTo(ZonePriors.bundled().of(OrbitZone.DISTANT));
    assertThat(bright.source()).isEqualTo(ClassSource.ZONE);
    assertThat(classifier.classify(Bodies.halley()).weights())
        .isEqualTo(ZonePriors.bundled().of(OrbitZone.COMET));
  }
}
