package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The program in a process of its own, which a test can starve and kill. */
final class Child {

  private static final String NATIVE = "libduckdb_java.so_";

  /** Longer than any of these tests takes; only there so that a hanging child ends. */
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a command; what it prints goes to files in a folder. */
  static Child start(Path folder, List<String> words) throws IOException {
    return start(folder, List.of(), words, Files.createTempFile(folder, "out", ".txt"));
  }

  /** Starts a command that may make no file longer than this. */
  static Child startWithSmallFiles(Path folder, int kilobytes, List<String> words)
      throws IOException {
    // The shell of POSIX counts in blocks of 512 bytes.
    String limited = "ulimit -f " + 2 * kilobytes + " && exec \"$@\"";
    return start(
        folder,
        List.of("sh", "-c", limited, "sh"),
        words,
        Files.createTempFile(folder, "out", ".txt"));
  }

  /** Starts a command that prints its results to a place of its own. */
  static Child startPrintingTo(Path place, Path folder, List<String> words) throws IOException {
    return start(folder, List.of(), words, place);
  }

  private static Child start(Path folder, List<String> shell, List<String> words, Path out)
      throws IOException {
    Path err = Files.createTempFile(folder, "err", ".txt");
    List<String> command = new ArrayList<>(shell);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // What the manifest of the jar says, for its classes used without it.
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx384m",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-cp",
            classPath(),
            Main.class.getName()));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Child(process, out, err);
  }

  /** Waits for its end. */
  Outcome end() throws IOException, InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      kill();
    }
    assertThat(ended).as("ended by itself").isTrue();
    String printed = Files.isRegularFile(out) ? Files.readString(out) : "";
    return new Outcome(process.exitValue(), printed, Files.readString(err));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it, as kill -9 does, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * The class path of this process, with the database engine taken out of its archive once, instead
   * of into the temporary folder by each child.
   */
  private static String classPath() throws IOException {
    List<String> parts = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      boolean engine = part.contains("duckdb_jdbc") && part.endsWith(".jar");
      parts.add(engine ? unpacked(Path.of(part)).toString() : part);
    }
    return parts.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static Path unpacked(Path jar) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "engine").toAbsolutePath());
    Path slim = folder.resolve("slim-" + jar.getFileName());
    if (Files.exists(slim)) {
      return slim;
    }
    Path fresh = folder.resolve("fresh.jar");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar), UTF_8);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(fresh), UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().startsWith(NATIVE)) {
          unpackIfOurs(in, entry.getName(), folder);
        } else {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
    return Files.move(fresh, slim, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpackIfOurs(InputStream in, String name, Path folder) throws IOException {
    String[] ours =
        System.getProperty("os.name").startsWith("Linux")
            ? new String[] {"linux_amd64", "linux_arm64"}
            : new String[] {"macos_arm64", "windows_amd64"};
    if (Arrays.stream(ours).anyMatch(platform -> name.equals(NATIVE + platform))) {
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
