package dev.assay.local;

import static dev.assay.local.Refusals.assertFailsForGood;
import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of generations that rest on others. */
class DuckDbLayersTest {

  private static final GenerationId FIRST = new GenerationId("run-1");
  private static final GenerationId SECOND = new GenerationId("run-2");
  private static final GenerationId THIRD = new GenerationId("run-3");
  private static final DuckDbSettings SETTINGS = new DuckDbSettings(128, 2);
  private static final int BODIES = 3000;

  @TempDir private Path parent;
  private Path directory = Path.of("");
  private DuckDbCatalogue catalogue;

  @BeforeEach
  void publishTheBase() {
    directory = parent.resolve("it's a \"folder\" of mine");
    catalogue = new DuckDbCatalogue(directory, SETTINGS);
    catalogue.create(FIRST);
    catalogue.put(
        new BodyBatch(
            FIRST,
            0,
            Stream.iterate(1, n -> n + 1).limit(BODIES).map(n -> body("" + n, "old")).toList()));
    catalogue.seal(FIRST);
    catalogue.activate(FIRST);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private static CatalogueRow body(String designation, String model) {
    return anEntry().withDesignation(designation).withModel(model).row(0, 1);
  }

  /** A layer with one body changed and one gone. */
  private void lay(GenerationId generation, GenerationId base, String changed, String gone) {
    catalogue.createOver(generation, base);
    catalogue.put(new BodyBatch(generation, 0, List.of(body(changed, generation.value()))));
    catalogue.seal(
        generation,
        new Difference(0, BodyKeys.of(Stream.of(gone).mapToLong(BodyKeys::key)), BodyKeys.NONE));
    catalogue.activate(generation);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static String model(CatalogueReader reader, String designation) {
    return reader.find(designation, 1).stream()
        .map(CatalogueEntry::model)
        .findFirst()
        .orElse("none");
  }

  @Test
  void layer_holdsOnlyWhatDiffers() throws IOException, SQLException {
    lay(SECOND, FIRST, "7", "9");

    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + file(SECOND).toAbsolutePath());
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM bodies), (SELECT count(*) FROM hidden), base, rows"
                    + " FROM layer")) {
      result.next();
      assertThat(result.getLong(1)).isEqualTo(1);
      assertThat(result.getLong(2)).isEqualTo(2);
      assertThat(result.getString(3)).isEqualTo("run-1");
      assertThat(result.getLong(4)).isEqualTo(BODIES - 1);
    }
    assertThat(files()).containsExactly("CURRENT", "run-1.duckdb", "run-2.duckdb");
  }

  @Test
  void readers_severalAtOnce_onLayersThatShareABase() {
    lay(SECOND, FIRST, "7", "9");
    lay(THIRD, SECOND, "8", "10");

    try (CatalogueReader one = catalogue.read().orElseThrow();
        CatalogueReader other = catalogue.read().orElseThrow();
        CatalogueReader previous = catalogue.readPrevious().orElseThrow()) {
      one.close();
      assertThat(other.count()).isEqualTo(BODIES - 2);
      assertThat(previous.count()).isEqualTo(BODIES - 1);
      assertThat(List.of(model(other, "7"), model(other, "8"), model(other, "9")))
          .containsExactly("run-2", "run-3", "none");
      assertThat(List.of(model(previous, "7"), model(previous, "8"), model(previous, "10")))
          .containsExactly("run-2", "old", "old");
    }
  }

  @Test
  void layer_isLaid_whileTheBaseIsRead() {
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      lay(SECOND, FIRST, "7", "9");

      assertThat(model(reader, "7")).isEqualTo("old");
    }
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertThat(model(reader, "7")).isEqualTo("run-2");
    }
  }

  @Test
  void layers_manyOverEachOther_areReadAsOne() {
    GenerationId base = FIRST;
    for (int n = 2; n <= 10; n++) {
      GenerationId next = new GenerationId("run-" + (n + 10));
      lay(next, base, "" + n, "" + (n + 100));
      base = next;
    }

    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      List<String> models = new ArrayList<>();
      reader.forEach(entry -> models.add(entry.model()));
      assertThat(models).hasSize(BODIES - 9);
      assertThat(models.subList(0, 11))
          .containsExactly(
              "old", "run-12", "run-13", "run-14", "run-15", "run-16", "run-17", "run-18", "run-19",
              "run-20", "old");
    }
  }

  @Test
  void exportParquet_layer_holdsEveryBody() throws SQLException {
    lay(SECOND, FIRST, "2020 AB1", "9");
    Path target = parent.resolve("export.parquet");

    try (DuckDbReader reader = (DuckDbReader) catalogue.read().orElseThrow()) {
      reader.exportParquet(target);
    }

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(*), max(designation), max(model) FROM '" + target + "'")) {
      result.next();
      assertThat(result.getLong(1)).isEqualTo(BODIES);
      assertThat(result.getString(2)).isEqualTo("999");
      assertThat(result.getString(3)).isEqualTo("run-2");
    }
  }

  @Test
  void create_clearingUp_leavesBasesAlone() throws IOException {
    lay(SECOND, FIRST, "7", "9");
    lay(THIRD, SECOND, "8", "10");
    GenerationId killed = new GenerationId("run-4");
    catalogue.createOver(killed, THIRD);
    catalogue.put(new BodyBatch(killed, 0, List.of(body("7", "half"))));
    catalogue.close();
    Files.writeString(directory.resolve("run-4.building.wal"), "its log");

    catalogue = new DuckDbCatalogue(directory, SETTINGS);
    GenerationId next = new GenerationId("run-5");
    lay(next, THIRD, "11", "12");

    assertThat(files())
        .containsExactly("CURRENT", "run-1.duckdb", "run-2.duckdb", "run-3.duckdb", "run-5.duckdb");
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertThat(reader.count()).isEqualTo(BODIES - 3);
      assertThat(model(reader, "7")).isEqualTo("run-2");
    }
  }

  @Test
  void drop_baseOfAnUnfinishedGeneration_isRefused() {
    lay(SECOND, FIRST, "7", "9");
    catalogue.rollback();
    catalogue.createOver(THIRD, SECOND);

    assertFailsForGood(() -> catalogue.drop(SECOND)).contains("run-2");
    catalogue.drop(THIRD);
    catalogue.drop(SECOND);
    assertThat(catalogue.generations()).containsExactly(FIRST);
  }

  @Test
  void baseThatIsGone_isNamed() throws IOException {
    lay(SECOND, FIRST, "7", "9");
    Files.delete(file(FIRST));

    assertFailsForGood(() -> catalogue.read())
        .contains("run-1.duckdb", "does not exist", "refresh in full");
    assertFailsForGood(() -> catalogue.createOver(THIRD, SECOND)).contains("run-1.duckdb");
    assertThat(catalogue.generations()).containsExactly(SECOND);
  }

  @Test
  void baseOfAnotherVersion_isNamedBeforeAnythingIsLoaded() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file(FIRST));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP VIEW bodies");
      statement.execute("CREATE TABLE bodies AS SELECT '7' AS designation");
    }

    assertFailsForGood(() -> catalogue.createOver(SECOND, FIRST))
        .contains("run-1.duckdb", "another version of Assay");
    assertThat(catalogue.generations()).containsExactly(FIRST);
  }

  @Test
  void baseThatIsGone_fullLoad_mends() throws IOException {
    lay(SECOND, FIRST, "7", "9");
    Files.delete(file(FIRST));

    catalogue.create(THIRD);
    catalogue.put(new BodyBatch(THIRD, 0, List.of(body("1", "full"))));
    catalogue.seal(THIRD);
    catalogue.activate(THIRD);

    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertThat(reader.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a database", "DUCK"})
  void baseThatIsDamaged_isNamedInOneLine(String content) throws IOException {
    lay(SECOND, FIRST, "7", "9");
    Files.writeString(file(FIRST), content);

    assertFailsForGood(() -> catalogue.read()).contains("run-1.duckdb");
  }

  @Test
  void baseCutShort_isRefusedInOneLine() throws IOException {
    lay(SECOND, FIRST, "7", "9");
    byte[] bytes = Files.readAllBytes(file(FIRST));
    Files.write(file(FIRST), Arrays.copyOf(bytes, bytes.length / 2));

    assertFailsForGood(
            () -> {
              try (CatalogueReader reader = catalogue.read().orElseThrow()) {
                reader.forEach(entry -> {});
              }
            })
        .contains(".duckdb");
  }

  @Test
  void filesThatRestOnEachOther_areRefused() throws SQLException {
    lay(SECOND, FIRST, "7", "9");
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + file(SECOND).toAbsolutePath());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE layer SET base = 'run-2'");
    }

    assertFailsForGood(() -> catalogue.read()).contains("run-2.duckdb");
  }

  private Path file(GenerationId generation) {
    return directory.resolve(generation + ".duckdb");
  }
}
