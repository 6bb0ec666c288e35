package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.table.BadTableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsterankPricesTest {

  private final AsterankPrices prices = AsterankPrices.bundled();

  /** The last column of SCIENCE.md 2.1. */
  @ParameterizedTest
  @CsvSource({
    "C, .00862133529",
    "Ch, .00862133529",
    "Cg, .00862133529",
    "Cgh, .00862133529",
    "Cb, .00860933373",
    "K, .00860933373",
    "B, .00859735216",
    "M, .001002176",
    "X, .001002176",
    "Xe, .001002176",
    "Xk, .001002176",
    "Xc, .001102176",
    "L, .0035",
    "O, .0250002995",
    "P, .00125",
    "Q, 1.344815e-6",
    "T, 1.2e-8",
    "D, 2.3e-9",
    "S, 1e-57",
    "Sa, 5e-58",
    "Sq, 1e-57",
    "Sr, 1e-57",
    "Sk, 1e-57",
    "Sl, 1e-57",
    "S(IV), 1e-57",
    "R, 1e-57",
    "V, 1e-57",
    "Ld, 1e-57"
  })
  void of_publishedTable_isWorthAsPublished(String spec, double usdPerKilogram) {
    // The table prints nine digits.
    assertThat(prices.of(spec).usdPerKilogram() / usdPerKilogram).isCloseTo(1, within(2e-9));
  }

  @ParameterizedTest
  @CsvSource({"A", "E", "U", "?", "comet"})
  void of_typeOfWhichNothingIsListed_isWorthNothing(String spec) {
    assertThat(prices.knows(spec)).isTrue();
    assertThat(prices.of(spec)).isEqualTo(new AsterankPrices.Content(0, 0));
  }

  @Test
  void of_carbonaceousBody_isNearlyAllHydrogen() {
    double hydrogen = 3.65808137 * 0.235 / 100;

    assertThat(hydrogen / prices.of("C").usdPerKilogram()).isCloseTo(0.997, within(0.0005));
  }

  @Test
  void of_percentages_areAddedUp() {
    assertThat(prices.of("M").percent()).isCloseTo(98.5, within(1e-12));
    assertThat(prices.of("C").percent()).isCloseTo(0.619, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"Sv", "price", "''", "c"})
  void of_typeWithoutARow_isRefused(String spec) {
    assertThat(prices.knows(spec)).isFalse();
    assertThatThrownBy(() -> prices.of(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + spec + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C,gold,1,x | line 3, commodity: no price for 'gold'",
        "price,iron,3,x | line 3, commodity: 'iron' has a price already",
        "price,gold,-1,x | line 3, value: -1 is outside",
        "C,iron,101,x | line 3, value: 101 is outside",
        "C,iron,1, | line 3, source: is blank"
      })
  void parse_badRow_isRefusedWithItsLine(String row, String problem) {
    String table = "spec,commodity,value,source\nprice,iron,2,x\n" + row;

    assertThatThrownBy(() -> AsterankPrices.parse("mine.csv", table))
        .isInstanceOf(BadTableException.class)
        .hasMessageStartingWith("mine.csv: " + problem);
  }
}
