package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.http.HttpSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs commands on a data directory as a user would, but in this process. */
final class Cli {

  private static final Pauses HURRIED =
      new Pauses(
          new HttpSettings.Retries(
              3, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofDays(1)),
          pause -> {});

  private final Path data;

  Cli(Path data) {
    this.data = data;
  }

  /** What a command left behind. */
  record Outcome(int code, String out, String err) {

    List<String> outLines() {
      return out.lines().toList();
    }

    Outcome succeeded() {
      assertThat(code).as(err).isZero();
      return this;
    }

    /** The one line that says what is wrong; a failed refresh adds what became of the catalogue. */
    String problem() {
      assertThat(code).as(err).isIn(ExitCode.FAILED, ExitCode.WRONG_USAGE, ExitCode.NOT_FOUND);
      assertThat(out).isEmpty();
      List<String> lines =
          err.lines().filter(line -> !line.equals("The catalogue is as it was before.")).toList();
      assertThat(lines).as(err).hasSize(1);
      assertThat(lines.get(0)).startsWith("assay: ").hasSizeLessThan(500);
      return lines.get(0).substring("assay: ".length());
    }
  }

  /** Runs a command line as it is. */
  static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int code = Main.commandLine(console, HURRIED, arguments).execute(arguments);
    console.flush();
    return new Outcome(code, out.toString(), err.toString());
  }

  /** Runs a command on the data directory. */
  Outcome on(String... command) {
    return run(command(command).toArray(String[]::new));
  }

  /** The words of a command on the data directory. */
  List<String> command(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--data", data.toString()));
    return words;
  }

  /** Refreshes from files, with the bundled side sources. */
  Outcome refresh(Object... smallBodies) {
    return on(refreshing(smallBodies));
  }

  /** The words of a refresh from files, with the bundled side sources. */
  static String[] refreshing(Object... smallBodies) {
    Stream<String> sides =
        Stream.of(
            "refresh",
            "--offline",
            "--delta-v=bundled:delta-v.html",
            "--masses=bundled:masses.txt",
            "--exoplanets=bundled:exoplanets.csv");
    Stream<String> tables = Stream.of(smallBodies).map(table -> "--small-bodies=" + table);
    return Stream.concat(sides, tables).toArray(String[]::new);
  }

  /** The whole catalogue as CSV. */
  String export() {
    return on("export", "--format", "csv").succeeded().out();
  }

  Path data() {
    return data;
  }
}
