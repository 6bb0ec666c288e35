package dev.assay.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.composition.Compositions;
import dev.assay.domain.exoplanet.MassRadiusRelation;
import dev.assay.domain.exoplanet.PlanetAssumptions;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mass.ClassDensities;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.ZonePriors;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each table with one mistake: one message that says which table, which line, what is wrong. */
class TableValidationTest {

  /** The tables that a user may replace. */
  enum Table {
    ALBEDOS("albedos.csv") {
      @Override
      Object parse(String name, String text) {
        return ClassAlbedos.parse(name, text);
      }
    },
    DENSITIES("densities.csv") {
      @Override
      Object parse(String name, String text) {
        return ClassDensities.parse(name, text);
      }
    },
    COMPOSITIONS("compositions.csv") {
      @Override
      Object parse(String name, String text) {
        return Compositions.parse(name, text);
      }
    },
    ZONES("zones.csv") {
      @Override
      Object parse(String name, String text) {
        return ZonePriors.parse(name, text);
      }
    },
    PRICES("prices.csv") {
      @Override
      Object parse(String name, String text) {
        return PriceList.parse(name, text);
      }
    },
    ASSUMPTIONS("assumptions.csv") {
      @Override
      Object parse(String name, String text) {
        return Assumptions.parse(name, text);
      }
    },
    MASS_RADIUS("mass-radius.csv") {
      @Override
      Object parse(String name, String text) {
        return MassRadiusRelation.parse(name, text, PlanetAssumptions.bundled());
      }
    },
    EXOPLANETS("exoplanets.csv") {
      @Override
      Object parse(String name, String text) {
        return PlanetAssumptions.parse(name, text);
      }
    };

    private final String file;

    Table(String file) {
      this.file = file;
    }

    abstract Object parse(String name, String text);

    String text() {
      return DataTable.bundled(file);
    }

    /** The data rows without comments and header. */
    List<String> rows() {
      return lines().subList(1, lines().size());
    }

    String header() {
      return lines().get(0);
    }

