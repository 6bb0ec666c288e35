package dev.assay.application.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.exoplanet.Planet;
import dev.assay.domain.exoplanet.PublishedValue;
import dev.assay.domain.exoplanet.PublishedValue.Limit;
import dev.assay.ports.SourceReport;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExoplanetTableTest {

  private final List<Planet> planets = new ArrayList<>();

  private SourceReport read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private SourceReport read(byte[] bytes) {
    return ExoplanetTable.read(new ByteArrayInputStream(bytes), "planets", planets::add);
  }

  private static final String COLUMNS =
      "pl_name,hostname,discoverymethod,disc_year,pl_orbper,pl_rade,pl_radeerr1,pl_radeerr2,"
          + "pl_radelim,pl_bmasse,pl_bmasseerr1,pl_bmasseerr2,pl_bmasselim,pl_bmassprov,sy_dist";

  @Test
  void read_csv_givesEveryField() {
    read(COLUMNS + "\n55 Cnc e,55 Cnc,Transit,2004,0.73655,1.875,0.03,-0.02,0,7.9,,,1,Mass,12.5\n");

    assertThat(planets)
        .containsExactly(
            new Planet(
                "55 Cnc e",
                "55 Cnc",
                "Transit",
                2004,
                0.73655,
                new PublishedValue(1.875, 0.03, 0.02, Limit.NONE),
                new PublishedValue(7.9, null, null, Limit.UPPER),
                "Mass",
                12.5));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("name alone", "pl_name\nK2-18 b\n"),
        Arguments.of("comments", "# made by the archive\n# COLUMN x\n\npl_name\nK2-18 b\n"),
        Arguments.of("# in a quoted field", "pl_name,ref\nK2-18 b,\"a\n# no comment\"\n"),
        Arguments.of(
            "HTML in a reference",
            "ref,pl_name\n<a refstr=X href=y>X, Y</a>,K2-18 b\n".replace("X, Y", "X Y")),
        Arguments.of("quoted names", "\"loc_rowid\",\"pl_name\"\n1,\"K2-18 b\"\n"),
        Arguments.of("JSON", "[{\"x\":[1],\"pl_name\":\"K2-18 b\",\"pl_rade\":null}]"),
        Arguments.of("CRLF and mark", "\ufeffpl_name,sy_dist\r\nK2-18 b,\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void read_variant_givesItsPlanet(String name, String text) {
    read(text);

    assertThat(planets).extracting(Planet::name).containsExactly("K2-18 b");
  }

  @Test
  void read_json_takesNumbersAndTexts() {
    read("[{\"pl_name\":\"a\",\"disc_year\":2015,\"sy_dist\":\"38.1\",\"pl_bmasse\":8.6}]");

    assertThat(planets.get(0).discoveryYear()).isEqualTo(2015);
    assertThat(planets.get(0).distanceParsecs()).isEqualTo(38.1);
    assertThat(planets.get(0).massEarths())
        .isEqualTo(new PublishedValue(8.6, null, null, Limit.NONE));
  }

  @Test
  void read_gzip_isUnpacked() {
    read(SmallBodyText.gzip("pl_name\nK2-18 b\n"));

    assertThat(planets).hasSize(1);
  }

  @Test
  void read_fieldsThatCannotBeUsed_areIgnoredAndCounted() {
    SourceReport report = read("pl_name,disc_year,pl_rade,sy_dist\na,0,-1,near\nb,,,\n");

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.fieldsIgnored()).isEqualTo(3);
  }

  @Test
  void read_rowWithoutName_isRejected() {
    SourceReport report = read("pl_name,sy_dist\n,1\na,2\nb\nc,3\n");

    assertThat(report.read()).isEqualTo(4);
    assertThat(report.rejected()).isEqualTo(2);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("ERROR<br>\nError Type: SystemError<br>\nMessage: x", "error message of the"),
        Arguments.of("ORA-00933: SQL command not properly ended", "ORA-00933"),
        Arguments.of(
            "<?xml version='1.0'?><VOTABLE><RESOURCE><INFO name=\"QUERY_STATUS\" value=\"ERROR\">no"
                + " such table</INFO></RESOURCE></VOTABLE>",
            "no such table"),
        Arguments.of("<html><title>Maintenance</title>", "\"Maintenance\""),
        Arguments.of("[]", "empty list"),
        Arguments.of("pl_name,hostname\n", "has no rows"),
        Arguments.of("kepid,koi_sma\n1,2\n", "lacks pl_name; its columns are kepid, koi_sma"),
        Arguments.of("[{\"kepid\":1}]", "has no planet"),
        Arguments.of("[1,2]", "has no planet"),
        Arguments.of("[{\"pl_name\":\"a\"}", "is cut off after row 1"),
        Arguments.of("[{\"pl_name\":\"a\"},{\"pl_na", "is cut off after row 2"),
        Arguments.of("[{\"pl_name\":\"a\"}] x", "not valid JSON"),
        Arguments.of("{\"error\":\"no\"}", "is JSON"),
        Arguments.of("pl_name,hostname\na,\"b", "never closed"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void read_whatIsNoTableOfPlanets_isRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadSourceException.class)
        .hasMessageStartingWith("planets: ")
        .hasMessageContaining(message);
  }
}
