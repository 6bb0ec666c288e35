package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A real browser without a window: $CHROME_BIN, or Chromium or Chrome on the path. It resolves no
 * name of any host, so nothing leaves this machine.
 */
final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Longer than a page takes to draw; only there so that a hanging browser ends. */
  private static final int PATIENCE_SECONDS = 120;

  private static final Pattern REQUEST = Pattern.compile("\"url\":\"(https?|wss?|ftp)://([^/\"]*)");

  /** What a browser asks for by itself, whatever the page. */
  private static final Pattern ITS_OWN =
      Pattern.compile(".*\\.(google|googleapis|gvt1|gstatic)\\.com(:\\d+)?");

  private static final Pattern CONSOLE = Pattern.compile(".*CONSOLE[:(].*");

  private final String program;
  private final Path folder;

  private Browser(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Skips the test if there is no browser. */
  static Browser find(Path folder) {
    String named = System.getenv("CHROME_BIN");
    Optional<String> found = named == null ? onPath() : Optional.of(named);
    assumeThat(found)
        .as("no browser: install Chromium or set CHROME_BIN to test reports in one")
        .isPresent();
    return new Browser(found.orElseThrow(), folder);
  }

  private static Optional<String> onPath() {
    String path = System.getenv("PATH");
    Stream<String> folders =
        path == null ? Stream.of() : Arrays.stream(path.split(File.pathSeparator));
    return folders
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /**
   * What became of a page.
   *
   * @param dom the document after its scripts have run
   * @param console what they, or the browser about them, wrote to the console
   * @param hosts what it asked for, but for what browsers ask for by themselves
   */
  record Opened(Document dom, List<String> console, List<String> hosts) {}

  Opened open(Path page, String... more) throws IOException, InterruptedException {
    Path network = folder.resolve("network.json");
    List<String> options =
        new ArrayList<>(
            List.of("--dump-dom", "--enable-logging=stderr", "--v=0", "--log-net-log=" + network));
    options.addAll(List.of(more));
    Path out = run(page, options);
    List<String> hosts =
        REQUEST
            .matcher(Files.readString(network))
            .results()
            .map((MatchResult match) -> match.group(2))
            .filter(host -> !ITS_OWN.matcher(host).matches())
            .distinct()
            .toList();
    List<String> console =
        Files.readAllLines(folder.resolve("err.txt"), StandardCharsets.ISO_8859_1).stream()
            .filter(line -> CONSOLE.matcher(line).matches())
            .toList();
    return new Opened(Jsoup.parse(Files.readString(out)), console, hosts);
  }

  /** Prints a page to a PDF file. */
  Path print(Path page) throws IOException, InterruptedException {
    Path pdf = folder.resolve("page.pdf");
    run(page, List.of("--print-to-pdf=" + pdf));
    return pdf;
  }

  private Path run(Path page, List<String> options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
    command.addAll(options);
    command.add(page.toUri().toString());
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("browser ended").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("exit code of %s", program).isZero();
    return out;
  }
}
