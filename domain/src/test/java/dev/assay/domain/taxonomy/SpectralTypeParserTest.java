package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralTypeParserTest {

  private static SpectralType parse(String text) {
    return SpectralTypeParser.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void parse_everyClassAsWritten_isThatClassForCertain(SpectralClass spectralClass) {
    SpectralType type = parse(spectralClass.code());

    assertThat(type.weights()).isEqualTo(ClassWeights.certain(spectralClass));
    assertThat(type.quality()).isEqualTo(1);
    assertThat(type.weathered()).isFalse();
  }

  /**
   * The strings of SCIENCE.md 5.1 to 5.3, beyond the plain classes: Tholen's candidates weigh 1/2,
   * 1/4, 1/8, normalised.
   */
  @ParameterizedTest
  @CsvSource({
    // marks of SBDB
    "S:, S 1, 0.75",
    "X:, X 1, 0.75",
    "S::, S 1, 0.5",
    "S:::, S 1, 0.25",
    "S::::::, S 1, 0.25",
    "C type, C 1, 1",
    "S(IV), S 1, 1",
    // marks of the Asteroid Lightcurve Database
    "S*, S 1, 0.5",
    "C*, C 1, 0.5",
    "V*, V 1, 0.5",
    "SC*, S 2/3 C 1/3, 0.5",
    "S:*, S 1, 0.5",
    "S:::*, S 1, 0.25",
    // Tholen
    "F, C 1, 1",
    "G, C 1, 1",
    "J, V 1, 1",
    "CX, C 2/3 X 1/3, 1",
    "CB, C 2/3 B 1/3, 1",
    "SC, S 2/3 C 1/3, 1",
    "XC, X 2/3 C 1/3, 1",
    "BC, B 2/3 C 1/3, 1",
    "AS, A 2/3 S 1/3, 1",
    "EM, E 2/3 M 1/3, 1",
    "DP, D 2/3 P 1/3, 1",
    "PD, P 2/3 D 1/3, 1",
    "QO, Q 2/3 O 1/3, 1",
    "SA, S 2/3 A 1/3, 1",
    "SO, S 2/3 O 1/3, 1",
    "SQ, S 2/3 Q 1/3, 1",
    "SR, S 2/3 R 1/3, 1",
    "SV, S 2/3 V 1/3, 1",
    "CF, C 1, 1",
    "FC, C 1, 1",
    "GC, C 1, 1",
    "CFB, C 6/7 B 1/7, 1",
    "SFC, S 4/7 C 3/7, 1",
    "XFCU, X 4/7 C 3/7, 0.8",
    "DTU:, D 2/3 T 1/3, 0.6",
    "FXU:, C 2/3 X 1/3, 0.6",
    "TCG:, T 4/7 C 3/7, 0.75",
    "SU, S 1, 0.8",
    "CI, C 1, 1",
    "CUI, C 1, 0.8",
    // features that are no class of their own
    "Cgx, C 1, 1",
    "Caa, C 1, 1",
    "Xt, X 1, 1",
  })
  void parse_catalogueString_givesWeightsAndQuality(String text, String weights, double quality) {
    SpectralType type = parse(text);

    assertThat(type.quality()).isCloseTo(quality, within(1e-12));
    assertWeights(type.weights(), weights);
    assertThat(type.weathered()).isFalse();
    assertThat(type.text()).isEqualTo(text);
  }

  private static void assertWeights(ClassWeights actual, String expected) {
    String[] parts = expected.split(" ", -1);
    for (int i = 0; i < parts.length; i += 2) {
      SpectralClass spectralClass = SpectralClass.ofCode(parts[i]).orElseThrow();
      assertThat(actual.of(spectralClass)).isCloseTo(fraction(parts[i + 1]), within(1e-15));
    }
    assertThat(actual.possible()).hasSize(parts.length / 2);
  }

  private static double fraction(String text) {
    String[] parts = text.split("/", -1);
    double numerator = Double.parseDouble(parts[0]);
    return parts.length == 1 ? numerator : numerator / Double.parseDouble(parts[1]);
  }

  @ParameterizedTest
  @CsvSource({"Sw, S", "Qw, Q", "Vw, V", "Sqw, Sq", "Srw, Sr", "Svw, Sv", "Sw:, S"})
  void parse_suffixW_isWeathered(String text, String expected) {
    SpectralType type = parse(text);

    assertThat(type.weathered()).isTrue();
    assertWeights(type.weights(), expected + " 1");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "?",
        "U",
        "UI",
        "U:",
        "I",
        ":",
        "*",
        "(IV)",
        "type",
        "w",
        "N",
        "s",
        "sq",
        "c type",
        "null",
        "none",
        "123",
        "\uD83D\uDE80",
        "\uD83D",
        "H",
        "YZ?"
      })
  void parse_nothingKnownInIt_isNoType(String text) {
    Optional<SpectralType> type = SpectralTypeParser.parse(text);

    assertThat(type.map(SpectralType::weights)).isEmpty();
  }

  @Test
  void parse_upperAndLowerCase_areDifferentThings() {
    assertThat(parse("Sa").weights()).isEqualTo(ClassWeights.certain(SpectralClass.SA));
    assertThat(parse("SA").weights()).isNotEqualTo(parse("Sa").weights());
    assertThat(parse("Sq").weights()).isEqualTo(ClassWeights.certain(SpectralClass.SQ));
    assertThat(parse("SQ").weights().possible()).containsExactly(SpectralClass.Q, SpectralClass.S);
    assertThat(SpectralTypeParser.parse("sQ")).isEmpty();
  }

  @Property
  void parse_anyText_neverThrowsAndWeightsSumToOne(@ForAll("anyText") String text) {
    SpectralTypeParser.parse(text)
        .ifPresent(
            type -> {
              assertThat(sum(type.weights())).isCloseTo(1, within(1e-12));
              assertThat(type.quality()).isBetween(0.2, 1.0);
            });
  }

  @Property
  void choose_anyTexts_neverThrowsAndTakesOneOfThem(
      @ForAll("anyText") String smass, @ForAll("anyText") String tholen) {
    assertThat(SpectralTypeParser.choose(smass, tholen))
        .isIn(SpectralTypeParser.parse(smass), SpectralTypeParser.parse(tholen));
  }

  private static double sum(ClassWeights weights) {
    return SpectralClass.all().stream().mapToDouble(weights::of).sum();
  }

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(20),
        Arbitraries.strings()
            .withChars("ABCDEFGIJKLMOPQRSTUVXZaeghklnqrvw:*()? \t\u2009\u00A0")
            .ofMaxLength(8));
  }

  @Provide
  Arbitrary<String> knownTypes() {
    return Arbitraries.oneOf(
        Arbitraries.of(SpectralClass.class).map(SpectralClass::code),
        Arbitraries.of("CX", "SFC", "XFCU", "SU", "Srw", "S(IV)", "C type", "EM", "Caa"));
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.strings().withChars(" \t\u2009\u00A0").ofMaxLength(3);
  }

  @Property
  void parse_blanksAround_changeNothing(
      @ForAll("knownTypes") String text,
      @ForAll("blanks") String before,
      @ForAll("blanks") String after) {
    SpectralType padded = parse(before + text + after);

    assertThat(padded.weights()).isEqualTo(parse(text).weights());
    assertThat(padded.quality()).isEqualTo(parse(text).quality());
    assertThat(padded.weathered()).isEqualTo(parse(text).weathered());
  }

  @Property
  void parse_colonsBehind_lowerOnlyTheQuality(
      @ForAll("knownTypes") String text, @ForAll @IntRange(min = 1, max = 6) int colons) {
    SpectralType plain = parse(text);
    SpectralType noisy = parse(text + ":".repeat(colons));

    assertThat(noisy.weights()).isEqualTo(plain.weights());
    assertThat(noisy.weathered()).isEqualTo(plain.weathered());
    assertThat(noisy.quality())
        .isCloseTo(plain.quality() * Math.max(0.25, 1 - 0.25 * colons), within(1e-12));
  }

  /** The newer system first, but Tholen's E, M and P contain an albedo that X does not. */
  @ParameterizedTest
  @CsvSource({
    "S, M, S",
    "X, M, M",
    "X, E, E",
    "X, P, P",
    "Xk, M, M",
    "Xe, E, E",
    "Xc, P:, P:",
    "X, C, X",
    "X, CX, X",
    "X, EM, X",
    "X, X, X",
    "X, , X",
    "C, E, C",
    ", E, E",
    "?, CX, CX",
    "U, S, S",
  })
  void choose_twoSystems_prefersTheOneThatSaysMore(String smass, String tholen, String expected) {
    assertThat(SpectralTypeParser.choose(smass, tholen).orElseThrow().text()).isEqualTo(expected);
  }

  @Test
  void choose_neitherReadable_isNoType() {
    assertThat(SpectralTypeParser.choose(null, null)).isEmpty();
    assertThat(SpectralTypeParser.choose("?", "U")).isEmpty();
  }
}
