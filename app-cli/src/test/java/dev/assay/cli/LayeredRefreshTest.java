package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refresh that writes only what changed makes the catalogue that a full one would make. */
class LayeredRefreshTest {

  private static final int BODIES = 3000;

  @TempDir private Path folder;
  private Cli cli;
  private Path first;
  private Path second;
  private String before = "";

  @BeforeEach
  void loadTheFirstWeek() throws IOException {
    cli = new Cli(folder.resolve("it's data"));
    first = Files.writeString(folder.resolve("first.csv"), Table.bodies(BODIES).csv());
    second = Files.writeString(folder.resolve("second.csv"), Table.bodies(20).changed().csv());
    cli.refresh(first, second).succeeded();
    before = cli.export();
  }

  /** Bodies change, come, go, are named and numbered; of one that comes twice the loser changes. */
  private void publishTheNextWeek() throws IOException {
    String table =
        Table.bodies(BODIES)
            .part(0, 100)
            .then(Table.bodies(110).changed().part(100, 110))
            .then(Table.bodies(BODIES + 5).part(120, BODIES + 5))
            .csv()
            .replace("\n150,150 (2001 AB150),", "\n150,150 Newname (2001 AB150),")
            .replace("\n200,200 (2001 AB200),", "\n2001 AB200,(2001 AB200),")
            .replace("\n7,7 (2001 AB7),", "\n7,7 Loser (2001 AB7),");
    Files.writeString(first, table);
  }

  private Cli inFull() {
    Cli fresh = new Cli(folder.resolve("fresh"));
    fresh.refresh(first, second).succeeded();
    return fresh;
  }

  private static Map<String, Object> lastRun(Cli cli) {
    return Json.array(cli.on("runs", "--format", "json", "--limit", "1").out()).get(0);
  }

  @Test
  void everyKindOfChange_readsAsAFullLoad() throws IOException {
    publishTheNextWeek();

    String said = cli.refresh(first, second).succeeded().err();

    Cli fresh = inFull();
    assertThat(said)
        .contains("17 of them written")
        .containsPattern("note: 5 bodies fewer than in generation \\S+: 2995 instead of 3000");
    assertThat(Files.readString(cli.data().resolve("notifications.log")))
        .contains("Assay refresh succeeded: 2995 bodies\"")
        .contains("2995 bodies loaded, 17 written, 0 rows rejected")
        .contains("note: 5 bodies fewer than in generation ");
    assertThat(lastRun(cli)).containsEntry("bodies_written", 17).containsEntry("bodies", 2995);
    assertThat(lastRun(cli).get("sources")).isEqualTo(lastRun(fresh).get("sources"));
    assertThat(cli.export()).isNotEqualTo(before).isEqualTo(fresh.export());
    for (List<String> question :
        List.of(
            List.of("top", "--limit", "40"),
            List.of("top", "--by", "delta-v", "--class", "APO", "--format", "json"),
            List.of("show", "newname"),
            List.of("show", "2001 AB200"),
            List.of("export", "--format", "json"))) {
      String[] words = question.toArray(String[]::new);
      assertThat(cli.on(words).succeeded().out()).isEqualTo(fresh.on(words).out());
    }
    assertThat(cli.on("show", "115").code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(cli.on("show", "7 Loser").code()).isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  void parquetAndReport_overABase_areWritten() throws IOException {
    publishTheNextWeek();
    cli.refresh(first, second).succeeded();
    Path parquet = folder.resolve("out.parquet");
    Path report = folder.resolve("out.html");

    cli.on("export", "--format", "parquet", "--output", parquet.toString()).succeeded();
    cli.on("report", "--output", report.toString()).succeeded();

    assertThat(parquet).isNotEmptyFile();
    assertThat(Files.readString(report)).contains("2995");
  }

  @Test
  void nothingChanged_writesNothing() {
    assertThat(cli.refresh(first, second).succeeded().err())
        .contains("3000 bodies loaded in ", "; 0 of them written, the others are as they were");
    assertThat(cli.export()).isEqualTo(before);
  }

  @Test
  void full_writesEverything() throws IOException {
    publishTheNextWeek();
    String[] words = Cli.refreshing(first, second);
    String[] full = Arrays.copyOf(words, words.length + 1);
    full[words.length] = "--full";

    assertThat(cli.on(full).succeeded().err()).doesNotContain("of them written");
    assertThat(lastRun(cli)).containsEntry("bodies_written", 2995);
  }

  @Test
  void otherModel_writesEverything() {
    String[] words = Cli.refreshing(first, second);
    String[] other = Arrays.copyOf(words, words.length + 1);
    other[words.length] = "--model=asterank";

    assertThat(cli.on(other).succeeded().err()).doesNotContain("of them written");
  }

  @Test
  void rollback_thenRefresh_restsOnWhatIsActive() throws IOException {
    publishTheNextWeek();
    cli.refresh(first, second).succeeded();
    String after = cli.export();

    cli.on("rollback").succeeded();
    assertThat(cli.export()).isEqualTo(before);
    assertThat(cli.refresh(first, second).succeeded().err()).contains("17 of them written");
    assertThat(cli.export()).isEqualTo(after);
  }

  @Test
  void baseIsGone_isNamed_andTheNextRefreshLoadsEverything() throws IOException {
    cli.refresh(first, second).succeeded();
    Path base;
    try (Stream<Path> files = Files.list(cli.data().resolve("catalogue"))) {
      base =
          files
              .filter(file -> file.toString().endsWith(".duckdb"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    Files.delete(base);

    assertThat(cli.on("top").problem()).contains(base.getFileName().toString(), "does not exist");
    String said = cli.refresh(first, second).succeeded().err();
    assertThat(said).contains("note: loaded in full: ").doesNotContain("of them written");
    assertThat(cli.export()).isEqualTo(before);
  }
}
