package dev.assay.application.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.body.Designation;
import dev.assay.domain.mass.MassMeasurement;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MassTableTest {

  private static final String CERES = " 1 Ceres 9.55E+20 4.38E+19\n 1 Ceres 9.54E+20 1.69E+19\n";

  private static MassTable read(String text) {
    return MassTable.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "masses");
  }

  @Test
  void read_severalLinesOfABody_areGrouped() {
    assertThat(read(CERES).measurements().get(new Designation("1")))
        .containsExactly(
            new MassMeasurement(9.55e20, 4.38e19), new MassMeasurement(9.54e20, 1.69e19));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ' 1 Ceres',           1
          ' 35107 1991 VH',     35107
          ' 26308 1998 SM165',  26308
          ' 1998 SM165',        1998 SM165
          '(2012 DA14)',        2012 DA14
          ' 67P/ C-G',          67P
          ' 1P/ Halley',        1P
          ' 1P/Halley',         1P
          ' 6P/ dArest',        6P
          ' 90 Antiope B',      90
          """)
  void read_name_becomesThePrimaryDesignation(String name, String designation) {
    assertThat(read(name + " 190000000000 190000000000\n").measurements())
        .containsOnlyKeys(new Designation(designation));
  }

  @Test
  void read_controlCharacterWithinALine_endsNoLine() {
    MassTable table = read(" 22P/ Kop\u000b  5.30E+12 2.20E+12\n 5 Astraea\u001e 2.38E+18 1E+18\n");

    assertThat(table.measurements()).containsOnlyKeys(new Designation("22P"), new Designation("5"));
    assertThat(table.report().rejected()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ' 4.25E+18 2.08E+18',               names no body
          ' SL9 1.53E+12 1.53E+11 BkUp',      does not end with mass and sigma
          ' 5 Astraea 2.38E+18 0',            does not end with mass and sigma
          ' 5 Astraea -2.38E+18 1E+18',       no mass of a small body
          ' 5 Astraea NaN 1E+18',             does not end with mass and sigma
          ' 1 Ceres 1014.00 101.40',          no mass of a small body
          '( ) 1E+18 1E+18',                  names no body
          """)
  void read_lineThatCannotBeUsed_isRejectedNotGuessed(String line, String reason) {
    MassTable table = read(CERES + line + "\n" + CERES);

    assertThat(table.measurements()).containsOnlyKeys(new Designation("1"));
    assertThat(table.report().read()).isEqualTo(5);
    assertThat(table.report().rejected()).isEqualTo(1);
    assertThat(table.report().problems().get(0).reason()).contains(reason);
    assertThat(table.report().problems().get(0).row()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no masses here\n",
        " 1 Ceres 1014.00 101.40 STM \u001e96\n",
        "<html><title>404</title></html>",
        "{\"masses\":{}}",
        "[]",
        "",
        "   1   99.99   2006 RH120   3.813    0.635   0.605    29.5   1.033  0.025    0.6\n"
      })
  void read_anotherKindOfFile_isRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(BadSourceException.class);
  }

  @Test
  void read_endlessLine_isRefused() {
    assertThatThrownBy(() -> read(CERES + "x".repeat(1_000_000)))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("line 3 is longer than");
  }
}
