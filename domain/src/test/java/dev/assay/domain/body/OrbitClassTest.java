package dev.assay.domain.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrbitClassTest {

  private static final Pattern JSON_CELL =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|null|[\\[\\]]");

  /** JPL's definitions: ssd.jpl.nasa.gov, SBDB query tool, "Orbit Classes". */
  @ParameterizedTest
  @CsvSource({
    "0.7, 0.4, IEO", // Q = 0.98
    "0.7, 0.41, ATE",
    "0.9999, 0.2, ATE",
    "1, 0.1, APO",
    "1.5, 0.4, APO",
    "1.5, 0.3, AMO", // q = 1.05
    "1.017, 0, AMO",
    "1.2999, 0, AMO",
    "1.3, 0, MCA",
    "1.6, 0.1, MCA",
    "3.19, 0.5, MCA", // q = 1.595
    "1.9, 0.1, IMB", // q = 1.71
    "2.0, 0.1, MBA",
    "3.1999, 0.1, MBA",
    "3.2, 0.1, OMB",
    "4.5999, 0.1, OMB",
    "4.6, 0.1, TJN",
    "5.2, 0.2999, TJN",
    "5.2, 0.3, AST",
    "5.5, 0.3, CEN",
    "30.0999, 0.5, CEN",
    "30.1, 0.5, TNO",
    "500, 0.99, TNO", // q = 5
  })
  void ofAsteroid_jplsDefinitions_areFollowed(double a, double e, String expected) {
    assertThat(OrbitClass.ofAsteroid(OrbitalElements.of(a, e, 5)).code()).isEqualTo(expected);
  }

  @Test
  void ofAsteroid_openOrbit_isHyperbolicOrParabolic() {
    assertThat(OrbitClass.ofAsteroid(OrbitalElements.ofPerihelion(0.3, 1.2, 5)).code())
        .isEqualTo("HYA");
    assertThat(OrbitClass.ofAsteroid(OrbitalElements.ofPerihelion(0.3, 1, 5)).code())
        .isEqualTo("PAA");
  }

  @ParameterizedTest
  @CsvSource({
    "JFc, true",
    "JFC, true",
    "ETc, true",
    "CTc, true",
    "HTC, true",
    "PAR, true",
    "HYP, true",
    "COM, true",
    "HYA, false",
    "APO, false",
    "jfc, false",
    "AST, false"
  })
  void isComet_code_isCaseSensitive(String code, boolean expected) {
    assertThat(new OrbitClass(code).isComet()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AP", "APOL"})
  void new_notThreeCharacters_isRefused(String code) {
    assertThatThrownBy(() -> new OrbitClass(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + code + "'");
  }

  private record Classified(String name, double a, double e, String jplClass) {

    boolean agrees() {
      return OrbitClass.ofAsteroid(OrbitalElements.of(a, e, 5)).code().equals(jplClass);
    }
  }

  /** JPL's classes follow from its own orbits exactly; only comets cannot be told by orbit. */
  @Test
  void ofAsteroid_queryOf7099Asteroids_agreesForEveryOne() {
    String text = String.join("", SharedData.lines("sbdb/query-asteroids-2022-11.json"));
    List<Classified> rows = queryRows(text);

    assertThat(rows).hasSize(7099).allMatch(Classified::agrees);
  }

  @Test
  void ofAsteroid_exportOf4226NearEarthObjects_agreesForAllButComets() {
    List<String> lines = SharedData.lines("sbdb/neo-2020-75col.csv");
    List<String> header = SharedData.cells(lines.get(0));
    List<Classified> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = SharedData.cells(line);
      rows.add(
          new Classified(
              cells.get(header.indexOf("full_name")),
              Double.parseDouble(cells.get(header.indexOf("a"))),
              Double.parseDouble(cells.get(header.indexOf("e"))),
              cells.get(header.indexOf("class"))));
    }

    assertThat(rows).hasSize(4226);
    assertThat(rows.stream().filter(row -> !row.agrees()))
        .hasSize(5)
        .allMatch(row -> new OrbitClass(row.jplClass()).isComet());
  }

  /** Reads the rows of the array "data"; each is an array of strings and nulls. */
  private static List<Classified> queryRows(String json) {
    int fields = json.indexOf("\"fields\":");
    int data = json.indexOf("\"data\":");
    List<String> names = arrays(json.substring(fields, data)).get(0);
    List<Classified> rows = new ArrayList<>();
    for (List<String> row : arrays(json.substring(data + 8))) {
      rows.add(
          new Classified(
              row.get(names.indexOf("full_name")),
              Double.parseDouble(row.get(names.indexOf("a"))),
              Double.parseDouble(row.get(names.indexOf("e"))),
              row.get(names.indexOf("class"))));
    }
    return rows;
  }

  private static List<List<String>> arrays(String json) {
    List<List<String>> arrays = new ArrayList<>();
    List<String> current = new ArrayList<>();
    Matcher matcher = JSON_CELL.matcher(json);
    while (matcher.find()) {
      String token = matcher.group();
      if (token.equals("[")) {
        current = new ArrayList<>();
      } else if (token.equals("]")) {
        if (!current.isEmpty()) {
          arrays.add(current);
        }
        current = new ArrayList<>();
      } else {
        current.add(matcher.group(1) == null ? "" : matcher.group(1));
      }
    }
    return arrays;
  }
}
