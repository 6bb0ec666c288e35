package dev.assay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.Valuation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of the README is this code, and prints what the README says. */
class ReadmeExampleTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", ".."));
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PRINTED = Pattern.compile("which prints `([^`]+)`");

  private static void example(PrintStream out) {
    // begin
    SmallBody ryugu =
        SmallBody.builder("162173 Ryugu (1999 JU3)", OrbitalElements.of(1.190, 0.190, 5.88))
            .absoluteMagnitude(19.38)
            .diameter(0.896)
            .smassType("Cg")
            .build();
    Valuation valuation = AssayModel.withBundledTables().value(ryugu);
    Estimate<Mass> mass = Objects.requireNonNull(valuation.mass());
    out.printf(
        Locale.ROOT,
        "%.2e kg (%.2e..%.2e)",
        mass.median().kilograms(),
        mass.low().kilograms(),
        mass.high().kilograms());
    // end
  }

  @Test
  void readme_javaExample_isThisCode() throws IOException {
    String own =
        Files.readString(
            ROOT.resolve("domain/src/test/java/dev/assay/domain/ReadmeExampleTest.java"));
    String code = own.substring(own.indexOf("// begin") + 8, own.indexOf("// end"));

    assertThat(withoutBlanks(found(JAVA)).replace("System.out.", "out."))
        .isEqualTo(withoutBlanks(code));
  }

  @Test
  void readme_printedLine_isWhatTheExamplePrints() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    example(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(found(PRINTED));
  }

  private static String found(Pattern pattern) throws IOException {
    Matcher match = pattern.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(match.find()).as("README.md has %s", pattern).isTrue();
    return match.group(1);
  }

  private static String withoutBlanks(String code) {
    return code.replaceAll("\\s+", "");
  }
}
