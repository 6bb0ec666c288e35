package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflows of GitHub: their syntax, and what must not slip into them. */
@RequiresNode
class WorkflowFilesTest {

  private static final Path FOLDER = Tools.MODULE.resolveSibling(".github/workflows");
  private static final Pattern ACTION = Pattern.compile("uses: *(\\S+)(.*)");

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void workflow_asFile_passesTheValidator(Path workflow) {
    Command.Result result = Tools.run("action-validator", List.of(workflow.toString()));

    assertThat(result.code()).as(result.output()).isZero();
  }

  @Test
  void workflow_withAMistake_doesNotPassTheValidator() throws IOException {
    Path folder = Files.createDirectories(Tools.MODULE.resolve("target/workflows"));
    Path wrong = folder.resolve("wrong.yml");
    Files.writeString(
        wrong, Files.readString(FOLDER.resolve("ci.yml")).replace("runs-on:", "run-son:"));

    assertThat(Tools.run("action-validator", List.of(wrong.toString())).code()).isNotZero();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void actions_all_arePinnedByCommitAndSayTheirVersion(Path workflow) throws IOException {
    Matcher actions = ACTION.matcher(Files.readString(workflow));
    int found = 0;
    while (actions.find()) {
      found++;
      assertThat(actions.group(1)).matches("[\\w/-]+@[0-9a-f]{40}");
      assertThat(actions.group(2)).matches(" # v\\d+\\.\\d+\\.\\d+");
    }
    assertThat(found).isPositive();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void jobs_all_areBoundedInTime(Path workflow) throws IOException {
    String text = Files.readString(workflow);

    assertThat(count(text, "timeout-minutes:")).isEqualTo(count(text, "runs-on:"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void permissions_ofTheWhole_areToReadOnly(Path workflow) throws IOException {
    assertThat(Files.readString(workflow)).contains("\npermissions:\n  contents: read\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws-access-key-id", "AWS_SECRET_ACCESS_KEY", "secrets."})
  void deploy_anyKeyOfLongLife_isNotThere(String key) throws IOException {
    assertThat(Files.readString(FOLDER.resolve("deploy.yml"))).doesNotContain(key);
  }

  @Test
  void deploy_roles_areTakenInEnvironmentsOnly() throws IOException {
    String text = Files.readString(FOLDER.resolve("deploy.yml"));

    assertThat(count(text, "id-token: write")).isEqualTo(2);
    assertThat(count(text, "    environment: ")).isEqualTo(2);
  }

  @Test
  void lock_ofTheTools_namesNoRegistry() throws IOException {
    assertThat(Files.readString(Tools.MODULE.resolve("package-lock.json")))
        .doesNotContain("\"resolved\"")
        .contains("\"integrity\"");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
