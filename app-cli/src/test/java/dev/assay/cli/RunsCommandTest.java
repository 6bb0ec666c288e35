package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.BuildVersion;
import dev.assay.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of runs, and going back to the one before. */
class RunsCommandTest {

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void emptyFolder() {
    cli = new Cli(folder.resolve("data"));
  }

  @Test
  void noRunYet_isAnEmptyList() {
    assertThat(cli.on("runs").succeeded().outLines()).hasSize(1);
    assertThat(cli.on("runs", "--format", "csv").succeeded().outLines()).hasSize(1);
    assertThat(Json.array(cli.on("runs", "--format", "json").succeeded().out())).isEmpty();
    assertThat(Files.exists(cli.data())).isFalse();
  }

  @Test
  void goodAndBadRun_areListed_newestFirst() throws IOException {
    Table table = Table.bodies(50);
    Path good = Files.writeString(folder.resolve("good.json"), table.json());
    Path bad = Files.writeString(folder.resolve("bad.json"), "<html>");
    cli.refresh(good).succeeded();
    assertThat(cli.refresh(bad).code()).isEqualTo(ExitCode.FAILED);

    List<Map<String, Object>> runs = Json.array(cli.on("runs", "--format", "json").out());

    assertThat(runs).extracting(run -> run.get("outcome")).containsExactly("failed", "succeeded");
    assertThat(runs.get(0)).containsEntry("bodies", 0);
    assertThat((String) runs.get(0).get("message")).contains("bad.json", "HTML");
    assertThat(runs.get(1)).containsEntry("bodies", 50).containsEntry("model", "assay");
    assertThat(runs).allMatch(run -> BuildVersion.text().equals(run.get("version")));
    assertThat(cli.on("runs").outLines().get(1)).endsWith(BuildVersion.text());
    assertThat(cli.on("runs").outLines().get(1)).contains("failed", "bad.json");
    assertThat(cli.on("runs", "--limit", "1").outLines()).hasSize(2);
  }

  @Test
  void run_accountsForEachRowOfEachFile() throws IOException {
    Table table = Table.bodies(40);
    String unusable = "100,none,Y,10,,,,one,1,1,1,APO\n";
    Path first = Files.writeString(folder.resolve("first.csv"), table.csv() + unusable);
    Path second = Files.writeString(folder.resolve("second.json"), table.part(30, 40).json());
    cli.refresh(first, second).succeeded();

    List<String> rows = cli.on("runs", "--format", "csv").outLines();

    assertThat(rows.get(0)).endsWith(",version");
    assertThat(rows).anyMatch(row -> row.endsWith("," + BuildVersion.text()));
    assertThat(rows).anyMatch(row -> row.contains(first + ",41,30,1,10,0,40 bodies loaded"));
    assertThat(rows).anyMatch(row -> row.contains(second + ",10,10,0,0,0,40 bodies loaded"));
    assertThat(rows).anyMatch(row -> row.contains("bundled:masses.txt,46,46,0,0,0,"));
  }

  @Test
  void limitBelowOne_isWrongUsage() {
    assertThat(cli.on("runs", "--limit", "0").problem()).contains("--limit");
    assertThat(cli.on("runs", "--limit", "0").code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void rollback_returnsToTheGenerationBefore_andBackAgain() throws IOException {
    Path table = Files.writeString(folder.resolve("t.json"), Table.bodies(20).json());
    cli.refresh(table).succeeded();
    String first = cli.export();
    Files.writeString(table, Table.bodies(30).json());
    cli.refresh(table).succeeded();
    String second = cli.export();

    Outcome back = cli.on("rollback").succeeded();

    assertThat(back.outLines()).hasSize(1);
    assertThat(cli.export()).isEqualTo(first);
    cli.on("rollback").succeeded();
    assertThat(cli.export()).isEqualTo(second);
  }

  @Test
  void rollback_withoutAnEarlierGeneration_isNotFound() throws IOException {
    assertThat(cli.on("rollback").code()).isEqualTo(ExitCode.NOT_FOUND);
    cli.refresh(Files.writeString(folder.resolve("t.json"), Table.bodies(20).json())).succeeded();

    Outcome outcome = cli.on("rollback");

    assertThat(outcome.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(outcome.problem()).contains("no earlier generation");
    cli.on("top").succeeded();
  }
}
