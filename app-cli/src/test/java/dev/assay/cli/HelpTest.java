package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.BuildVersion;
import dev.assay.cli.Cli.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says of itself, and how it answers what it does not understand. */
class HelpTest {

  static List<String> commands() {
    return List.of(
        "demo",
        "refresh",
        "top",
        "show",
        "planets",
        "export",
        "report",
        "delta-v",
        "runs",
        "rollback",
        "deadletters",
        "generate-completion");
  }

  @Test
  void version_namesAssayAndJava() {
    Outcome outcome = Cli.run("--version").succeeded();

    assertThat(outcome.outLines()).hasSize(2);
    assertThat(outcome.out())
        .startsWith("assay " + BuildVersion.text() + "\n")
        .contains("Java " + Runtime.version());
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_ofEachCommand_isAResult(String command) {
    Outcome outcome = Cli.run(command, "--help").succeeded();

    assertThat(outcome.out()).startsWith("Usage: assay " + command);
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "demo, --data --format --quiet",
    "refresh, --data --delta-v --exoplanets --masses --model --offline --prices --quiet"
        + " --small-bodies",
    "top, --by --catalogue --class --data --format --limit --max-delta-v --neo --quiet --spectral-type",
    "show, --catalogue --data --format --quiet",
    "planets, --catalogue --data --format --limit --quiet",
    "export, --catalogue --data --format --output --quiet",
    "report, --catalogue --data --mission --output --prices --quiet",
    "delta-v, --a --e --i --data --format --quiet",
    "runs, --catalogue --data --format --limit --quiet",
    "rollback, --catalogue --data --quiet",
    "deadletters list, --catalogue --data --format --limit --queue --queue-url --quiet",
    "deadletters redrive, --catalogue --data --limit --queue --queue-url --quiet"
  })
  void help_namesEachOption(String command, String options) {
    assertThat(Cli.run((command + " --help").split(" ")).out()).contains(options.split(" "));
  }

  @Test
  void help_namesEachCommand() {
    assertThat(Cli.run("--help").succeeded().out()).contains(commands());
  }

  @Test
  void noCommand_isWrongUsage_andShowsTheHelp() {
    Outcome outcome = Cli.run();

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(commands());
  }

  @Test
  void generateCompletion_isAScriptThatKnowsEachCommand() {
    String script = Cli.run("generate-completion").succeeded().out();

    assertThat(script)
        .startsWith("#!")
        .contains("complete -F _complete_assay")
        .contains("commands=\"" + String.join(" ", commands()) + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "top --limt=3 | --limt",
        "demo --loud | --loud",
        "tops | did you mean top?",
        "top 5 | 5",
        "delta-v --a 1 --e 0.1 | --i",
        "delta-v --a one --e 0.1 --i 1 | --a",
        "show | BODY",
        "top --format xml | xml",
        "export --format xlsx | xlsx",
        "export | --format",
        "runs --limit many | many",
        "top --data | --data"
      })
  void wrongUsage_isAnsweredInOneLineThatSaysWhereToLook(String words, String named) {
    Outcome outcome = Cli.run(words.split(" "));

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).contains(named).containsPattern("see: assay[a-z -]* --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TABLE", "Csv", "JSON"})
  void format_isTakenInEitherCase(String format) {
    Cli.run("delta-v", "--a=1.5", "--e=0.1", "--i=2", "--format", format).succeeded();
  }

  @Test
  void terminal_getsColours_andNobodyElse() {
    StringWriter out = new StringWriter();
    Console terminal = new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), true);
    Main.commandLine(terminal, Pauses.CONSIDERATE, "--help").execute("--help");
    terminal.flush();

    assertThat(out.toString()).contains("\u001b[");
    assertThat(Cli.run("--help").out()).doesNotContain("\u001b");
  }
}
