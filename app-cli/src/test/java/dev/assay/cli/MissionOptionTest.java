package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refresh with another reference mission. */
class MissionOptionTest {

  private static final String HEADER = "name,value,source\n";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void emptyFolder() {
    cli = new Cli(folder.resolve("data"));
  }

  @Test
  void betterTerms_makeRyuguPay() throws IOException {
    refreshWith("price_level,12,a wish\n").succeeded();

    assertThat((Double) show("Ryugu").get("profit_usd")).isPositive();
    assertThat((Double) show("Ryugu").get("break_even_price_factor")).isLessThan(1);
    assertThat(cli.on("top", "--by", "profit", "--limit", "1").succeeded().out())
        .contains("162173 Ryugu");
  }

  @Test
  void demo_takesAMissionToo() throws IOException {
    Path file = Files.writeString(folder.resolve("mission.csv"), HEADER + "price_level,12,wish");

    cli.on("demo", "--quiet", "--mission", file.toString()).succeeded();

    assertThat((Double) show("Ryugu").get("profit_usd")).isPositive();
  }

  @Test
  void breakEven_withTheSameMission_isThatOfTheCatalogue() throws IOException {
    refreshWith("price_level,2,a wish\n").succeeded();
    String file = folder.resolve("mission.csv").toString();

    Outcome same = cli.on("show", "Ryugu", "--break-even", "--format=json", "--mission", file);
    Outcome other = cli.on("show", "Ryugu", "--break-even");

    assertThat(same.succeeded().err()).isEmpty();
    double factor = (Double) Objects.requireNonNull(Json.object(same.out()).get("price_factor"));
    double stored = (Double) Objects.requireNonNull(show("Ryugu").get("break_even_price_factor"));
    assertThat(factor / stored).isBetween(0.999999, 1.000001);
    assertThat(other.succeeded().err())
        .startsWith("note: the catalogue was made with other prices or another mission");
    assertThat(cli.on("show", "Ryugu", "--break-even", "--quiet").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'lunch_usd_per_kg,600,me', line 2, unknown parameter 'lunch_usd_per_kg'",
    "'ship_kg,-1,me', line 2, value: -1 is outside",
    "'ship_kg,heavy,me', line 2, value: 'heavy' is not a number",
    "'ship_kg,NaN,me', line 2, value",
    "'ship_kg,1e400,me', line 2, value",
    "'ship_kg,1000', line 2, 3 are needed",
    "'ship_kg,1000,', line 2, source: is blank",
    "'', mission.csv, no rows"
  })
  void badMission_isRefused_byLineAndColumn(String row, String where, String what)
      throws IOException {
    Outcome outcome = refreshWith(row);

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains("mission.csv").contains(where).contains(what);
    assertThat(Files.exists(cli.data())).isFalse();
  }

  @Test
  void missionWithOtherColumns_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("mission.csv"), "parameter,value\nship_kg,1\n");

    assertThat(cli.on("refresh", "--mission", file.toString()).problem())
        .contains("mission.csv")
        .contains("expected the columns name,value,source");
  }

  @Test
  void missionThatIsNotThere_orNoText_orHuge_isRefused() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1});
    Path huge = Files.writeString(folder.resolve("huge"), "x".repeat((1 << 20) + 1));

    assertThat(cli.on("refresh", "--mission", "nowhere.csv").problem())
        .contains("no such file: nowhere.csv");
    assertThat(cli.on("refresh", "--mission", binary.toString()).problem())
        .contains("binary")
        .contains("as text");
    assertThat(cli.on("refresh", "--mission", huge.toString()).problem())
        .contains("so it is not a mission");
    assertThat(cli.on("refresh", "--mission", folder.toString()).problem())
        .contains(folder.toString());
  }

  @Test
  void missionForAsterank_isWrongUsage() {
    Outcome outcome = cli.on("refresh", "--model=asterank", "--mission=mission.csv");

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).contains("--mission has no effect on --model asterank");
  }

  @Test
  void asterank_keepsItsOwnProfit_andHasNoBreakEven() {
    List<String> words = new ArrayList<>(List.of(Cli.refreshing("bundled:small-bodies.json")));
    words.add("--model=asterank");
    cli.on(words.toArray(String[]::new)).succeeded();

    assertThat((Double) show("Bennu").get("profit_usd")).isPositive();
    assertThat(show("Bennu")).containsEntry("mission_status", null);
    assertThat(cli.on("show", "Bennu").out()).doesNotContain("reference mission");
    assertThat(cli.on("show", "Bennu", "--break-even").succeeded().out())
        .contains("Asterank's profit contains no cost");
    assertThat(cli.on("top", "--by", "profit").out()).contains("without any cost in it");
    assertThat(cli.on("top", "--by", "break-even").succeeded().err())
        .contains("no body in the catalogue fits");
  }

  private Outcome refreshWith(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("mission.csv"), HEADER + rows);
    List<String> words = new ArrayList<>(List.of(Cli.refreshing("bundled:small-bodies.json")));
    words.add("--mission=" + file);
    return cli.on(words.toArray(String[]::new));
  }

  private Map<String, Object> show(String name) {
    return Json.object(cli.on("show", name, "--format", "json").succeeded().out());
  }
}
