package dev.assay.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.value.KilometreSphere.Interval;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Results do not depend on the guesses; that the search for them is short does. */
class KilometreSphereTest {

  private static final AssayTables TABLES = AssayTables.bundled();
  private static final Classifier CLASSIFIER =
      new Classifier(TABLES.albedos(), TABLES.zones(), TABLES.assumptions());
  private static final MassEstimator MASSES =
      new MassEstimator(TABLES.densities(), TABLES.assumptions());
  private static final UnitValues UNIT_VALUES =
      new UnitValues(TABLES.compositions(), TABLES.prices());

  @Property(tries = 500)
  void near_anyErrorUpToAThirdOfTheDiameter_isWithinAThousandthOfTheInterval(
      @ForAll @DoubleRange(min = 0.7, max = 5.4) double a,
      @ForAll @DoubleRange(min = 0.02, max = 0.6) double albedo,
      @ForAll @DoubleRange(min = 0, max = 0.33) double sigmaLnDiameter,
      @ForAll boolean small) {
    SmallBody body =
        SmallBody.builder("1 Made", OrbitalElements.of(a, 0.1, 5)).albedo(albedo).build();
    ClassMixture mass = MASSES.ofKilometreSphere(CLASSIFIER.classify(body).weights(), small);
    ClassMixture value = mass.times(UNIT_VALUES.byClass());
    LogNormal widening = new LogNormal(0, 3 * sigmaLnDiameter);
    double[] ends = value.times(widening).quantiles(GrossValue.LOW, GrossValue.HIGH);

    Interval near = new KilometreSphere(mass, value).near(widening.sigmaLn() * widening.sigmaLn());

    assertThat(near.lnLow()).isCloseTo(Math.log(ends[0]), within(1e-3));
    assertThat(near.lnHigh()).isCloseTo(Math.log(ends[1]), within(1e-3));
  }
}
