package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.SmallBodyText.Result;
import dev.assay.ports.RowProblem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmallBodyCsvTest {

  private static final String TABLE =
      "full_name,pdes,e,a,i\n  433 Eros (A898 PA),433,.22,1.458,10.8\n1,1,.07,2.76,10.6\n";

  static Stream<Arguments> variants() {
    String quotedHeader =
        TABLE.replace("full_name,pdes,e,a,i", "\"full_name\",\"pdes\",\"e\",\"a\",\"i\"");
    return Stream.of(
        Arguments.of("unquoted header", TABLE),
        Arguments.of("quoted header", quotedHeader),
        Arguments.of(
            "quoted cell", TABLE.replace("  433 Eros (A898 PA)", "\"  433 Eros (A898 PA)\"")),
        Arguments.of("quote after a blank", TABLE.replace(",433,", ", \"433\",")),
        Arguments.of("blanks after commas", TABLE.replace(",", ", ")),
        Arguments.of("CRLF", TABLE.replace("\n", "\r\n")),
        Arguments.of("CR alone", TABLE.replace("\n", "\r")),
        Arguments.of("no final newline", TABLE.strip()),
        Arguments.of("byte order mark", "\ufeff" + TABLE),
        Arguments.of(
            "index column of pandas",
            ",full_name,pdes,e,a,i\n0,433 Eros,433.0,.22,1.4,10\n1,1,1.0,.07,2.76,10.6\n"),
        Arguments.of("comments and blank lines", "# a comment\n\n" + TABLE + "\n   \n# the end"),
        Arguments.of("two headers", TABLE + TABLE.substring(0, TABLE.indexOf('\n') + 1)),
        Arguments.of("blank cells beyond the header", TABLE.replace("10.8\n", "10.8,,\n")),
        Arguments.of("dots in names", TABLE.replace("full_name", "full.name")),
        Arguments.of("U+2009 in a number", TABLE.replace("1.458", "1.458\u2009")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void read_variant_givesTheSameRows(String name, String text) {
    Result result = SmallBodyText.read(text);

    assertThat(result.designations()).containsExactly("433", "1");
    assertThat(result.report().read()).isEqualTo(2);
  }

  @Test
  void read_gzip_isUnpacked() {
    assertThat(SmallBodyText.read(SmallBodyText.gzip(TABLE)).designations())
        .containsExactly("433", "1");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("header alone", "pdes,e,a,i\n", "has no rows"),
        Arguments.of("comments alone", "# nothing\n", "has no rows"),
        Arguments.of("one column", "spkid\n20000433\n", "lacks (one of pdes, full_name, name)"),
        Arguments.of("prose", "Not found, sorry\n", "its columns are Not found, sorry"),
        Arguments.of("open quote", TABLE + "3,\"3,.1,2,1\n4,4,.1,2,1\n", "never closed"),
        Arguments.of("open quote in the last cell", TABLE + "3,3,.1,2,\"1", "never closed"),
        Arguments.of(
            "text after a quote", TABLE + "\"3\"x,3,.1,2,1\n", "not valid CSV after row 2"),
        Arguments.of("cut in the last line", TABLE + "3,3,.1", "cut off in its last line, row 3"),
        Arguments.of("huge cell", TABLE + "x".repeat(50_000_000), "not valid CSV after row 2"),
        Arguments.of("huge line", TABLE + "x,".repeat(25_000_000), "more than 2000 columns"),
        Arguments.of("huge header", "x,".repeat(5_000_000), "more than 2000 columns"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void read_whatIsNoCompleteTable_isRefused(String name, String text, String message) {
    assertThatThrownBy(() -> SmallBodyText.read(text))
        .isInstanceOf(BadSourceException.class)
        .hasMessageStartingWith("table: ")
        .hasMessageContaining(message);
  }

  @Test
  void read_gzipCutInTheMiddle_isRefused() {
    byte[] packed = SmallBodyText.gzip(TABLE.repeat(1000));
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 20);

    assertThatThrownBy(() -> SmallBodyText.read(cut))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("is cut off");
  }

  @Test
  void read_rowOfAnotherLength_isRejectedAndCounted() {
    Result result = SmallBodyText.read(TABLE + "3,3,.1,2\n4,4,.1,2,1,7\n5,5,.1,2,1\n");

    assertThat(result.designations()).containsExactly("433", "1", "5");
    assertThat(result.report().rejected()).isEqualTo(2);
    assertThat(result.report().problems())
        .extracting(RowProblem::reason)
        .containsExactly(
            "has 4 cells where the table has 5 columns",
            "has 6 cells where the table has 5 columns");
  }

  @Test
  void read_headerInTheMiddle_isNoRow() {
    Result result = SmallBodyText.read(TABLE + TABLE);

    assertThat(result.report().read()).isEqualTo(4);
    assertThat(result.report().accepted()).isEqualTo(4);
  }

  @Test
  void read_handEditedSunAndEarth_areRejected() {
    Result result =
        SmallBodyText.read(
            """
            full_name,albedo,diameter,e,a,i
             Sun,100,1391400,0,0,0
             Earth,0.306,12742,.0167,1,0
            433 Eros,0.25,16.84,.22,1.458,10.8
            """);

    assertThat(result.designations()).containsExactly("433");
    assertThat(result.report().rejected()).isEqualTo(2);
  }

  @Test
  void read_namesWithSigns_survive() {
    Result result =
        SmallBodyText.read(
            """
            full_name,e,a,i
            229762 G!kun||'homdima (2007 UK126),.4,73,23
            3597 Xi'an (1984 AA),.1,2,1
            C/-146 P1,.9,20,1
            3054 Tret'yakov,.1,2,1
            """);

    assertThat(result.designations()).containsExactly("229762", "3597", "-146 P1", "3054");
    assertThat(result.bodies().get(0).identity().name()).isEqualTo("G!kun||'homdima");
  }
}
