package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No room for what is to be written. A limit on the length of files stands for the full disk: the
 * operating system refuses to write in the same places.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

  @TempDir private Path folder;
  private Cli cli;
  private String before = "";

  @BeforeEach
  void loadACatalogue() throws IOException {
    cli = new Cli(folder.resolve("data"));
    cli.refresh(Files.writeString(folder.resolve("small.csv"), Table.bodies(60).csv())).succeeded();
    before = cli.export();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 300, 1000})
  void refreshWithoutRoom_failsInOneLine_andLeavesTheOldCatalogue(int kilobytes)
      throws IOException, InterruptedException {
    Path large = Files.writeString(folder.resolve("large.csv"), Table.bodies(30_000).csv());

    Outcome outcome =
        Child.startWithSmallFiles(folder, kilobytes, cli.command(Cli.refreshing(large))).end();

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).containsIgnoringCase("File too large");
    assertThat(cli.export()).isEqualTo(before);
    cli.refresh(large).succeeded();
    cli.refresh(large).succeeded();
    // Two generations, the base of the older one, and the pointer.
    assertThat(names("catalogue")).hasSize(4);
    assertThat(names("dead-letters/batches")).isEmpty();
  }

  @Test
  void exportToAFileWithoutRoom_failsInOneLine_andLeavesNothing()
      throws IOException, InterruptedException {
    Path file = folder.resolve("export.csv");

    Outcome outcome =
        Child.startWithSmallFiles(
                folder, 4, cli.command("export", "--format=csv", "--output=" + file))
            .end();

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains("cannot write " + file);
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("export.csv.new")).doesNotExist();
  }

  @Test
  void exportToAFullPlace_doesNotSucceed() throws IOException, InterruptedException {
    Outcome outcome =
        Child.startPrintingTo(
                Path.of("/dev/full"), folder, cli.command("export", "--format", "csv"))
            .end();

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains("could not be written");
  }

  private List<String> names(String directory) throws IOException {
    Path listed = cli.data().resolve(directory);
    if (!Files.exists(listed)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(listed)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
