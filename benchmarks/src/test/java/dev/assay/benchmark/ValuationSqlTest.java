package dev.assay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.source.SmallBodyTables;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.value.AssayModel;
import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuationSqlTest {

  private static final int ROWS = 20_000;
  private static final double ACCURACY = 1e-9;

  /** As where GM is known and the type is X: a mixture of narrow peaks far apart. */
  private static final int STEPS_OF_ODD_ROWS = 7;

  /** Where rows came from is not asked of the SQL, and its model has another name. */
  private static final Set<String> OTHER = Set.of("model", "source_number", "source_row");

  private final AssayModel model = AssayModel.withBundledTables();

  @TempDir private Path folder;

  @Test
  void valuesTheRowsOfACsvFileAsTheDomainDoes() throws IOException, SQLException {
    Path csv = folder.resolve("made.csv");
    CatalogueMaker.csv(csv, ROWS);

    assertAlike(ValuationSql.of(RawRows.ofCsv(csv)), csv);
  }

  @Test
  void valuesTheRowsOfJsonPagesAsTheDomainDoes() throws IOException, SQLException {
    Path pages = folder.resolve("pages");
    CatalogueMaker.json(pages, ROWS);

    assertAlike(ValuationSql.of(RawRows.ofJson(pages)), pages.resolve("page-00000.json"));
  }

  /** Made rows seldom lack what the others have, or have what the others lack. */
  @Test
  void valuesRowsThatLackOrHaveAnythingAsTheDomainDoes() throws IOException, SQLException {
    Path csv = folder.resolve("other.csv");
    CatalogueMaker.csv(csv, ROWS);
    List<String> lines = Files.readAllLines(csv);
    SplittableRandom random = new SplittableRandom(1);
    lines.replaceAll(line -> line.equals(lines.get(0)) ? line : changed(line, random));
    Files.write(csv, lines);

    assertAlike(ValuationSql.of(RawRows.ofCsv(csv), STEPS_OF_ODD_ROWS), csv);
  }

  private static String changed(String line, SplittableRandom random) {
    String[] cells = line.split(",", -1);
    change(cells, "H", "", 0.1, random);
    change(cells, "H_sigma", "", 0.3, random);
    change(cells, "H_sigma", "0", 0.1, random);
    change(cells, "H_sigma", "2.5", 0.1, random);
    change(cells, "diameter", "20.5", 0.2, random);
    change(cells, "diameter", "", 0.2, random);
    change(cells, "diameter_sigma", "", 0.2, random);
    change(cells, "albedo", "", 0.3, random);
    change(cells, "albedo", "0." + (100 + random.nextInt(400)), 0.2, random);
    change(cells, "spec_B", any(MadeRow.SMASS_TYPES, random), 0.3, random);
    change(cells, "spec_T", any(MadeRow.THOLEN_TYPES, random), 0.3, random);
    change(cells, "GM", "0.0125", 0.1, random);
    return String.join(",", cells);
  }

  private static void change(
      String[] cells, String column, String cell, double share, SplittableRandom random) {
    if (random.nextDouble() < share) {
      cells[List.of(MadeRow.COLUMNS).indexOf(column)] = cell;
    }
  }

  private static String any(String[] types, SplittableRandom random) {
    return types[random.nextInt(types.length)];
  }

  /** Or the comparison would say little. */
  @Test
  void aMadeCatalogueHasBodiesOfEachKind() throws IOException {
    Path csv = folder.resolve("made.csv");
    CatalogueMaker.csv(csv, ROWS);

    Set<String> kinds = new HashSet<>();
    for (CatalogueEntry entry : valued(csv).values()) {
      kinds.add(entry.classSource() + ", " + entry.diameterSource());
      kinds.add(entry.missionStatus() + ", " + entry.missionDestination());
      kinds.add(entry.deltaVQuality());
    }

    assertThat(kinds)
        .contains(
            "zone, h-class-albedo",
            "zone, measured",
            "zone-albedo, measured",
            "spectral-type, measured",
            "spectral-type, h-class-albedo",
            "infeasible, null",
            "nothing-returned, null",
            "feasible, cislunar",
            "feasible, earth",
            "nominal",
            "extrapolated",
            "not-practical");
  }

  private void assertAlike(String statements, Path file) throws IOException, SQLException {
    Differences differences = compared(statements, file);

    assertThat(differences.rows).isEqualTo(ROWS);
    assertThat(differences.texts).isEmpty();
    assertThat(differences.beyond(ACCURACY)).isEmpty();
  }

  private Differences compared(String statements, Path file) throws IOException, SQLException {
    Map<String, CatalogueEntry> expected = valued(file);
    Differences differences = new Differences();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : statements.split(";")) {
        statement.execute(sql);
      }
      try (ResultSet rows = statement.executeQuery("SELECT * FROM bodies")) {
        while (rows.next()) {
          differences.add(
              rows, Objects.requireNonNull(expected.get(rows.getString("designation"))));
        }
      }
    }
    return differences;
  }

  private Map<String, CatalogueEntry> valued(Path file) throws IOException {
    List<SmallBody> bodies = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      SmallBodyTables.read(in, "made", bodies::add);
    }
    Map<String, CatalogueEntry> entries = new HashMap<>();
    for (SmallBody body : bodies) {
      CatalogueEntry entry = CatalogueEntry.of(body, null, model.value(body, null));
      entries.put(entry.designation(), entry);
    }
    return entries;
  }

  /** What is not alike, column by column. */
  private static final class Differences {

    private final Map<String, Double> largest = new TreeMap<>();
    private final List<String> texts = new ArrayList<>();
    private int rows;

    void add(ResultSet row, CatalogueEntry expected) throws SQLException {
      rows++;
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        String name = row.getMetaData().getColumnName(i);
        if (!OTHER.contains(name)) {
          add(name, row.getObject(i), column(name).value().apply(expected), expected);
        }
      }
    }

    private void add(
        String name, @Nullable Object actual, @Nullable Object value, CatalogueEntry expected) {
      if (actual instanceof Double a && value instanceof Double b) {
        double difference = a.equals(b) ? 0 : Math.abs(a - b) / Math.abs(b);
        largest.merge(name, difference, Math::max);
      } else if (!Objects.equals(actual, value)) {
        texts.add(expected.designation() + " " + name + ": " + actual + ", not " + value);
      }
    }

    Map<String, Double> beyond(double accuracy) {
      Map<String, Double> beyond = new TreeMap<>(largest);
      beyond.values().removeIf(difference -> difference <= accuracy);
      return beyond;
    }

    private static CatalogueColumn column(String name) {
      return CatalogueColumn.ALL.stream()
          .filter(column -> column.name().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }
}
