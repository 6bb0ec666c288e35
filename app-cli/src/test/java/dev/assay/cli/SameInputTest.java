package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows make the same catalogue, byte for byte, however they come. */
class SameInputTest {

  /** Several batches, and bodies that come twice. */
  private static final Table TABLE =
      Table.bodies(4000).then(Table.bodies(600).changed()).then(Table.bodies(100));

  @TempDir private Path folder;
  private Cli cli;
  private String expected = "";

  @BeforeEach
  void fromOneFile() throws IOException {
    cli = new Cli(folder.resolve("data"));
    cli.refresh(Files.writeString(folder.resolve("whole.json"), TABLE.json())).succeeded();
    expected = cli.export();
    assertThat(expected.lines()).hasSize(4001);
  }

  @Test
  void refreshedAgain() {
    cli.refresh(folder.resolve("whole.json")).succeeded();

    assertThat(cli.export()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1999, 2048, 350})
  void asADirectoryOfPages(int pageRows) throws IOException {
    cli.refresh(TABLE.writePages(folder.resolve("pages"), pageRows)).succeeded();

    assertThat(cli.export()).isEqualTo(expected);
  }

  @Test
  void asSeveralFilesInOrder() throws IOException {
    Path first = Files.writeString(folder.resolve("z.json"), TABLE.part(0, 2500).json());
    Path second = Files.writeString(folder.resolve("a.csv"), TABLE.part(2500, 4700).csv());

    cli.refresh(first, second).succeeded();

    assertThat(cli.export()).isEqualTo(expected);
  }

  @Test
  void packed() throws IOException {
    cli.refresh(Table.gzip(folder.resolve("whole.json.gz"), TABLE.json())).succeeded();

    assertThat(cli.export()).isEqualTo(expected);
  }

  @Test
  void asCsv_withItsColumnsInAnotherOrder() throws IOException {
    cli.refresh(Files.writeString(folder.resolve("whole.csv"), TABLE.reversed().csv())).succeeded();

    assertThat(cli.export()).isEqualTo(expected);
  }

  @Test
  void asAFileAddress() {
    cli.refresh(folder.resolve("whole.json").toUri()).succeeded();

    assertThat(cli.export()).isEqualTo(expected);
  }

  @Test
  void filesInTheOtherOrder_letTheOtherRowWin() throws IOException {
    Path whole = Files.writeString(folder.resolve("a.json"), Table.bodies(600).json());
    Path changed = Files.writeString(folder.resolve("b.json"), Table.bodies(600).changed().json());

    cli.refresh(whole, changed).succeeded();
    String changedLast = cli.export();
    cli.refresh(changed, whole).succeeded();

    assertThat(cli.export()).isNotEqualTo(changedLast);
    cli.refresh(whole).succeeded();
    String wholeAlone = cli.export();
    cli.refresh(changed, whole).succeeded();
    assertThat(cli.export()).isEqualTo(wholeAlone);
  }
}
