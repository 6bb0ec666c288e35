package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that cannot be used makes neither a wrong number nor a failed run. */
class BadFieldTest {

  private static final List<String> FIELDS =
      List.of("pdes", "full_name", "H", "diameter", "albedo", "e", "a", "q", "i");
  private static final List<String> BODY =
      List.of("7", "7 Iris (A847 PA)", "5.6", "199.8", "0.28", "0.23", "2.387", "1.839", "5.5");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void emptyFolder() {
    cli = new Cli(folder.resolve("data"));
  }

  @ParameterizedTest
  @CsvSource({
    "H, NaN, h_mag",
    "H, 1e400, h_mag",
    "H, 1d, h_mag",
    "H, 0x1p3, h_mag",
    "H, Infinity, h_mag",
    "H, bright, h_mag",
    "H, 99.00, h_mag",
    "albedo, 0, albedo",
    "albedo, -0.1, albedo",
    "albedo, 100, albedo"
  })
  void unusableField_isUnknown_andReported(String field, String value, String column)
      throws IOException {
    Outcome outcome = load(field, value);

    assertThat(outcome.err())
        .contains(": 2 read = 2 accepted + 0 rejected; 1 fields could not be used\n")
        .contains("  row 1, " + field + " '" + value + "': ")
        .contains("; taken as unknown\n");
    assertThat(iris()).containsEntry(column, null);
  }

  @ParameterizedTest
  @CsvSource({"-5", "0", "1e400", "NaN", "1391400"})
  void unusableDiameter_isEstimatedInstead(String value) throws IOException {
    assertThat(load("diameter", value).err()).contains("row 1, diameter '" + value + "'");

    assertThat(iris().get("diameter_source")).isNotEqualTo("measured");
    assertThat((Double) iris().get("diameter_km")).isBetween(100.0, 400.0);
  }

  @ParameterizedTest
  @CsvSource({"H, h_mag", "albedo, albedo"})
  void blankField_isUnknown_withoutAWord(String field, String column) throws IOException {
    assertThat(load(field, "").err()).contains(": 2 read = 2 accepted + 0 rejected\n");

    assertThat(iris()).containsEntry(column, null);
  }

  @ParameterizedTest
  @CsvSource({"1.2, -1.27, 0.256", "1.0, '', 0.5", "3.356, -0.85, 2.0"})
  void openOrbit_isABodyWithoutDeltaV(String e, String a, String q) throws IOException {
    List<String> row = new ArrayList<>(BODY);
    row.set(5, e);
    row.set(6, a);
    row.set(7, q);
    load(row).succeeded();

    assertThat(iris()).containsEntry("delta_v_km_s", null).containsEntry("accessibility", null);
    assertThat(cli.on("show", "Iris").out()).contains("not elliptic (e >= 1)");
  }

  @ParameterizedTest
  @CsvSource({
    "e, NaN",
    "e, 1e400",
    "e, -0.1",
    "e, ''",
    "i, 181",
    "i, -1",
    "i, 1d",
    "a, 0",
    "a, -2",
    "pdes, ''"
  })
  void rowWithoutAnOrbitOrADesignation_isRejected_andTheOthersLoaded(String field, String value)
      throws IOException {
    List<String> row = new ArrayList<>(BODY);
    row.set(FIELDS.indexOf(field), value);
    if (field.equals("pdes")) {
      row.set(1, "");
    }

    Outcome outcome = load(row);

    assertThat(outcome.err())
        .contains(": 2 read = 1 accepted + 1 rejected\n")
        .containsPattern("\\n {2}row 1[,:] .*; row not taken\\n");
    assertThat(cli.export().lines()).hasSize(2);
  }

  @Test
  void shortRow_isRejected() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(
        file, String.join(",", FIELDS) + "\n7,Iris\n" + String.join(",", BODY) + "\n");

    assertThat(cli.refresh(file).succeeded().err()).contains("2 read = 1 accepted + 1 rejected");
  }

  private Outcome load(String field, String value) throws IOException {
    List<String> row = new ArrayList<>(BODY);
    row.set(FIELDS.indexOf(field), value);
    return load(row);
  }

  private Outcome load(List<String> row) throws IOException {
    List<String> other = new ArrayList<>(BODY);
    other.set(0, "8");
    other.set(1, "8 Flora (A847 UA)");
    Table table = new Table(FIELDS, List.of(row, other));
    Path file = Files.writeString(folder.resolve("table.json"), table.json());
    return cli.refresh(file).succeeded();
  }

  private Map<String, Object> iris() {
    return Json.object(cli.on("show", "7", "--format", "json").succeeded().out());
  }
}
