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

/** A refresh with other prices, or by another model. */
class PricesOptionTest {

  private static final String PRICES =
      """
      commodity,usd_per_kg,date,source
      water,0.001,2026-05-29,test
      iron,0.5,2026-05-29,test
      nickel,16.5,2026-05-29,test
      cobalt,33,2026-05-29,test
      platinum,63300,2026-04-02,test
      palladium,47870,2026-04-02,test
      rhodium,299000,2026-04-02,test
      ruthenium,56260,2026-03-31,test
      iridium,254000,2026-03-31,test
      osmium,12860,2026-03-31,test
      gold,150740,2026-04-02,test
      """;

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void emptyFolder() {
    cli = new Cli(folder.resolve("data"));
  }

  @Test
  void otherPrices_makeOtherValues() throws IOException {
    refreshWith(PRICES).succeeded();
    double plain = value("433");

    refreshWith(PRICES.replaceAll("(?m),([0-9.]+),", ",1e9,")).succeeded();

    assertThat(value("433")).isGreaterThan(1000 * plain);
  }

  @ParameterizedTest
  @CsvSource({
    "gold, gold_removed, prices.csv, commodity",
    "'gold,150740,2026-04-02,test', '', no row for gold, prices.csv",
    "150740, -1, line 12, usd_per_kg",
    "150740, dear, line 12, usd_per_kg",
    "150740, NaN, line 12, usd_per_kg",
    "150740, 1e400, line 12, usd_per_kg",
    "150740, '', line 12, usd_per_kg",
    "2026-05-29, 2026-02-30, line 2, date",
    "2026-05-29, yesterday, line 2, date",
    "cobalt, iron, line 5, commodity",
    "'commodity,usd', 'commodity,eur', prices.csv, usd_per_kg"
  })
  void badPrices_areRefused_byLineAndColumn(
      String wrong, String instead, String where, String column) throws IOException {
    Outcome outcome = refreshWith(PRICES.replaceFirst(wrong, instead));

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains("prices.csv").contains(where).contains(column);
    assertThat(Files.exists(cli.data())).isFalse();
  }

  @Test
  void pricesThatAreNoText_areRefused() throws IOException {
    Path file = Files.write(folder.resolve("prices.csv"), new byte[] {(byte) 0xff, 0, 1});

    assertThat(cli.on("refresh", "--prices", file.toString()).problem()).contains(file.toString());
  }

  @Test
  void asterankModel_saysWhatItsNumbersAre() {
    List<String> words = new ArrayList<>(List.of(Cli.refreshing("bundled:small-bodies.json")));
    words.add("--model=asterank");

    Outcome refresh = cli.on(words.toArray(String[]::new)).succeeded();

    assertThat(refresh.err()).contains("known errors included");
    assertThat(cli.on("top").succeeded().err()).contains("known errors included");
    assertThat(cli.on("top", "--quiet").err()).isEmpty();
    assertThat(cli.on("export", "--format", "csv").err()).containsOnlyOnce("known errors included");
    assertThat(cli.on("export", "--format", "csv", "--quiet").err()).isEmpty();
    assertThat(show("433")).containsEntry("model", "asterank");
  }

  private Outcome refreshWith(String prices) throws IOException {
    Path file = Files.writeString(folder.resolve("prices.csv"), prices);
    List<String> words = new ArrayList<>(List.of(Cli.refreshing("bundled:small-bodies.json")));
    words.add("--prices=" + file);
    return cli.on(words.toArray(String[]::new));
  }

  private double value(String name) {
    return (Double) Objects.requireNonNull(show(name).get("value_usd"));
  }

  private Map<String, Object> show(String name) {
    return Json.object(cli.on("show", name, "--format", "json").succeeded().out());
  }
}
