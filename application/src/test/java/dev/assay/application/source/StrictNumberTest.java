package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictNumberTest {

  private static final Pattern GRAMMAR =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".0711",
        "8.",
        "0.",
        "-3.7e-15",
        "1.56e+03",
        "5.7556E-9",
        "4.463e-04",
        ".07863575691875528",
        "2.766619044655007",
        "-0",
        "+1",
        "9007199254740993",
        "123456789012345678901234567890",
        "1e22",
        "1e23",
        "4.9e-324",
        "1e-400",
        "1.7976931348623157e308",
        "0.1e00000000000000000001",
        "190000000000"
      })
  void parse_publishedSpelling_isTheNearestDouble(String text) {
    assertThat(StrictNumber.parse(text)).isEqualTo(OptionalDouble.of(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "-",
        "+",
        "e5",
        "1e",
        "1e+",
        "NaN",
        "Infinity",
        "-Infinity",
        "1d",
        "1f",
        "0x1p3",
        "1e400",
        "-1e400",
        "1,5",
        "1 2",
        " 1",
        "1 ",
        "--1",
        "1..2",
        "1.2.3",
        "1e5.5",
        "\u0661",
        "1_0"
      })
  void parse_anythingElse_isRefused(String text) {
    assertThat(StrictNumber.parse(text)).isEmpty();
  }

  @Property
  void parse_printedDouble_isThatDouble(@ForAll double value) {
    OptionalDouble expected =
        Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();

    assertThat(StrictNumber.parse(Double.toString(value))).isEqualTo(expected);
  }

  @Property
  void parse_plainDecimal_isTheNearestDouble(@ForAll @DoubleRange(min = -1e6, max = 1e6) double v) {
    String text = new BigDecimal(v).toPlainString();

    assertThat(StrictNumber.parse(text)).isEqualTo(OptionalDouble.of(Double.parseDouble(text)));
  }

  @Property
  void parse_numberLikeText_takesExactlyTheGrammar(@ForAll("numberLike") String text) {
    OptionalDouble expected = OptionalDouble.empty();
    if (GRAMMAR.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
      expected = OptionalDouble.of(Double.parseDouble(text));
    }

    assertThat(StrictNumber.parse(text)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> numberLike() {
    return Arbitraries.strings().withChars("0123456789019..eE+-").ofMaxLength(28);
  }
}
