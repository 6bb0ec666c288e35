package dev.assay.domain.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.table.DataTable;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompositionsTest {

  private static final Compositions BUNDLED = Compositions.bundled();

  private static final Set<Component> PLATINUM_GROUP =
      Set.of(
          Component.PLATINUM,
          Component.PALLADIUM,
          Component.RHODIUM,
          Component.RUTHENIUM,
          Component.IRIDIUM,
          Component.OSMIUM);

  private static double platinumGroup(Composition composition) {
    return PLATINUM_GROUP.stream().mapToDouble(c -> composition.of(c).value()).sum();
  }

  @ParameterizedTest
  @EnumSource
  void bundled_everyClass_sharesItsMassAmongThePhases(SpectralClass spectralClass) {
    Composition composition = BUNDLED.of(spectralClass);

    double phases = composition.silicate();
    for (Component component : Component.values()) {
      if (component.isPhase()) {
        phases += composition.of(component).value();
      }
    }
    assertThat(composition.silicate()).isBetween(0.0, 1.0);
    assertThat(phases).isCloseTo(1, within(1e-12));
    assertThat(composition.of(Component.WATER).value()).isBetween(0.0, 0.25);
    assertThat(platinumGroup(composition)).isPositive().isLessThan(1e-3);
  }

  /** Sums of SCIENCE.md 6.3 (ppm by mass); the table gives the metals to 1 %. */
  @ParameterizedTest
  @CsvSource({"C, 3.29, 0.01", "S, 3.9, 0.02", "M, 20.5, 0.01", "R, 2.9, 0.05", "V, 0.003, 0.0005"})
  void bundled_platinumGroup_sumsToTheListedAbundance(
      SpectralClass spectralClass, double ppm, double tolerance) {
    assertThat(platinumGroup(BUNDLED.of(spectralClass)) * 1e6).isCloseTo(ppm, within(tolerance));
  }

  /** Water and metal of SCIENCE.md 6.1. */
  @ParameterizedTest
  @CsvSource({
    "C, 0.08, 0",
    "CH, 0.10, 0",
    "B, 0.07, 0.01",
    "S, 0.001, 0.09",
    "V, 0.0002, 0.01",
    "M, 0.001, 0.5",
    "E, 0.0003, 0.01",
    "K, 0.005, 0.04",
    "A, 0.0002, 0.04"
  })
  void bundled_waterAndMetal_areThoseOfTheAnalogues(
      SpectralClass spectralClass, double water, double metal) {
    assertThat(BUNDLED.of(spectralClass).of(Component.WATER).value()).isEqualTo(water);
    assertThat(BUNDLED.of(spectralClass).of(Component.METAL).value()).isEqualTo(metal);
  }

  @Test
  void bundled_unresolvedX_isTheMixtureOfEMAndP() {
    Composition x = BUNDLED.of(SpectralClass.X);

    for (Component component : Component.values()) {
      double mixed =
          0.3 * BUNDLED.of(SpectralClass.E).of(component).value()
              + 0.4 * BUNDLED.of(SpectralClass.M).of(component).value()
              + 0.3 * BUNDLED.of(SpectralClass.P).of(component).value();
      // X is printed with five digits.
      assertThat(x.of(component).value()).as(component.name()).isCloseTo(mixed, within(2e-5));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CB, C", "CG, C", "CGH, CH", "LD, L", "Q, S", "SA, S", "SK, S", "SL, S", "SQ, S", "SR, S",
    "SV, S", "XC, X", "XK, X", "XE, E", "XN, E", "Z, D"
  })
  void of_subclass_isMadeOfWhatItsClassIsMadeOf(SpectralClass subclass, SpectralClass analogue) {
    for (Component component : Component.values()) {
      assertThat(BUNDLED.of(subclass).of(component)).isEqualTo(BUNDLED.of(analogue).of(component));
    }
  }

  /** Dust, organic matter and ice, whatever the spectrum of the surface. */
  @ParameterizedTest
  @EnumSource
  void icy_everyClass_isAQuarterIceAtMostAndPoorerThanChondrites(SpectralClass spectralClass) {
    Composition icy = BUNDLED.icy().of(spectralClass);

    assertThat(icy.of(Component.WATER).value()).isBetween(0.1, 0.25);
    assertThat(icy.silicate()).isBetween(0.2, 0.6);
    assertThat(platinumGroup(icy))
        .isCloseTo(0.6 * platinumGroup(BUNDLED.of(SpectralClass.C)), within(2e-9));
    assertThat(BUNDLED.icy().alloy()).isEqualTo(BUNDLED.alloy());
  }

  @Test
  void parse_usersTable_isUsed() {
    String text =
        DataTable.bundled("compositions.csv")
            .replace("S,metal,0.09,0.02,0.19", "S,metal,0.2,0.1,0.3");

    Compositions mine = Compositions.parse("mine.csv", text);

    assertThat(mine.of(SpectralClass.SQ).of(Component.METAL))
        .isEqualTo(new MassFraction(0.2, 0.1, 0.3));
    assertThat(mine.of(SpectralClass.V).of(Component.METAL))
        .isEqualTo(BUNDLED.of(SpectralClass.V).of(Component.METAL));
  }

  @Test
  void bundled_alloy_isThatOfIronMeteorites() {
    Alloy alloy = BUNDLED.alloy();

    assertThat(alloy.iron().value()).isEqualTo(0.90);
    assertThat(alloy.nickel().value()).isEqualTo(0.09);
    assertThat(alloy.cobalt().value()).isEqualTo(0.005);
  }

  @Test
  void alloy_moreThanTheMetal_isRefused() {
    MassFraction most = new MassFraction(0.6, 0.5, 0.7);

    assertThatThrownBy(() -> new Alloy(most, most, most))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exceed the metal");
  }

  @Test
  void composition_missingComponent_isRefused() {
    Map<Component, MassFraction> fractions = new EnumMap<>(Component.class);
    fractions.put(Component.WATER, new MassFraction(0, 0, 0));

    assertThatThrownBy(() -> new Composition(fractions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no fraction for METAL");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.6, 0.7", "0.5, 0.4, 0.45", "1.1, 0.5, 1.2", "0.1, -0.1, 0.2", "NaN, 0, 1"})
  void massFraction_rangeNotAroundValueWithinOne_isRefused(double value, double low, double high) {
    assertThatThrownBy(() -> new MassFraction(value, low, high))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 <= low <= value <= high <= 1");
  }

  @Test
  void sigma_range_isHalfOfIt() {
    assertThat(new MassFraction(0.09, 0.02, 0.19).sigma()).isCloseTo(0.085, within(1e-15));
  }
}
