package dev.assay.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SampleCatalogue.class)
class ExportCommandTest {

  /** Written out on purpose: scripts of others depend on these names and their order. */
  private static final String HEADER =
      "designation,name,full_name,orbit_class,neo,pha,a_au,e,i_deg,q_au,q_aphelion_au,moid_au,"
          + "h_mag,diameter_km,diameter_sigma_ln,diameter_source,albedo,spectral_type,"
          + "spectral_class,class_confidence,mass_kg,mass_sigma_ln,mass_source,delta_v_km_s,"
          + "delta_v_quality,value_usd,value_low_usd,value_high_usd,profit_usd,accessibility,"
          + "model";

  @TempDir private Path folder;

  @Test
  void csv_hasThePublishedColumns_andARowPerBody(Cli cli) {
    Outcome outcome = cli.on("export", "--format", "csv").succeeded();

    assertThat(outcome.outLines()).hasSize(124);
    assertThat(outcome.outLines().get(0)).startsWith(HEADER);
    assertThat(outcome.out()).endsWith("\n").doesNotContain("\r", "NaN", "Infinity", "null");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void rows_areInOrderOfDesignation(Cli cli) {
    List<String> designations =
        cli.export().lines().skip(1).map(line -> line.split(",")[0]).toList();

    assertThat(designations).startsWith("1", "2", "3", "4").doesNotHaveDuplicates();
    assertThat(designations.indexOf("101955")).isLessThan(designations.indexOf("162173"));
    assertThat(designations.indexOf("162173")).isLessThan(designations.indexOf("1P"));
  }

  @Test
  void json_isTheSameContent_withNullForUnknown(Cli cli) {
    List<Map<String, Object>> bodies =
        Json.array(cli.on("export", "--format", "json").succeeded().out());

    assertThat(bodies).hasSize(123);
    assertThat(String.join(",", bodies.get(0).keySet())).startsWith(HEADER);
    assertThat(bodies.get(0)).containsEntry("name", "Ceres").containsEntry("profit_usd", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void file_holdsWhatStandardOutputWould(String format, Cli cli) throws IOException {
    Path file = folder.resolve("out put." + format);

    Outcome outcome = cli.on("export", "--format", format, "--output", file.toString());

    assertThat(outcome.succeeded().out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("123 bodies written to " + file + "\n");
    assertThat(file).hasContent(cli.on("export", "--format", format).out());
    assertThat(files()).containsExactly(file);
  }

  @Test
  void parquet_hasItsMarkAtBothEnds(Cli cli) throws IOException {
    Path file = Files.writeString(folder.resolve("it's.parquet"), "replaced");

    cli.on("export", "--format", "parquet", "--output", file.toString(), "--quiet").succeeded();

    byte[] bytes = Files.readAllBytes(file);
    assertThat(Arrays.copyOf(bytes, 4)).asString(US_ASCII).isEqualTo("PAR1");
    assertThat(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length))
        .asString(US_ASCII)
        .isEqualTo("PAR1");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void parquet_withoutAFile_isWrongUsage(Cli cli) {
    Outcome outcome = cli.on("export", "--format", "parquet");

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).contains("--output FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "parquet"})
  void fileInAFolderThatIsNotThere_failsInOneLine(String format, Cli cli) {
    Path file = folder.resolve("nowhere").resolve("export");

    Outcome outcome = cli.on("export", "--format", format, "--output", file.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).startsWith("cannot write " + file + ": ").contains("not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  void folderInItsPlace_isLeftAlone(String format, Cli cli) throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));

    Outcome outcome = cli.on("export", "--format", format, "--output", place.toString());

    assertThat(outcome.problem()).contains(place.toString(), "directory");
    assertThat(place).isEmptyDirectory();
    assertThat(files()).containsExactly(place);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
