package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeightsTest {

  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<ClassWeights> anyWeights() {
    return Arbitraries.maps(
            Arbitraries.of(SpectralClass.class),
            Arbitraries.doubles().between(0.001, 1000).ofScale(3))
        .ofMinSize(1)
        .ofMaxSize(SpectralClass.COUNT)
        .map(ClassWeights::of);
  }

  @Property
  void of_anyWeights_sumToOne(@ForAll("anyWeights") ClassWeights weights) {
    assertThat(SpectralClass.all().stream().mapToDouble(weights::of).sum())
        .isCloseTo(1, within(ROUNDING));
    assertThat(weights.confidence())
        .isGreaterThanOrEqualTo(1.0 / SpectralClass.COUNT - ROUNDING)
        .isLessThanOrEqualTo(1);
    assertThat(weights.possible()).isNotEmpty().contains(weights.mostLikely()).isSorted();
  }

  @Property
  void mixedWith_anyShare_liesBetweenTheTwo(
      @ForAll("anyWeights") ClassWeights first,
      @ForAll("anyWeights") ClassWeights second,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double share) {
    ClassWeights mixed = first.mixedWith(second, share);

    for (SpectralClass spectralClass : SpectralClass.all()) {
      double expected = share * first.of(spectralClass) + (1 - share) * second.of(spectralClass);
      assertThat(mixed.of(spectralClass)).isCloseTo(expected, within(ROUNDING));
    }
  }

  @Test
  void of_unnormalised_areDividedByTheirSum() {
    ClassWeights weights = ClassWeights.of(Map.of(SpectralClass.S, 3.0, SpectralClass.C, 1.0));

    assertThat(weights.of(SpectralClass.S)).isEqualTo(0.75);
    assertThat(weights.of(SpectralClass.C)).isEqualTo(0.25);
    assertThat(weights.of(SpectralClass.V)).isZero();
    assertThat(weights.possible()).containsExactly(SpectralClass.C, SpectralClass.S);
    assertThat(weights).hasToString("C 0.25, S 0.75");
  }

  @Test
  void mostLikely_tie_isTheFirstInDeclarationOrder() {
    assertThat(ClassWeights.of(Map.of(SpectralClass.X, 1.0, SpectralClass.B, 1.0)).mostLikely())
        .isEqualTo(SpectralClass.B);
  }

  @Test
  void certain_oneClass_equalsItsNormalisedWeight() {
    ClassWeights certain = ClassWeights.certain(SpectralClass.SQ);

    assertThat(certain)
        .isEqualTo(ClassWeights.of(Map.of(SpectralClass.SQ, 0.2)))
        .hasSameHashCodeAs(ClassWeights.of(Map.of(SpectralClass.SQ, 0.2)))
        .isNotEqualTo(ClassWeights.certain(SpectralClass.S));
    assertThat(certain.possible()).isEqualTo(List.of(SpectralClass.SQ));
    assertThat(certain.confidence()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void of_impossibleWeight_isRefused(double weight) {
    Map<SpectralClass, Double> weights =
        new EnumMap<>(Map.of(SpectralClass.S, 1.0, SpectralClass.C, weight));

    assertThatThrownBy(() -> ClassWeights.of(weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(weight));
  }

  @Test
  void of_noWeightAtAll_isRefused() {
    assertThatThrownBy(() -> ClassWeights.of(Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ClassWeights.of(Map.of(SpectralClass.S, 0.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("all class weights are zero");
  }

  @Test
  void posterior_likelihoods_areWeighedWithThePrior() {
    ClassWeights prior = ClassWeights.of(Map.of(SpectralClass.C, 0.25, SpectralClass.S, 0.75));

    assertThat(prior.posterior(new double[] {0.75, 0.25}))
        .isEqualTo(ClassWeights.of(Map.of(SpectralClass.C, 0.5, SpectralClass.S, 0.5)));
  }

  @Test
  void posterior_classRuledOut_isNotPossibleAnyMore() {
    ClassWeights prior = ClassWeights.of(Map.of(SpectralClass.C, 0.25, SpectralClass.S, 0.75));

    ClassWeights posterior = prior.posterior(new double[] {0, 0.2});

    assertThat(posterior.possible()).containsExactly(SpectralClass.S);
    assertThat(posterior).isEqualTo(ClassWeights.certain(SpectralClass.S));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.NaN})
  void posterior_nothingLeft_isRefused(double likelihood) {
    ClassWeights prior = ClassWeights.of(Map.of(SpectralClass.C, 0.25, SpectralClass.S, 0.75));

    assertThatThrownBy(() -> prior.posterior(new double[] {likelihood, likelihood}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("likelihoods");
  }
}
