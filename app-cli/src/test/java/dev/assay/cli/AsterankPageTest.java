package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The comparison in docs/asterank.md is what both models say of the bundled sample. */
@ExtendWith(SampleCatalogue.class)
class AsterankPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("assay.root", ".."), "docs", "asterank.md");

  private static final List<String> BODIES =
      List.of(
          "Ceres",
          "Vesta",
          "Psyche",
          "Lutetia",
          "Eros",
          "Ganymed",
          "Itokawa",
          "Ryugu",
          "Bennu",
          "Apophis",
          "Didymos",
          "Nereus",
          "Toutatis",
          "Phaethon",
          "1986 DA",
          "1989 ML",
          "2000 SG344",
          "Duende",
          "Hektor",
          "Halley");

  @TempDir private static Path folder;
  private static Cli asterank = new Cli(Path.of("."));

  @BeforeAll
  static void refresh() {
    asterank = new Cli(folder.resolve("asterank"));
    List<String> words = new ArrayList<>(List.of(Cli.refreshing("bundled:small-bodies.json")));
    words.add("--model=asterank");
    asterank.on(words.toArray(String[]::new)).succeeded();
  }

  @Test
  void table_twentyBodies_isWhatBothModelsSay(Cli assay) throws IOException {
    String expected = String.join("\n", BODIES.stream().map(body -> row(assay, body)).toList());

    assertThat(Files.readString(PAGE)).as("rows as computed:\n" + expected).contains(expected);
  }

  private static String row(Cli assay, String body) {
    Map<String, Object> ours = show(assay, body);
    Map<String, Object> theirs = show(asterank, body);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s |",
        body,
        text(ours.get("spectral_class")),
        text(theirs.get("spectral_class")),
        number(ours.get("mass_kg")),
        number(theirs.get("mass_kg")),
        ratio(theirs.get("mass_kg"), ours.get("mass_kg")),
        number(ours.get("value_usd")),
        number(theirs.get("value_usd")),
        ratio(theirs.get("value_usd"), ours.get("value_usd")));
  }

  private static Map<String, Object> show(Cli cli, String body) {
    return Json.object(cli.on("show", body, "--format", "json").succeeded().out());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static String number(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    double number = (Double) value;
    return number == 0
        ? "0"
        : String.format(Locale.ROOT, "%.1e", number).replace("e+", "e").replace("e0", "e");
  }

  private static String ratio(@Nullable Object above, @Nullable Object below) {
    if (above == null || below == null) {
      return "-";
    }
    double ratio = (Double) above / (Double) below;
    return ratio == 0 || (ratio >= 0.01 && ratio < 1e4)
        ? Numbers.significant(ratio, 2)
        : String.format(Locale.ROOT, "%.0e", ratio).replace("e+", "e").replace("e-0", "e-");
  }
}
