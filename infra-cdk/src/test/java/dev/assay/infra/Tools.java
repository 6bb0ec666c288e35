package dev.assay.infra;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tools of package.json, installed once with exactly the versions of package-lock.json. Without
 * a registry within reach the tests that use them are skipped, except in CI.
 */
public final class Tools {

  /** The module's folder. */
  static final Path MODULE = Path.of(System.getProperty("assay.root")).resolve("infra-cdk");

  private static final Path INSTALLED = MODULE.resolve("node_modules");
  private static final Path STAMP = INSTALLED.resolve(".assay-lock");

  private Tools() {}

  /** Runs a tool of node_modules/.bin in the module's folder. */
  static Command.Result run(String tool, List<String> arguments) {
    install();
    List<String> command = new ArrayList<>();
    command.add(INSTALLED.resolve(".bin").resolve(program(tool)).toString());
    command.addAll(arguments);
    return run(command);
  }

  /** Runs a script with Node; it may import what is installed. */
  static Command.Result script(Path script, List<String> arguments) {
    install();
    List<String> command = new ArrayList<>(List.of("node", script.toString()));
    command.addAll(arguments);
    return run(command);
  }

  /** The folder of an installed package. */
  public static Path installed(String name) {
    install();
    return INSTALLED.resolve(name);
  }

  private static Command.Result run(List<String> command) {
    try {
      return Command.run(MODULE, command, Map.of("NO_COLOR", "1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void install() {
    try {
      String lock = Files.readString(MODULE.resolve("package-lock.json"));
      if (Files.exists(STAMP) && Files.readString(STAMP).equals(lock)) {
        return;
      }
      Command.Result result = Command.run(MODULE, List.of(program("npm"), "ci"));
      if (result.code() != 0) {
        unavailable(result.output());
      }
      Files.writeString(STAMP, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unavailable(String output) {
    String reason = "the tools of package.json cannot be installed: " + output.strip();
    if (System.getenv("CI") != null) {
      fail(reason);
    }
    abort(reason);
  }

  private static String program(String name) {
    return File.separatorChar == '/' ? name : name + ".cmd";
  }
}
