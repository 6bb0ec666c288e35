package dev.assay.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.report.Histogram.Bin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1234, 1230",
    "123456, 1.23e5",
    "-6.7e8, -6.70e8",
    "0.000123, 1.23e-4",
    "1e20, 1.00e20",
    "-2e-10, -2.00e-10",
    "100000, 1.00e5",
    ", \u2013"
  })
  void significant_threeDigits(@Nullable Double value, String text) {
    assertThat(Figures.significant(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, \u2013", "0, 5, 0 %", "1, 3, 33.3 %", "1, 1000000, under 0.1 %"})
  void share_isNeverRoundedToNothing(long part, long whole, String text) {
    assertThat(Figures.share(part, whole)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2, \u00d72.00", "0.25, \u00f74.00"})
  void factor_upOrDown(double ratio, String text) {
    assertThat(Figures.factor(ratio)).isEqualTo(text);
  }

  @Test
  void histogram_bins_holdTheirLowerEdge() {
    Histogram histogram = Histogram.linear(3, 20, 1);
    histogram.add(4.0, true);
    histogram.add(4.999, false);
    histogram.add(2.9, true);
    histogram.add(25.0, false);
    histogram.add(null, true);

    assertThat(histogram.bins()).hasSize(19).contains(new Bin("4 to 5", 1, 1));
    assertThat(histogram.bins().get(0)).isEqualTo(new Bin("below 3", 1, 0));
    assertThat(histogram.bins().get(18)).isEqualTo(new Bin("20 or more", 0, 1));
    assertThat(histogram.unknown()).isOne();
  }

  @Test
  void histogram_decades_areNamedAsPowers() {
    Histogram histogram = Histogram.decades(-4, 21);
    histogram.add(0.5, true);
    histogram.add(5e4, true);

    assertThat(histogram.bins().get(0).range()).isEqualTo("0.1 to 1");
    assertThat(histogram.bins().get(5).range()).isEqualTo("1e4 to 1e5");
    assertThat(histogram.bins()).hasSize(6);
  }
}
