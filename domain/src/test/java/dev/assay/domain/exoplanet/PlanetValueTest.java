package dev.assay.domain.exoplanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.exoplanet.PublishedValue.Limit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanetValueTest {

  @ParameterizedTest
  @CsvSource({
    ",    ,    ",
    ",    1,   ",
    ",    ,    1",
    "1,   2,   3",
    "1,   0.5, 0.9",
    "0,   ,    ",
    "-1,  ,    ",
    "NaN, ,    ",
    "1,   0,   2",
    "1,   0.5, Infinity"
  })
  void new_nothingOrOutOfOrder_isRefused(
      @Nullable Double median, @Nullable Double low, @Nullable Double high) {
    assertThatThrownBy(() -> new PlanetValue(median, low, high))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_errors_makeTheInterval() {
    assertThat(PlanetValue.of(new PublishedValue(5, 1.0, 2.0, Limit.NONE)))
        .isEqualTo(new PlanetValue(5.0, 3.0, 6.0));
  }

  @Test
  void of_oneErrorMissing_hasNoInterval() {
    assertThat(PlanetValue.of(new PublishedValue(5, 1.0, null, Limit.NONE)))
        .isEqualTo(new PlanetValue(5.0, null, null));
    assertThat(PlanetValue.of(new PublishedValue(5, null, 1.0, Limit.NONE)))
        .isEqualTo(new PlanetValue(5.0, null, null));
  }

  /** OGLE-2005-BLG-390L b would come near 0 with another error. */
  @Test
  void of_errorAsLargeAsTheValue_staysAboveZero() {
    assertThat(PlanetValue.of(new PublishedValue(5, 5.0, 5.0, Limit.NONE)))
        .isEqualTo(new PlanetValue(5.0, 2.5, 10.0));
  }
}
