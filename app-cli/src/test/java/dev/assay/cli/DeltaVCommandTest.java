package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaVCommandTest {

  @ParameterizedTest
  @CsvSource({
    // Benner's list of 2013: Itokawa, 2006 RH120, Didymos.
    "1.324, 0.280, 1.6, 4.632, apollo",
    "1.033, 0.025, 0.6, 3.813, amor",
    "1.644, 0.384, 3.4, 5.098, amor"
  })
  void publishedOrbit_hasThePublishedDeltaV(
      String a, String e, String i, String deltaV, String branch) {
    Outcome outcome = Cli.run("delta-v", "--a", a, "--e", e, "--i", i).succeeded();

    assertThat(outcome.out()).startsWith(deltaV + " km/s").contains(branch + " formula");
    assertThat(outcome.outLines()).hasSize(1);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void csv_hasAHeaderAndOneRow() {
    Outcome outcome =
        Cli.run("delta-v", "--a=1.324", "--e=0.280", "--i=1.6", "--format=csv").succeeded();

    assertThat(outcome.outLines()).hasSize(2);
    assertThat(outcome.outLines().get(0))
        .isEqualTo(
            "delta_v_km_s,delta_v_quality,branch,ratio_to_moon,ratio_to_mars,transfer_years");
    assertThat(outcome.outLines().get(1)).startsWith("4.63").contains(",nominal,apollo,");
  }

  @Test
  void json_isOneObject() {
    Outcome outcome =
        Cli.run("delta-v", "--a=1.324", "--e=0.280", "--i=1.6", "--format=json").succeeded();

    assertThat(Json.object(outcome.out()))
        .containsEntry("delta_v_quality", "nominal")
        .containsEntry("branch", "apollo");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, 1, 3",
    "1.2, 1.4, 3",
    "-1.2, 1.4, 3",
    "0, 0.1, 3",
    "1.2, -0.1, 3",
    "1.2, 0.1, -1",
    "1.2, 0.1, 181",
    "NaN, 0.1, 3",
    "1.2, NaN, 3",
    "Infinity, 0.1, 3"
  })
  void orbitThatIsNone_isRefusedWithTheReason(String a, String e, String i) {
    Outcome outcome = Cli.run("delta-v", "--a=" + a, "--e=" + e, "--i=" + i);

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).startsWith("no delta-v: ");
  }
}
