package dev.assay.infra;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs, never for longer than a few minutes. */
final class Command {

  private static final long MOST_SECONDS = 300;

  private Command() {}

  /**
   * How a program ended.
   *
   * @param code its exit code
   * @param output what it wrote, errors included
   */
  record Result(int code, String output) {}

  /** Runs a program to its end; one that is not there is an IOException. */
  static Result run(Path folder, List<String> command) throws IOException {
    return run(folder, command, Map.of());
  }

  static Result run(Path folder, List<String> command, Map<String, String> environment)
      throws IOException {
    File output = File.createTempFile("command", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output)
              .redirectInput(ProcessBuilder.Redirect.from(new File(nothing())));
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException(command + " took longer than " + MOST_SECONDS + " s");
      }
      return new Result(process.exitValue(), Files.readString(output.toPath()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      delete(output);
    }
  }

  private static String nothing() {
    return File.separatorChar == '/' ? "/dev/null" : "NUL";
  }

  private static void delete(File file) {
    try {
      Files.delete(file.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
