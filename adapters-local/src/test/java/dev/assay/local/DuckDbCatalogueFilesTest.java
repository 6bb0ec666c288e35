package dev.assay.local;

import static dev.assay.local.Refusals.assertFailsForGood;
import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue leaves on the disk, and what it makes of what it finds there. */
class DuckDbCatalogueFilesTest {

  private static final GenerationId FIRST = new GenerationId("run-1");
  private static final GenerationId SECOND = new GenerationId("run-2");
  private static final GenerationId THIRD = new GenerationId("run-3");
  private static final DuckDbSettings SETTINGS = new DuckDbSettings(128, 2);

  @TempDir private Path directory;
  private DuckDbCatalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = new DuckDbCatalogue(directory, SETTINGS);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private void load(GenerationId generation, int bodies) {
    catalogue.create(generation);
    catalogue.put(new BodyBatch(generation, 0, Entries.numbered(bodies)));
    catalogue.seal(generation);
    catalogue.activate(generation);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void seal_moreBodiesTwiceThanSuspectsAreKept_removesAllOfThem() {
    int bodies = SuspectDesignations.MOST + 1;
    catalogue.create(FIRST);
    catalogue.put(new BodyBatch(FIRST, 0, Entries.numbered(bodies)));
    catalogue.put(new BodyBatch(FIRST, 1, Entries.numbered(bodies)));

    assertThat(catalogue.seal(FIRST).superseded()).containsExactly(entry(0, (long) bodies));
    catalogue.activate(FIRST);
    assertThat(count()).isEqualTo(bodies);
  }

  @Test
  void seal_severalGroupsOfRows_writesNoneOfThemTwice() throws SQLException {
    int rows = 20_000;
    catalogue.create(FIRST);
    for (int batch = 0; batch < 16; batch++) {
      catalogue.put(new BodyBatch(FIRST, batch, numbered(batch * rows, rows)));
    }
    catalogue.seal(FIRST);
    catalogue.activate(FIRST);

    Path file = directory.resolve("run-1.duckdb");
    try (Connection connection = DuckDbConnections.readOnly(file, SETTINGS);
        Statement statement = connection.createStatement();
        ResultSet blocks = statement.executeQuery("PRAGMA database_size")) {
      blocks.next();
      // What was written again elsewhere leaves its first place empty, a third of such a file.
      assertThat(blocks.getLong("free_blocks")).isLessThan(blocks.getLong("total_blocks") / 20);
    }
  }

  private static List<CatalogueRow> numbered(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(n -> anEntry().withDesignation(Integer.toString(n)).row(0, n + 1))
        .toList();
  }

  @Test
  void activate_leavesTwoGenerationsAndThePointer() throws IOException {
    load(FIRST, 1);
    load(SECOND, 2);
    load(THIRD, 3);

    assertThat(files()).containsExactly("CURRENT", "run-2.duckdb", "run-3.duckdb");
    assertThat(directory.resolve("CURRENT")).hasContent("run-3\nrun-2\n");
  }

  @Test
  void create_removesWhatAKilledProcessLeft() throws IOException {
    load(FIRST, 1);
    Files.writeString(directory.resolve("run-0.building"), "half a database");
    Files.writeString(directory.resolve("run-0.building.wal"), "its log");
    Path spilled = Files.createDirectory(directory.resolve("run-0.building.tmp"));
    Files.writeString(spilled.resolve("duckdb_temp_storage-0.tmp"), "what was too much");

    catalogue.create(SECOND);

    assertThat(files()).containsExactly("CURRENT", "run-1.duckdb", "run-2.building");
  }

  @Test
  void create_ofTheGenerationLeftBehind_beginsAnew() {
    catalogue.create(FIRST);
    catalogue.put(new BodyBatch(FIRST, 0, Entries.numbered(3)));
    catalogue.close();

    catalogue = new DuckDbCatalogue(directory, SETTINGS);
    load(FIRST, 2);

    assertThat(count()).isEqualTo(2);
  }

  @Test
  void drop_removesAllFilesOfAGeneration() throws IOException {
    catalogue.create(FIRST);
    catalogue.put(new BodyBatch(FIRST, 0, Entries.numbered(3)));

    catalogue.drop(FIRST);

    assertThat(files()).isEmpty();
  }

  @Test
  void sealedButNotActivated_isListed_andDropped() throws IOException {
    catalogue.create(FIRST);
    catalogue.put(new BodyBatch(FIRST, 0, Entries.numbered(3)));
    catalogue.seal(FIRST);

    DuckDbCatalogue later = new DuckDbCatalogue(directory, SETTINGS);

    assertThat(later.generations()).containsExactly(FIRST);
    assertThat(later.read()).isEmpty();
    later.drop(FIRST);
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"my copy.duckdb", ".duckdb", "notes.txt", "x.building", "a b.building"})
  void filesOfOthers_areNoGenerations_andDoNoHarm(String name) throws IOException {
    load(FIRST, 1);
    Files.writeString(directory.resolve(name), "kept?");

    load(SECOND, 2);

    assertThat(catalogue.generations()).containsExactly(FIRST, SECOND);
    assertThat(count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a database", "DUCK"})
  void databaseThatIsDamaged_isRefusedInOneLine(String content) throws IOException {
    load(FIRST, 1);
    Files.writeString(directory.resolve("run-1.duckdb"), content);

    assertFailsForGood(() -> catalogue.read()).contains("run-1.duckdb");
  }

  @Test
  void databaseCutShort_isRefusedInOneLine() throws IOException {
    load(FIRST, 3000);
    Path file = directory.resolve("run-1.duckdb");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertFailsForGood(
            () -> {
              try (CatalogueReader reader = catalogue.read().orElseThrow()) {
                reader.forEach(entry -> {});
              }
            })
        .contains("run-1.duckdb");
  }

  @Test
  void databaseThatIsGone_isNamed() throws IOException {
    load(FIRST, 1);
    Files.delete(directory.resolve("run-1.duckdb"));

    assertFailsForGood(() -> catalogue.read()).contains("run-1.duckdb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "a b", "x", "\u0000\u0001", "run-1 run-2"})
  void pointerThatNamesNoGeneration_isRefusedInOneLine(String content) throws IOException {
    load(FIRST, 1);
    Files.writeString(directory.resolve("CURRENT"), content);

    assertFailsForGood(() -> catalogue.read()).contains("CURRENT", "does not name a generation");
  }

  @Test
  void pointerThatIsNoText_isRefusedInOneLine() throws IOException {
    load(FIRST, 1);
    Files.write(directory.resolve("CURRENT"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertFailsForGood(() -> catalogue.read()).contains("CURRENT", "does not name a generation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "  \n\n"})
  void emptyPointer_namesNothing(String content) throws IOException {
    Files.writeString(directory.resolve("CURRENT"), content);

    assertThat(catalogue.active()).isEmpty();
    assertThat(catalogue.read()).isEmpty();
  }

  @Test
  void directoryThatCannotBe_isNamed() throws IOException {
    Path place = Refusals.belowAFile(directory);

    try (DuckDbCatalogue nowhere = new DuckDbCatalogue(place, SETTINGS)) {
      assertFailsForGood(() -> nowhere.read()).contains(place.toString());
      assertFailsForGood(() -> nowhere.create(FIRST)).contains(place.toString());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
  void reader_outlivesItsGeneration() throws IOException {
    load(FIRST, 3000);
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      load(SECOND, 1);
      load(THIRD, 2);

      assertThat(files()).doesNotContain("run-1.duckdb");
      assertThat(reader.generation()).isEqualTo(FIRST);
      assertThat(reader.count()).isEqualTo(3000);
      long[] rows = new long[1];
      reader.forEach(entry -> rows[0]++);
      assertThat(rows[0]).isEqualTo(3000);
    }
  }

  @Test
  void rollback_toAFileThatIsGone_changesNothing() throws IOException {
    load(FIRST, 1);
    load(SECOND, 2);
    Files.delete(directory.resolve("run-1.duckdb"));

    assertThat(catalogue.rollback()).isEmpty();
    assertThat(catalogue.active()).contains(SECOND);
  }

  @Test
  void batchLargerThanTheDatabaseTakesAtOnce_isTakenInParts() {
    load(FIRST, 3 * RowHandoff.MOST_ROWS + 1);

    assertThat(count()).isEqualTo(3 * RowHandoff.MOST_ROWS + 1);
  }

  @Test
  void exportParquet_holdsEveryRow() throws SQLException {
    catalogue.create(FIRST);
    List<CatalogueRow> rows =
        Stream.of("10", "9", "2020 AB1", "1P")
            .map(designation -> anEntry().withDesignation(designation).row(0, 1))
            .toList();
    catalogue.put(new BodyBatch(FIRST, 0, rows));
    catalogue.seal(FIRST);
    catalogue.activate(FIRST);
    Path target = directory.resolve("it's an export.parquet");

    try (DuckDbReader reader = (DuckDbReader) catalogue.read().orElseThrow()) {
      reader.exportParquet(target);
    }

    String from = "FROM '" + target.toString().replace("'", "''") + "'";
    assertThat(ask("SELECT string_agg(designation, ',' ORDER BY designation) " + from))
        .isEqualTo("10,1P,2020 AB1,9");
    assertThat(ask("SELECT any_value(value_usd) " + from)).isEqualTo("6.7E8");
  }

  @Test
  void read_fileOfAnotherVersion_saysSo() throws SQLException {
    load(FIRST, 1);
    Path file = directory.resolve(FIRST + ".duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE stored_bodies DROP COLUMN designation_order");
    }

    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertFailsForGood(() -> reader.find("1", 1))
          .contains(file.toString(), "another version of Assay", "refresh again");
    }
  }

  @Test
  void exportParquet_whereItCannot_isNamed() {
    load(FIRST, 1);
    Path target = directory.resolve("nowhere").resolve("export.parquet");

    try (DuckDbReader reader = (DuckDbReader) catalogue.read().orElseThrow()) {
      assertFailsForGood(() -> reader.exportParquet(target)).contains(target.toString());
    }
  }

  private static String ask(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  private long count() {
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      return reader.count();
    }
  }
}
