package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.table.Assumptions;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierTest {

  private static final Offset<Double> ROUNDING = within(1e-12);

  private static final Set<SpectralClass> DARK =
      Set.of(SpectralClass.B, SpectralClass.C, SpectralClass.CH, SpectralClass.D, SpectralClass.P);

  private static final ClassAlbedos ALBEDOS = ClassAlbedos.bundled();
  private static final ZonePriors PRIORS = ZonePriors.bundled();

  private final Classifier classifier = new Classifier(ALBEDOS, PRIORS, Assumptions.bundled());

  private ClassWeights weights(SmallBody body) {
    return classifier.classify(body).weights();
  }

  private static double sum(ClassWeights weights) {
    return SpectralClass.all().stream().mapToDouble(weights::of).sum();
  }

  private static double dark(ClassWeights weights) {
    return DARK.stream().mapToDouble(weights::of).sum();
  }

  @Test
  void classify_cleanType_isCertain() {
    Classification eros = classifier.classify(Bodies.eros());

    assertThat(eros.weights()).isEqualTo(ClassWeights.certain(SpectralClass.S));
    assertThat(eros.source()).isEqualTo(ClassSource.SPECTRAL_TYPE);
    assertThat(eros.type()).isNotNull();
    assertThat(eros.albedos().get(SpectralClass.S)).isEqualTo(ALBEDOS.of(SpectralClass.S));
  }

  @Test
  void classify_psyche_keepsTholensM() {
    assertThat(weights(Bodies.psyche())).isEqualTo(ClassWeights.certain(SpectralClass.M));
  }

  @Test
  void classify_noisyType_leavesTheRestToTheZone() {
    ClassWeights noisy = weights(Bodies.typed("S:"));
    ClassWeights zone = PRIORS.of(OrbitZone.MIDDLE_BELT);

    assertThat(noisy.of(SpectralClass.S))
        .isCloseTo(0.75 + 0.25 * zone.of(SpectralClass.S), ROUNDING);
    assertThat(noisy.of(SpectralClass.C)).isCloseTo(0.25 * zone.of(SpectralClass.C), ROUNDING);
    assertThat(sum(noisy)).isCloseTo(1, ROUNDING);
  }

  @Test
  void classify_noisyTypeAndAlbedo_leavesTheRestToZoneAndAlbedo() {
    SmallBody dark = Bodies.anAsteroid().smassType("S:").albedo(0.04).build();

    ClassWeights posterior = Classifier.posterior(PRIORS.of(OrbitZone.MIDDLE_BELT), ALBEDOS, 0.04);

    assertThat(weights(dark).of(SpectralClass.C))
        .isCloseTo(0.25 * posterior.of(SpectralClass.C), ROUNDING);
  }

  /** Tholen's cuts of X: P below 0.0631, M up to 0.2754, E above (SCIENCE.md 3.2). */
  @ParameterizedTest
  @CsvSource({
    "0.02, P",
    "0.045, P",
    "0.055, P",
    "0.1, M",
    "0.14, M",
    "0.2, M",
    "0.45, E",
    "0.55, E"
  })
  void classify_xWithAlbedo_isResolvedIntoEMP(double albedo, SpectralClass expected) {
    ClassWeights weights = weights(Bodies.anAsteroid().smassType("X").albedo(albedo).build());

    assertThat(weights.mostLikely()).isEqualTo(expected);
    assertThat(weights.confidence()).isGreaterThan(0.6);
    assertThat(weights.possible()).isSubsetOf(SpectralClass.E, SpectralClass.M, SpectralClass.P);
    assertThat(sum(weights)).isCloseTo(1, ROUNDING);
  }

  @Test
  void classify_xWithoutAlbedo_isSharedAsInTheZone() {
    ClassWeights weights = weights(Bodies.typed("X"));
    ClassWeights zone = PRIORS.of(OrbitZone.MIDDLE_BELT);

    assertThat(weights.of(SpectralClass.X)).isZero();
    assertThat(weights.of(SpectralClass.P) / weights.of(SpectralClass.M))
        .isCloseTo(zone.of(SpectralClass.P) / zone.of(SpectralClass.M), ROUNDING);
    assertThat(sum(weights)).isCloseTo(1, ROUNDING);
  }

  @Test
  void classify_pairWithX_resolvesOnlyTheX() {
    ClassWeights weights = weights(Bodies.anAsteroid().tholenType("CX").albedo(0.045).build());

    assertThat(weights.of(SpectralClass.C)).isCloseTo(2.0 / 3, ROUNDING);
    assertThat(weights.of(SpectralClass.X)).isZero();
    assertThat(weights.of(SpectralClass.P)).isBetween(0.3, 1.0 / 3);
  }

  @Test
  void classify_neitherTypeNorAlbedo_isTheShareOfItsZone() {
    Classification plain = classifier.classify(Bodies.onlyHInMainBelt());

    assertThat(plain.weights()).isEqualTo(PRIORS.of(OrbitZone.MIDDLE_BELT));
    assertThat(plain.source()).isEqualTo(ClassSource.ZONE);
    assertThat(plain.type()).isNull();
    assertThat(weights(Bodies.halley().isComet() ? Bodies.parabolicComet() : Bodies.eros()))
        .isEqualTo(PRIORS.of(OrbitZone.COMET));
  }

  @Test
  void classify_unreadableType_countsAsNone() {
    assertThat(classifier.classify(Bodies.typed("U")))
        .isEqualTo(classifier.classify(Bodies.onlyHInMainBelt()));
  }

  @Test
  void classify_albedoWithoutType_isThePosteriorOfItsZone() {
    SmallBody body = Bodies.anAsteroid().albedo(0.3).build();

    Classification classification = classifier.classify(body);

    assertThat(classification.weights())
        .isEqualTo(Classifier.posterior(PRIORS.of(OrbitZone.MIDDLE_BELT), ALBEDOS, 0.3));
    assertThat(classification.source()).isEqualTo(ClassSource.ZONE_ALBEDO);
    assertThat(classification.weights().mostLikely()).isEqualTo(SpectralClass.S);
  }

  @Property
  void posterior_anyAlbedoInAnyZone_sumsToOneWithinThePrior(
      @ForAll OrbitZone zone, @ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(9) double albedo) {
    ClassWeights posterior = Classifier.posterior(PRIORS.of(zone), ALBEDOS, albedo);

    assertThat(sum(posterior)).isCloseTo(1, ROUNDING);
    assertThat(PRIORS.of(zone).possible()).containsAll(posterior.possible());
  }

  @ParameterizedTest
  @EnumSource
  void posterior_darkAlbedo_isADarkClass(OrbitZone zone) {
    assertThat(dark(Classifier.posterior(PRIORS.of(zone), ALBEDOS, 0.02))).isGreaterThan(0.999);
    assertThat(dark(Classifier.posterior(PRIORS.of(zone), ALBEDOS, Double.MIN_VALUE)))
        .isGreaterThan(0.999);
  }

  /** Below 0.05 and above 0.24 the unequal widths turn the ratio around (SCIENCE.md 8.1). */
  @Property
  void posterior_brighter_neverRaisesCAgainstS(
      @ForAll @DoubleRange(min = 0.0512, max = 0.239) @Scale(6) double first,
      @ForAll @DoubleRange(min = 0.0512, max = 0.239) @Scale(6) double second) {
    assertThat(carbonToSilicate(Math.max(first, second)))
        .isLessThanOrEqualTo(carbonToSilicate(Math.min(first, second)) * (1 + 1e-12));
  }

  private static double carbonToSilicate(double albedo) {
    ClassWeights posterior = Classifier.posterior(PRIORS.of(OrbitZone.INNER_BELT), ALBEDOS, albedo);
    return posterior.of(SpectralClass.C) / posterior.of(SpectralClass.S);
  }

  @Test
  void posterior_textbookExample_isBayesRule() {
    ClassWeights prior =
        ClassWeights.certain(SpectralClass.C).mixedWith(ClassWeights.certain(SpectralClass.S), 0.5);

    ClassWeights posterior = Classifier.posterior(prior, ALBEDOS, 0.0512);

    // At the median of C: density ratio (1/0.34) / (exp(-z^2/2)/0.36), z = ln(0.239/0.0512)/0.36
    double z = Math.log(0.239 / 0.0512) / 0.36;
    double ratio = 0.36 / 0.34 * Math.exp(z * z / 2);
    assertThat(posterior.of(SpectralClass.C)).isCloseTo(ratio / (1 + ratio), ROUNDING);
  }

  @ParameterizedTest
  @EnumSource
  void bundled_everyClass_hasAnAlbedo(SpectralClass spectralClass) {
    assertThat(ALBEDOS.of(spectralClass).median()).isBetween(0.03, 0.6);
    assertThat(ALBEDOS.of(spectralClass).sigmaLn()).isBetween(0.1, 1.0);
  }

  @Test
  void classify_nearEarthWithoutAlbedo_takesThePriorOfItsPopulation() {
    Classification nearEarth = classifier.classify(Bodies.onlyH());
    SmallBody another = SmallBody.builder("(2012 GH4)", OrbitalElements.of(0.9, 0.3, 20)).build();

    assertThat(nearEarth.source()).isEqualTo(ClassSource.ZONE);
    assertThat(nearEarth.weights()).isNotEqualTo(PRIORS.of(OrbitZone.NEAR_EARTH));
    assertThat(classifier.classify(another)).isEqualTo(nearEarth);
  }
}
