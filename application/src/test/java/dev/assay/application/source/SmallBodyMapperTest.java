package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.GravitationalParameter;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.SmallBody;
import dev.assay.ports.RowProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallBodyMapperTest {

  private final List<RowProblem> ignored = new ArrayList<>();
  private final Map<SmallBodyField, String> cells = new EnumMap<>(SmallBodyField.class);

  SmallBodyMapperTest() {
    cells.put(SmallBodyField.DESIGNATION, "433");
    cells.put(SmallBodyField.E, ".22");
    cells.put(SmallBodyField.A, "1.458");
    cells.put(SmallBodyField.I, "10.8");
  }

  private MappedRow map() {
    String[] values = new String[SmallBodyField.values().length];
    cells.forEach((field, text) -> set(values, field.ordinal(), text));
    return new SmallBodyMapper(ignored::add).map(TextRow.of(7, values));
  }

  private static void set(String[] values, int field, String text) {
    String clean = Cells.clean(text);
    if (clean != null) {
      values[field] = clean;
    }
  }

  private SmallBody accepted() {
    assertThat(map()).isInstanceOf(MappedRow.Accepted.class);
    ignored.clear();
    return ((MappedRow.Accepted) map()).body();
  }

  private RowProblem rejected() {
    assertThat(map()).isInstanceOf(MappedRow.Rejected.class);
    return ((MappedRow.Rejected) map()).problem();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      textBlock =
          """
          433,    null,                       null,  433,         433,                       null
          433.0,  null,                       null,  433,         433,                       null
          433,    ' 433 Eros (A898 PA)',      null,  433,         433 Eros (A898 PA),        Eros
          433,    433 Eros (A898 PA),         Eros!, 433,         433 Eros (A898 PA),        Eros!
          null,   '    1P/Halley',            null,  1P,          1P/Halley,                 Halley
          null,   '       (2002 PD153)',      null,  2002 PD153,  (2002 PD153),              null
          2023 H5,'     C/2023 H5 (Lemmon)',  null,  2023 H5,     C/2023 H5 (Lemmon),        Lemmon
          null,   (6344 P-L),                 null,  6344 P-L,    (6344 P-L),                null
          -146 P1,C/-146 P1,                  null,  -146 P1,     C/-146 P1,                 null
          null,   null,                       Ceres, Ceres,       Ceres,                     Ceres
          null,   A/2017 U1,                  null,  2017 U1,     A/2017 U1,                 null
          20001,  20001 (1991 CX7),           null,  20001,       20001 (1991 CX7),          null
          """)
  void map_identity_isTakenFromWhatIsGiven(
      @Nullable String pdes,
      @Nullable String fullName,
      @Nullable String name,
      String designation,
      String shown,
      @Nullable String shownName) {
    put(SmallBodyField.DESIGNATION, pdes);
    put(SmallBodyField.FULL_NAME, fullName);
    put(SmallBodyField.NAME, name);

    SmallBody body = accepted();

    assertThat(body.identity().designation().value()).isEqualTo(designation);
    assertThat(body.identity().fullName()).isEqualTo(shown);
    assertThat(body.identity().name()).isEqualTo(shownName);
  }

  private void put(SmallBodyField field, @Nullable String text) {
    if (text == null) {
      cells.remove(field);
    } else {
      cells.put(field, text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      textBlock =
          """
          0.5,  2,     null, 2,         1
          0.5,  2,     7,    2,         1
          0.5,  null,  1,    2,         1
          3,    null,  2,    -1,        2
          3,    -1,    null, -1,        2
          3,    99,    2,    -1,        2
          1,    null,  2,    Infinity,  2
          """)
  void map_orbit_followsFromAOrQ(
      String e, @Nullable String a, @Nullable String q, double axis, double perihelion) {
    put(SmallBodyField.E, e);
    put(SmallBodyField.A, a);
    put(SmallBodyField.Q, q);

    SmallBody body = accepted();

    assertThat(body.orbit().perihelionAu()).isCloseTo(perihelion, within(1e-12));
    if (Double.isInfinite(axis)) {
      assertThat(body.orbit().semiMajorAxisAu()).isInfinite();
    } else {
      assertThat(body.orbit().semiMajorAxisAu()).isCloseTo(axis, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          E,            '',      is not known
          E,            NaN,     is not a number
          E,            -0.1,    must be at least 0
          E,            1e400,   is not a number
          I,            '',      is not known
          I,            180.1,   must be at least 0 and at most 180
          A,            '',      a and q are both unknown
          A,            0,       must be above 0
          A,            1d,      is not a number
          E,            1.5,     neither q nor a negative a
          DESIGNATION,  '',      'pdes, full_name and name are all blank'
          DESIGNATION,  Earth,   Earth is not a small body
          """)
  void map_rowThatCannotBeUsed_isRejectedForAReason(
      SmallBodyField field, String text, String reason) {
    cells.put(field, text);
    cells.put(SmallBodyField.ALBEDO, "7");

    RowProblem problem = rejected();

    assertThat(problem.reason()).contains(reason);
    assertThat(problem.row()).isEqualTo(7);
    assertThat(problem.consequence()).isEqualTo(RowProblem.Consequence.ROW_REJECTED);
    assertThat(ignored).isEmpty();
  }

  @Test
  void map_orbitBeyondAllNumbers_isRejected() {
    put(SmallBodyField.E, "0.99");
    put(SmallBodyField.A, null);
    put(SmallBodyField.Q, "1e308");

    assertThat(rejected().reason()).contains("no possible orbit");
  }

  @Test
  void map_designationTooLong_isRejected() {
    cells.put(SmallBodyField.DESIGNATION, "x".repeat(65));

    assertThat(rejected().reason()).contains("longer than 64");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ALBEDO,          0,          must be at least 1.0E-6 and at most 1
          ALBEDO,          1.01,       must be at least 1.0E-6 and at most 1
          DIAMETER,        0,          must be at least 1.0E-6
          DIAMETER,        -3,         must be at least 1.0E-6
          DIAMETER,        1391400,    at most 20000
          H,               NaN,        is not a number
          H,               51,         must be at least -5 and at most 50
          H_SIGMA,         -1,         must be at least 0
          DIAMETER_SIGMA,  x,          is not a number
          GM,              0,          must be at least 1.0E-30
          MOID,            -1,         must be at least 0
          NEO,             maybe,      is neither Y nor N
          PHA,             2,          is neither Y nor N
          ORBIT_CLASS,     MAIN,       is not a code of three characters
          SPEC_B,          'a type that is much longer than any type',  is longer than 32
          """)
  void map_optionalFieldThatCannotBeUsed_isUnknownAndReported(
      SmallBodyField field, String text, String reason) {
    cells.put(SmallBodyField.H, "10");
    cells.put(SmallBodyField.DIAMETER, "16.84");
    cells.put(field, text);

    accepted();

    assertThat(ignored).hasSize(1);
    RowProblem problem = ignored.get(0);
    assertThat(problem.field()).isEqualTo(field.column());
    assertThat(problem.value()).isEqualTo(text);
    assertThat(problem.reason()).contains(reason);
    assertThat(problem.consequence()).isEqualTo(RowProblem.Consequence.FIELD_IGNORED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "\u00a0"})
  void map_blankField_isUnknownAndNotReported(String text) {
    cells.put(SmallBodyField.H, text);
    cells.put(SmallBodyField.DIAMETER_SIGMA, "3");

    SmallBody body = accepted();

    assertThat(body.absoluteMagnitude()).isNull();
    assertThat(body.diameter()).isNull();
    assertThat(ignored).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Y,true", "y,true", "true,true", "1,true", "N,false", "n,false", "0,false"})
  void map_flag_hasManySpellings(String text, boolean expected) {
    cells.put(SmallBodyField.PHA, text);

    assertThat(accepted().potentiallyHazardous()).isEqualTo(expected);
  }

  @Test
  void map_allFields_areTaken() {
    cells.put(SmallBodyField.H, "10.41");
    cells.put(SmallBodyField.H_SIGMA, ".1");
    cells.put(SmallBodyField.DIAMETER, "16.84");
    cells.put(SmallBodyField.DIAMETER_SIGMA, "0.06");
    cells.put(SmallBodyField.ALBEDO, "0.25");
    cells.put(SmallBodyField.GM, "4.463e-04");
    cells.put(SmallBodyField.SPEC_B, "S");
    cells.put(SmallBodyField.SPEC_T, "TCG:");
    cells.put(SmallBodyField.MOID, ".149");
    cells.put(SmallBodyField.ORBIT_CLASS, "AMO");

    SmallBody body = accepted();

    assertThat(body.absoluteMagnitude()).isEqualTo(new AbsoluteMagnitude(10.41, 0.1));
    assertThat(body.diameter()).isEqualTo(new MeasuredDiameter(16.84, 0.06));
    assertThat(body.albedo()).isEqualTo(0.25);
    assertThat(body.gravitationalParameter()).isEqualTo(new GravitationalParameter(4.463e-4));
    assertThat(body.smassType()).isEqualTo("S");
    assertThat(body.tholenType()).isEqualTo("TCG:");
    assertThat(body.moidAu()).isEqualTo(0.149);
    assertThat(body.orbitClass().code()).isEqualTo("AMO");
  }

  @Property
  void map_anyRow_isAcceptedOrRejectedForAReason(@ForAll("rows") List<String> texts) {
    String[] values = new String[texts.size()];
    for (int field = 0; field < values.length; field++) {
      set(values, field, texts.get(field));
    }

    MappedRow mapped = new SmallBodyMapper(problem -> {}).map(TextRow.of(1, values));

    assertThat(mapped).isNotNull();
  }

  @Provide
  Arbitrary<List<String>> rows() {
    Arbitrary<String> numbers = Arbitraries.doubles().map(String::valueOf);
    Arbitrary<String> small = Arbitraries.integers().between(-2, 30).map(String::valueOf);
    Arbitrary<String> names = Arbitraries.strings().withChars("19 AP/()-CD.Y'").ofMaxLength(70);
    return Arbitraries.oneOf(numbers, small, names, Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofSize(SmallBodyField.values().length);
  }
}
