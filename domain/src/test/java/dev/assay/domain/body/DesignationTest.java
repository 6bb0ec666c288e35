package dev.assay.domain.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignationTest {

  @Test
  void compareTo_mixedDesignations_putsNumbersFirstAndInNumericOrder() {
    List<String> sorted =
        Stream.of("2023 H5", "1P", "99942", "433", "1", "1999 RQ36", "101955", "A/2017 U1", "10")
            .map(Designation::new)
            .sorted()
            .map(Designation::value)
            .toList();

    assertThat(sorted)
        .containsExactly(
            "1", "10", "433", "99942", "101955", "1999 RQ36", "1P", "2023 H5", "A/2017 U1");
  }

  @Provide
  Arbitrary<Designation> designations() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(1, 2_000_000).map(String::valueOf),
            Arbitraries.strings().withChars("0123456789 ABPRQ/-").ofMinLength(1).ofMaxLength(12))
        .filter(text -> !text.isBlank() && text.strip().equals(text))
        .map(Designation::new);
  }

  @Property
  void compareTo_anyThree_isATotalOrderConsistentWithEquals(
      @ForAll("designations") Designation a,
      @ForAll("designations") Designation b,
      @ForAll("designations") Designation c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
    }
  }

  @Property
  void compareTo_numbers_isNumericOrder(@ForAll int first, @ForAll int second) {
    Designation a = new Designation(String.valueOf(Math.abs((long) first)));
    Designation b = new Designation(String.valueOf(Math.abs((long) second)));

    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(Long.compare(Math.abs((long) first), Math.abs((long) second)));
  }

  @ParameterizedTest
  @CsvSource({"433, true", "1P, false", "2023 H5, false", "-1, false", "\u0664\u0663\u0663, false"})
  void isNumber_onlyAsciiDigits_isANumber(String text, boolean expected) {
    assertThat(new Designation(text).isNumber()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " 433", "433 ", "433\n", "\u2009433"})
  void new_emptyOrWithOuterBlanks_isRefused(String text) {
    assertThatThrownBy(() -> new Designation(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void new_longerThan64Characters_isRefused() {
    assertThat(new Designation("x".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new Designation("x".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
