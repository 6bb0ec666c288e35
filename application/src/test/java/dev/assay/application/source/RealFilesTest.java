package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.application.source.SmallBodyText.Result;
import dev.assay.domain.body.Designation;
import dev.assay.domain.body.Identity;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.exoplanet.Planet;
import dev.assay.ports.SourceReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads published files in full; skipped where they are not at hand. */
class RealFilesTest {

  private static final Path DATA =
      Path.of(System.getProperty("assay.root", "."), "..", "shared", "data");

  private static byte[] bytes(String file) throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), () -> "published data not at hand: " + path.normalize());
    return Files.readAllBytes(path);
  }

  @ParameterizedTest
  @CsvSource({
    "sbdb/query-asteroids-2022-11.json,        7099,  7099",
    "sbdb/neo-2020-75col.csv,                  4226,  4226",
    "sbdb/mainbelt-57-specs-gm.csv,              57,    57",
    "sbdb/larger-than-10km-2021-unicode.csv,  10160,  4784",
    "sbdb/neos-2022-resaved-by-pandas.csv,    29237, 29237"
  })
  void smallBodies_publishedTable_isReadInFull(String file, long read, long accepted)
      throws IOException {
    SourceReport report = SmallBodyText.read(bytes(file)).report();

    assertThat(report.read()).isEqualTo(read);
    assertThat(report.accepted()).isEqualTo(accepted);
    assertThat(report.rejected()).isEqualTo(read - accepted);
    assertThat(report.fieldsIgnored()).isZero();
  }

  @Test
  void smallBodies_thinSpaceInPsychesDiameter_isNoTrouble() throws IOException {
    Result result = SmallBodyText.read(bytes("sbdb/larger-than-10km-2021-unicode.csv"));

    assertThat(result.bodies())
        .filteredOn(body -> "Psyche".equals(body.identity().name()))
        .singleElement()
        .satisfies(
            psyche -> assertThat(psyche.diameter()).isEqualTo(new MeasuredDiameter(226, null)));
  }

  @Test
  void identity_fullNameAlone_givesTheDesignationAndNameOfTheTable() throws IOException {
    Result result = SmallBodyText.read(bytes("sbdb/neo-2020-75col.csv"));

    assertThat(result.bodies())
        .allSatisfy(
            body ->
                assertThat(Identity.ofFullName(body.identity().fullName()))
                    .isEqualTo(body.identity()));
  }

  @ParameterizedTest
  @CsvSource({
    "cad-sample-error400-2026-09.json,    invalid number and/or units",
    "horizons-sample-error-in-200.json,   Cannot interpret date",
    "mpc-error-page-200.html,             Minor Planet Ephemerides"
  })
  void smallBodies_errorBody_isRefusedWithItsMessage(String file, String message)
      throws IOException {
    byte[] body = bytes("error-bodies/" + file);

    assertThatThrownBy(() -> SmallBodyText.read(body))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "query-count-only-2026-10.json,      count-only answer (7293 bodies)",
    "query-neo-2026-07-limit3.json,      'lacks e, i, (one of a, q)'"
  })
  void smallBodies_answerWithoutOrbits_isRefused(String file, String message) throws IOException {
    byte[] body = bytes("sbdb/" + file);

    assertThatThrownBy(() -> SmallBodyText.read(body))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining(message);
  }

  @Test
  void deltaV_list_isReadInFull() throws IOException {
    BennerTable table =
        BennerTable.read(new ByteArrayInputStream(bytes("delta-v/benner-2013.txt")), "list");

    assertThat(table.report().accepted()).isEqualTo(9726);
    assertThat(table.report().rejected()).isZero();
    assertThat(table.entries()).filteredOn(entry -> entry.number() != null).hasSize(1442);
    assertThat(table.entries()).filteredOn(entry -> entry.name() != null).hasSize(145);
    assertThat(table.entries()).filteredOn(entry -> entry.marks().contains("RADAR")).hasSize(365);
    assertThat(table.entries()).filteredOn(entry -> entry.marks().contains("BINARY")).hasSize(43);
  }

  @Test
  void masses_list_isReadInFull() throws IOException {
    MassTable table =
        MassTable.read(new ByteArrayInputStream(bytes("masses/masses.txt")), "masses");

    assertThat(table.report().read()).isEqualTo(779);
    assertThat(table.report().accepted()).isEqualTo(776);
    assertThat(table.report().problems()).extracting("row").containsExactly(297L, 726L, 778L);
    assertThat(table.measurements()).hasSize(276);
    assertThat(table.measurements().get(new Designation("4"))).hasSize(24);
    assertThat(table.measurements().get(new Designation("2012 DA14"))).hasSize(1);
  }

  @Test
  void masses_listOfDiameters_isRefused() throws IOException {
    byte[] diameters = bytes("masses/densities.txt");

    assertThatThrownBy(() -> MassTable.read(new ByteArrayInputStream(diameters), "masses"))
        .isInstanceOf(BadSourceException.class);
  }

  @Test
  void exoplanets_table_isReadInFull() throws IOException {
    List<Planet> planets = new ArrayList<>();
    byte[] table = bytes("exoplanets/pscomppars-16col.csv");

    SourceReport report =
        ExoplanetTable.read(new ByteArrayInputStream(table), "planets", planets::add);

    assertThat(report.accepted()).isEqualTo(6336);
    assertThat(report.rejected()).isZero();
    assertThat(planets).hasSize(6336);
  }
}
