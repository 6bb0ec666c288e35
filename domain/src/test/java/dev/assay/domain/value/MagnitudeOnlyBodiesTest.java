package dev.assay.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.size.Photometry;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.ZonePriors;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** The short cut for bodies with nothing but a magnitude must not change what comes out. */
class MagnitudeOnlyBodiesTest {

  private static final AssayModel MODEL = AssayModel.withBundledTables();
  private static final Classifier CLASSIFIER =
      new Classifier(ClassAlbedos.bundled(), ZonePriors.bundled(), Assumptions.bundled());

  @Property
  void value_onlyMagnitude_hasTheDiameterOfItsOwnMixture(
      @ForAll @DoubleRange(min = -2, max = 34) double h,
      @ForAll @DoubleRange(min = 0.01, max = 2) double sigmaH,
      @ForAll @DoubleRange(min = 0.7, max = 6) double a,
      @ForAll @DoubleRange(min = 0, max = 0.9) double e) {
    SmallBody body =
        SmallBody.builder("(2026 AA1)", OrbitalElements.of(a, e, 5))
            .absoluteMagnitude(new AbsoluteMagnitude(h, sigmaH))
            .build();
    Classification classes = CLASSIFIER.classify(body);

    Valuation valuation = MODEL.value(body);

    LogNormal direct =
        ClassMixture.of(
                classes.weights(), c -> Photometry.diameter(h, sigmaH, classes.albedos().get(c)))
            .matched();
    double diameter = Objects.requireNonNull(valuation.diameter()).median().kilometres();
    assertThat(diameter / direct.median()).isCloseTo(1, within(1e-9));
    assertThat(valuation.diameter().sigmaLn()).isCloseTo(direct.sigmaLn(), within(1e-12));
  }

  @Property
  void value_fiveMagnitudesFainter_isAThousandthAsHeavyAndWorth(
      @ForAll @DoubleRange(min = 18, max = 28) double h) {
    Valuation bright = MODEL.value(body(h));
    Valuation faint = MODEL.value(body(h + 5));

    assertThat(mass(bright) / mass(faint)).isCloseTo(1000, within(1e-6));
    assertThat(value(bright).usd() / value(faint).usd()).isCloseTo(1000, within(1e-6));
    assertThat(value(bright).lowUsd() / value(faint).lowUsd()).isCloseTo(1000, within(1e-6));
  }

  private static SmallBody body(double h) {
    return SmallBody.builder("(2026 AA1)", OrbitalElements.of(1.2, 0.2, 5))
        .absoluteMagnitude(h)
        .build();
  }

  private static double mass(Valuation valuation) {
    return Objects.requireNonNull(valuation.mass()).median().kilograms();
  }

  private static GrossValue value(Valuation valuation) {
    return Objects.requireNonNull(valuation.grossValue());
  }

  @Property(tries = 300)
  void value_anyErrorOfMagnitude_isThatOfTheAppraisalInFull(
      @ForAll @DoubleRange(min = 0.001, max = 2.2) @Scale(5) double sigmaH,
      @ForAll @DoubleRange(min = 0.7, max = 6) double a,
      @ForAll @DoubleRange(min = 10, max = 25) double h) {
    SmallBody body =
        SmallBody.builder("(2026 AA1)", OrbitalElements.of(a, 0.1, 5))
            .absoluteMagnitude(new AbsoluteMagnitude(h, sigmaH))
            .build();
    GrossValue scaled = value(MODEL.value(body));
    GrossValue full = Objects.requireNonNull(inFull(body).grossValue());

    assertThat(scaled.usd() / full.usd()).isCloseTo(1, within(1e-12));
    assertThat(scaled.lowUsd() / full.lowUsd()).isCloseTo(1, within(3e-10));
    assertThat(scaled.highUsd() / full.highUsd()).isCloseTo(1, within(3e-10));
    assertThat(Objects.requireNonNull(MODEL.value(body).mass()).sigmaLn())
        .isCloseTo(Objects.requireNonNull(inFull(body).mass()).sigmaLn(), within(1e-12));
  }

  private static Appraisal inFull(SmallBody body) {
    return MODEL.appraiseInFull(body, null, CLASSIFIER.classify(body));
  }
}
