package dev.assay.domain.deltav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.deltav.RendezvousDeltaV.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedElementsTest {

  private static final PrintedElements MP1_OF_2004 = new PrintedElements(1.778, 0.437, 8.7);

  @Test
  void residual_2004Mp1_allowsTheBranchThatRoundingLeavesOpen() {
    assertThat(MP1_OF_2004.strict().branch()).isEqualTo(Branch.AMOR);
    assertThat(Math.abs(MP1_OF_2004.strict().deltaV().kmPerSecond() - 5.638))
        .isCloseTo(0.0100, within(0.0005));
    assertThat(MP1_OF_2004.residual(5.638)).isLessThan(0.0005);
    assertThat(MP1_OF_2004.residual(5.648)).isLessThan(0.0005);
  }

  @Test
  void residual_perihelionFarFromOne_usesOneBranchOnly() {
    PrintedElements eros = new PrintedElements(1.458, 0.223, 10.8);
    double asApollo =
        ShoemakerHelin.onBranch(Branch.APOLLO, 1.458, 0.223, 10.8).deltaV().kmPerSecond();

    assertThat(eros.residual(6.069)).isLessThan(0.0005);
    assertThat(eros.residual(asApollo)).isGreaterThan(0.01);
  }

  @Test
  void residual_wrongDeltaV_isTheDifference() {
    assertThat(new PrintedElements(1.458, 0.223, 10.8).residual(7.0693))
        .isCloseTo(1.0, within(0.0001));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.1, 1",
    "-1, 0.1, 1",
    "1, 1, 1",
    "1, -0.1, 1",
    "1, 0.1, 181",
    "NaN, 0.1, 1",
    "1, NaN, 1",
    "1, 0.1, NaN"
  })
  void new_notAnEllipse_isRefusedWithItsElements(double a, double e, double i) {
    assertThatThrownBy(() -> new PrintedElements(a, e, i))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a=" + a + " e=" + e + " i=" + i);
  }
}
