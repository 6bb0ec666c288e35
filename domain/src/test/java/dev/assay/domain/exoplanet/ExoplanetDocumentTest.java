package dev.assay.domain.exoplanet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked example of docs/formulas/exoplanets.md is what the code computes. */
class ExoplanetDocumentTest {

  private static final Path PAGE =
      Path.of(System.getProperty("assay.root", ".."), "docs", "formulas", "exoplanets.md");

  static Stream<List<String>> examples() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    return lines.stream()
        .skip(lines.indexOf("| R | median | from | to |") + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Stream.of(line.split("\\|")).map(String::strip).skip(1).toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void workedExample_isWhatTheCodeComputes(List<String> row) {
    PlanetValue radius = new PlanetValue(Double.valueOf(row.get(0)), null, null);
    PlanetValue mass = MassRadiusRelation.bundled().massEarths(radius);

    assertThat(row).hasSize(4);
    assertThat(shown(mass == null ? null : mass.median())).isEqualTo(row.get(1));
    assertThat(shown(mass == null ? null : mass.low())).isEqualTo(row.get(2));
    assertThat(shown(mass == null ? null : mass.high())).isEqualTo(row.get(3));
  }

  private static String shown(@Nullable Double value) {
    return value == null ? "none" : new BigDecimal(value).round(new MathContext(3)).toPlainString();
  }
}