    private List<String> lines() {
      return text().lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  /** The bundled table with the row that begins so replaced; other rows unchanged. */
  private static String with(Table table, String start, String replacement) {
    String changed =
        table.rows().stream()
            .map(row -> row.startsWith(start) ? replacement : row)
            .collect(Collectors.joining("\n"));
    assertThat(changed).as("a row begins with " + start).contains(replacement);
    return table.header() + "\n" + changed;
  }

  private static int lineOf(Table table, String start) {
    List<String> rows = table.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).startsWith(start)) {
        return i + 2;
      }
    }
    throw new AssertionError("no row begins with " + start);
  }

  @ParameterizedTest
  @EnumSource
  void parse_bundledTextAsAUsersFile_isAccepted(Table table) {
    String windows = "\uFEFF" + table.text().replace("\n", "\r\n");

    assertThatCode(() -> table.parse("mine.csv", table.text())).doesNotThrowAnyException();
    assertThatCode(() -> table.parse("mine.csv", windows)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // numbers out of range
        "DENSITIES    | S,        | S,9000,2300,0.2,me         | kg_per_m3: 9000 is outside 300.0..8000.0",
        "DENSITIES    | S,        | S,2700,299,0.2,me          | small_kg_per_m3: 299 is outside 300.0..8000.0",
        "DENSITIES    | S,        | S,2700,2300,0,me           | sigma_ln: 0 is outside 0.01..3.0",
        "ALBEDOS      | S,        | S,1.2,0.3,me               | albedo: 1.2 is outside 0.001..1.0",
        "ALBEDOS      | S,        | S,0.2,-1,me                | sigma_ln: -1 is outside 0.01..3.0",
        "COMPOSITIONS | S,metal   | S,metal,1.1,0,2,me         | value: 1.1 is outside 0.0..1.0",
        "COMPOSITIONS | S,metal   | S,metal,0.1,0.2,0.3,me     | low: 0.2 is outside 0.0..0.1",
        "COMPOSITIONS | S,metal   | S,metal,0.1,0.05,0.09,me   | high: 0.09 is outside 0.1..1.0",
        "COMPOSITIONS | S,gold    | S,gold,1000001,0,2000000,me | value: 1000001 is outside 0.0..1000000.0",
        "PRICES       | gold      | gold,-1,2026-04-02,me      | usd_per_kg: -1 is outside 0.0..1.0E12",
        "ZONES        | HILDA     | HILDA,0,0,1.1,0,0,0,0,0,0,0,0,0,0,0,0,me | C: 1.1 is outside 0.0..1.0",
        "ZONES        | HILDA     | HILDA,0,0,0.5,0,0,0.6,0,0,0,0,0,0,0,0,0,me | S..O: the shares sum to 1.1, not to 1",
        "ASSUMPTIONS  | sigma_ln_gm | sigma_ln_gm,5,me         | value: 5 is outside 0.0..2.0",
        "MASS_RADIUS  | jovian    | jovian,131.58,0.044,0.07,0,me | exponent: 0.044 is outside -1.0..-0.001",
        "MASS_RADIUS  | terran    | terran,0,0,0.04,0,me       | exponent: 0 is outside 0.01..2.0",
        "MASS_RADIUS  | jovian    | jovian,2.04,-0.044,0.07,0,me | from_mass_earths: 2.04 is not above that of the branch before",
        "EXOPLANETS   | largest_mass | largest_mass_earths,1,me | value: 1 is outside 1000.0..30000.0",
        // not a number, not a date
        "DENSITIES    | S,        | S,heavy,2300,0.2,me        | kg_per_m3: 'heavy' is not a number",
        "PRICES       | gold      | gold,cheap,2026-04-02,me   | usd_per_kg: 'cheap' is not a number",
        "PRICES       | gold      | gold,1,02.04.2026,me       | date: '02.04.2026' is not a date like 2026-04-02",
        "ASSUMPTIONS  | sigma_ln_gm | sigma_ln_gm,5%,me        | value: '5%' is not a number",
        // unknown
        "DENSITIES    | S,        | Y,2700,2300,0.2,me         | class: unknown class 'Y'",
        "ALBEDOS      | S,        | s,0.2,0.3,me               | class: unknown class 's'",
        "COMPOSITIONS | S,metal   | Y,metal,0.1,0.05,0.2,me    | class: unknown class 'Y'",
        "COMPOSITIONS | S,metal   | S,copper,0.1,0.05,0.2,me   | component: unknown component 'copper'",
        "COMPOSITIONS | S,metal   | Sq,metal,0.1,0.05,0.2,me   | class: Sq takes the composition of S",
        "COMPOSITIONS | alloy,iron | alloy,tin,0.1,0.05,0.2,me | component: unknown metal 'tin' of the alloy",
        "PRICES       | gold      | silver,1,2026-04-02,me     | commodity: unknown commodity 'silver'",
        "ZONES        | HILDA     | KUIPER,0,0,0.1,0,0,0.9,0,0,0,0,0,0,0,0,0,me | zone: unknown zone 'KUIPER'",
        // doubled
        "DENSITIES    | S,        | A,3500,3000,0.3,me         | class: 'A' has a row already",
        "COMPOSITIONS | S,metal   | S,water,0.1,0.05,0.2,me    | component: has a row already",
        "PRICES       | gold      | iron,1,2026-04-02,me       | commodity: 'iron' has a row already",
        "ZONES        | HILDA     | TROJAN,0,0,0.1,0,0,0.9,0,0,0,0,0,0,0,0,0,me | zone: has a row already",
        "ASSUMPTIONS  | sigma_ln_gm | small_body_limit_km,5,me | name: has a row already",
        "EXOPLANETS   | largest_mass | earth_density_kg_m3,5514,me | name: has a row already",
        // no source
        "MASS_RADIUS  | jovian    | jovian,131.58,-0.044,0.07,0, | source: is blank",
        "EXOPLANETS   | largest_mass | largest_mass_earths,9000, | source: is blank",
        "DENSITIES    | S,        | S,2700,2300,0.2,           | source: is blank",
        "ALBEDOS      | S,        | S,0.2,0.3,                 | source: is blank",
        "COMPOSITIONS | S,metal   | S,metal,0.1,0.05,0.2,      | source: is blank",
        "PRICES       | gold      | gold,1,2026-04-02,         | source: is blank",
        "ZONES        | HILDA     | HILDA,0,0,0.1,0,0,0.9,0,0,0,0,0,0,0,0,0, | source: is blank",
        "ASSUMPTIONS  | sigma_ln_gm | sigma_ln_gm,0.05,        | source: is blank",
      })
  void parse_oneBadCell_namesTableLineAndColumn(
      Table table, String start, String replacement, String problem) {
    String text = with(table, start, replacement);

    // A doubled row is reported at the second of the two.
    assertThatThrownBy(() -> table.parse("mine.csv", text))
        .isInstanceOf(BadTableException.class)
        .hasMessageMatching("mine\\.csv: line \\d+, \\Q" + problem + "\\E")
        .satisfies(
            e -> {
              if (!problem.contains("already")) {
                assertThat(e).hasMessageContaining("line " + lineOf(table, start) + ", ");
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DENSITIES    | Sq,         | no row for class Sq",
        "ALBEDOS      | Z,          | no row for class Z",
        "MASS_RADIUS  | stellar     | no row for branch stellar",
        "EXOPLANETS   | largest     | no row for largest_mass_earths",
        "COMPOSITIONS | M,platinum  | no row for platinum of class M",
        "COMPOSITIONS | alloy,iron  | no row for iron of class alloy",
        "ZONES        | COMET       | no row for zone COMET",
        "PRICES       | iridium     | no row for iridium",
        "ASSUMPTIONS  | sigma_ln_gm | no row for sigma_ln_gm",
      })
  void parse_missingRow_namesTableAndRow(Table table, String start, String problem) {
    String text = with(table, start, "# left out");

    assertThatThrownBy(() -> table.parse("mine.csv", text))
        .isInstanceOf(BadTableException.class)
        .hasMessage("mine.csv: " + problem);
  }

  @ParameterizedTest
  @CsvSource({"S", "M", "alloy"})
  void parse_compositionAboveOne_namesTableAndClass(String code) {
    String changed =
        code.equals("alloy")
            ? with(Table.COMPOSITIONS, "alloy,nickel", "alloy,nickel,0.2,0.1,0.3,me")
            : with(Table.COMPOSITIONS, code + ",metal", code + ",metal,0.99,0.5,1,me");

    assertThatThrownBy(() -> Compositions.parse("mine.csv", changed))
        .isInstanceOf(BadTableException.class)
        .hasMessageStartingWith("mine.csv: class " + code + ": ")
        .hasMessageContaining("exceed");
  }

  @ParameterizedTest
  @EnumSource
  void parse_missingColumnOrNoRows_namesTheColumnsNeeded(Table table) {
    String columns = table.header();
    String fewer = columns.substring(0, columns.lastIndexOf(','));

    assertThatThrownBy(() -> table.parse("mine.csv", fewer + "\n" + table.rows().get(0)))
        .isInstanceOf(BadTableException.class)
        .hasMessage("mine.csv: line 1: expected the columns " + columns);
    assertThatThrownBy(() -> table.parse("mine.csv", ""))
        .isInstanceOf(BadTableException.class)
        .hasMessage("mine.csv: no rows; expected columns " + columns);
  }

  @Test
  void parse_assumptionNobodyAskedFor_isRefusedWithItsLine() {
    Table table = Table.ASSUMPTIONS;
    String text =
        table.header() + "\n" + String.join("\n", table.rows()) + "\ncolour_of_ceres,1,me";

    assertThatThrownBy(() -> table.parse("mine.csv", text))
        .isInstanceOf(BadTableException.class)
        .hasMessage(
            "mine.csv: line %d, name: unknown assumption 'colour_of_ceres'",
            table.rows().size() + 2);
  }
}
