package dev.assay.application.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BennerTableTest {

  private static final String HEADER =
      """
                                                 PROVISIONAL  DELTA-V    DELTA-V FOR
      RANK  PERCENTILE ASTEROID NAME             DESIGNATION  (KM/S)    THE MOON MARS   H (mag) a (AU)   e     i (deg)
      ====  ========== =============             ===========  =======   ======== ====   ======= ======   =     =======
      """;
  private static final String PLAIN =
      "   1   99.99                                2006 RH120   3.813    0.635   0.605    29.5"
          + "   1.033  0.025    0.6  RADAR\n";
  private static final String NUMBERED =
      " 525   94.60      (65803) Didymos           1996 GT      5.098    0.850   0.809    18.0"
          + "   1.644  0.384    3.4  RADAR BINARY\n";
  private static final String LIST = HEADER + PLAIN + NUMBERED;

  private static BennerTable read(String text) {
    return BennerTable.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "list");
  }

  @Test
  void read_text_givesEveryColumn() {
    assertThat(read(LIST).entries())
        .containsExactly(
            new DeltaVEntry(
                1,
                null,
                null,
                "2006 RH120",
                3.813,
                0.635,
                0.605,
                29.5,
                1.033,
                0.025,
                0.6,
                List.of("RADAR")),
            new DeltaVEntry(
                525,
                "65803",
                "Didymos",
                "1996 GT",
                5.098,
                0.85,
                0.809,
                18.0,
                1.644,
                0.384,
                3.4,
                List.of("RADAR", "BINARY")));
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("page", "<html><body><h1>Delta-v</h1><pre>\n" + LIST + "</pre></body></html>"),
        Arguments.of("pre on the data lines", "<pre>" + PLAIN + NUMBERED.strip() + "</pre>"),
        Arguments.of("text around", "Saved page\n<PRE>\n" + LIST + "</PRE>\n"),
        Arguments.of("no pre", "<html><body>" + LIST.replace("\n", "<br>") + "</body></html>"),
        Arguments.of("nbsp", "<pre>" + LIST.replace(" ", "&nbsp;") + "</pre>"),
        Arguments.of(
            "tags", "<pre>" + LIST.replace("Didymos", "<a href='x'>Didymos</a>") + "</pre>"),
        Arguments.of(
            "archive banner",
            "<html><body><div id=\"wm-ipp\">5 captures 11.1.2020 <script>var x = 1;</script></div>"
                + "<pre>"
                + LIST
                + "</pre><!-- FILE ARCHIVED ON 2021 --></body></html>"),
        Arguments.of("two tables", "<pre>" + HEADER + PLAIN + "</pre><pre>" + NUMBERED + "</pre>"),
        Arguments.of("CRLF", LIST.replace("\n", "\r\n")),
        Arguments.of("no final newline", LIST.stripTrailing()),
        Arguments.of("ranks of five digits", LIST.replace("   1   99.99", "10001   99.99")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void read_page_givesItsTwoRows(String name, String text) {
    BennerTable table = read(text);

    assertThat(table.entries())
        .extracting(DeltaVEntry::provisionalDesignation)
        .containsExactly("2006 RH120", "1996 GT");
    assertThat(table.report().read()).isEqualTo(2);
  }

  @Test
  void read_latin1Page_keepsItsBlanks() {
    byte[] page = ("<pre>" + LIST.replace(' ', '\u00a0') + "</pre>").getBytes(ISO_8859_1);

    assertThat(BennerTable.read(new ByteArrayInputStream(page), "list").entries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          (4015) Wilson-Harrington 1979 VA   | 4015  | Wilson-Harrington | 1979 VA
          (4015) Wilson-Harrington1979 VA    | 4015  | Wilson-Harrington | 1979 VA
          (3552) Don Quixote       1983 SA   | 3552  | Don Quixote       | 1983 SA
          (2100) Ra-Shalom         1978 RA   | 2100  | Ra-Shalom         | 1978 RA
          (5011) Ptah              6743 P-L  | 5011  | Ptah              | 6743 P-L
          (433) Eros               1898 DQ   | 433   | Eros              | 1898 DQ
                                   5025 T-2  | null  | null              | 5025 T-2
          (152563)                 1992 BF   | 152563| null              | 1992 BF
          """)
  void read_name_isTakenApart(String text, String number, String name, String designation) {
    String line =
        "3002   69.13       " + text + "    6.503    1.084   1.032    16.0   2.641  0.624    2.8\n";

    DeltaVEntry entry = read(line).entries().get(0);

    assertThat(entry.number()).isEqualTo(number);
    assertThat(entry.name()).isEqualTo(name);
    assertThat(entry.provisionalDesignation()).isEqualTo(designation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '   2  100.00   2007 UN12  99.999 16.667 15.873 28.7 1.054 0.060  0.2'     | accepted
          '   2   99.98   2007 UN12   3.823  0.637  0.607 28.7 1.054'                | has not the columns
          '   2   99.98   2007 UN12   0.637  0.607  28.7  1.054 0.060 0.2 7'         | columns shifted
          '   2   99.98   2007 UN12   3.823  0.640  0.607 28.7 1.054 0.060  0.2'     | columns shifted
          '   2   99.98   2007 UN12   3.823  0.637  0.607 28.7 1.054 0.060  x'       | expected
          '   2   99.98   2007 UN12   3.823  0.637  0.607 28.7 1.054 0.060  190'     | no orbit
          '   2   99.98   2007 UN12   3.823  0.637  0.607 28.7 1.054 1.060  0.2'     | no orbit
          '   2   99.98   nobody      3.823  0.637  0.607 28.7 1.054 0.060  0.2'     | has not the columns
          """)
  void read_rowThatCannotBeRead_isCountedWithItsReason(String line, String outcome) {
    BennerTable table = read(LIST + line + "\n");

    assertThat(table.report().read()).isEqualTo(3);
    if (outcome.equals("accepted")) {
      assertThat(table.entries()).hasSize(3);
    } else {
      assertThat(table.report().problems().get(0).reason()).contains(outcome);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing here\n", HEADER, "   1   99.99   2006 RH120\n"})
  void read_noUsableRow_isRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("has no line with a row of the delta-v list");
  }

  @Test
  void read_notFoundPage_isRefusedByItsTitle() {
    assertThatThrownBy(() -> read("<html><title>404 Not Found</title><body>404</body></html>"))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("404 Not Found");
  }

  @Test
  void read_pageCutWithinTheTable_isRefused() {
    assertThatThrownBy(() -> read("<html><pre>" + LIST))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("is cut off");
  }

  @Test
  void read_json_isRefused() {
    assertThatThrownBy(() -> read("{\"error\":\"x\"}"))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("is JSON");
  }
}
