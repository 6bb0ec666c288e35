package dev.assay.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.ZonePriors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The short cut for bodies with a measured size must not change what comes out. */
class MeasuredBodiesTest {

  private static final AssayModel MODEL = AssayModel.withBundledTables();
  private static final Classifier CLASSIFIER =
      new Classifier(ClassAlbedos.bundled(), ZonePriors.bundled(), Assumptions.bundled());

  private static SmallBody.Builder body(double a, double e) {
    return SmallBody.builder("(2026 AA1)", OrbitalElements.of(a, e, 5));
  }

  /** With zero thousandths, the albedo is not known. */
  private static SmallBody.Builder body(double a, double e, int thousandths) {
    SmallBody.Builder body = body(a, e);
    return thousandths == 0 ? body : body.albedo(thousandths / 1e3);
  }

  @Property(tries = 600)
  void value_diameterMeasured_isThatOfTheAppraisalInFull(
      @ForAll @DoubleRange(min = 0.7, max = 6) double a,
      @ForAll @DoubleRange(min = 0, max = 0.9) double e,
      @ForAll @IntRange(max = 1000) int thousandths,
      @ForAll @DoubleRange(min = -6, max = 3) double lgKilometres,
      @ForAll @DoubleRange(min = 0, max = 0.7) double relativeError) {
    double kilometres = Math.pow(10, lgKilometres);
    assertSameAsInFull(
        body(a, e, thousandths)
            .diameter(new MeasuredDiameter(kilometres, kilometres * relativeError))
            .build());
  }

  @Property(tries = 600)
  void value_magnitudeAndAlbedo_isThatOfTheAppraisalInFull(
      @ForAll @DoubleRange(min = 0.7, max = 6) double a,
      @ForAll @DoubleRange(min = 0, max = 0.9) double e,
      @ForAll @IntRange(min = 1, max = 1000) int thousandths,
      @ForAll @DoubleRange(min = -2, max = 34) double h,
      @ForAll @DoubleRange(min = 0.01, max = 2) @Scale(3) double sigmaH) {
    assertSameAsInFull(
        body(a, e, thousandths).absoluteMagnitude(new AbsoluteMagnitude(h, sigmaH)).build());
  }

  private static void assertSameAsInFull(SmallBody body) {
    Classification classes = CLASSIFIER.classify(body);
    Appraisal full = MODEL.appraiseInFull(body, null, classes);

    Valuation valuation = MODEL.value(body);

    assertThat(valuation.classification()).isEqualTo(classes);
    assertThat(valuation.diameter()).isEqualTo(full.diameter());
    Estimate<?> mass = Objects.requireNonNull(full.mass());
    assertThat(Objects.requireNonNull(valuation.mass()).provenance()).isEqualTo(mass.provenance());
    assertThat(valuation.mass().sigmaLn()).isCloseTo(mass.sigmaLn(), within(1e-12));
    assertThat(valuation.mass().median().kilograms() / full.mass().median().kilograms())
        .isCloseTo(1, within(1e-12));
    GrossValue value = Objects.requireNonNull(full.grossValue());
    GrossValue found = Objects.requireNonNull(valuation.grossValue());
    assertThat(found.provenance()).isEqualTo(value.provenance());
    assertThat(found.usd() / value.usd()).isCloseTo(1, within(1e-12));
    assertThat(found.lowUsd() / value.lowUsd()).isCloseTo(1, within(1e-12));
    assertThat(found.highUsd() / value.highUsd()).isCloseTo(1, within(1e-12));
  }

  @Test
  void value_bodiesInAnotherOrder_areExactlyTheSame() {
    Random random = new Random(20261127);
    List<SmallBody> bodies =
        new ArrayList<>(
            IntStream.range(0, 2000)
                .mapToObj(
                    n ->
                        body(2 + random.nextDouble(), 0.1, 50 + random.nextInt(20))
                            .diameter(new MeasuredDiameter(1 + n % 7, random.nextDouble()))
                            .build())
                .toList());
    AssayModel forwards = AssayModel.withBundledTables();
    List<Valuation> first = bodies.stream().map(forwards::value).toList();

    Collections.reverse(bodies);
    AssayModel backwards = AssayModel.withBundledTables();
    List<Valuation> second = new ArrayList<>(bodies.stream().map(backwards::value).toList());

    Collections.reverse(second);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void value_anotherMassOrTypeOrFinerAlbedo_isThatOfTheAppraisalInFull() {
    MeasuredDiameter diameter = new MeasuredDiameter(3, 0.1);
    CombinedMass literature = new CombinedMass(1e13, 1e12, 1, 1e12, 1e12, 0, 0);

    assertIsInFull(body(2.5, 0.1, 150).diameter(diameter).build(), literature);
    assertIsInFull(
        body(2.5, 0.1, 150).diameter(diameter).gravitationalParameter(1e-6).build(), null);
    assertIsInFull(body(2.5, 0.1, 150).diameter(diameter).smassType("S").build(), null);
    assertIsInFull(body(2.5, 0.1).albedo(0.0462).diameter(diameter).build(), null);
    assertIsInFull(body(30, 0.1, 150).diameter(diameter).build(), null);
  }

  private static void assertIsInFull(SmallBody body, @Nullable CombinedMass literature) {
    Appraisal full = MODEL.appraiseInFull(body, literature, CLASSIFIER.classify(body));
    Valuation valuation = MODEL.value(body, literature);
    assertThat(new Appraisal(valuation.diameter(), valuation.mass(), valuation.grossValue()))
        .isEqualTo(full);
  }
}
