package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.TestUpstream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A refresh that is killed at some moment: the catalogue answers throughout, the next refresh
 * completes, and what was left behind does not add up. The moments are those at which a file
 * appears; where exactly the kill strikes after that does not matter.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(120) // seconds, only so that a hanging test ends
class KilledRefreshTest {

  private static final Table BEFORE = Table.bodies(60);
  private static final Table AFTER = Table.bodies(30_000);

  @TempDir private Path folder;
  private Cli cli;
  private Path small;
  private Path large;
  private String before = "";

  @BeforeEach
  void loadACatalogue() throws IOException {
    cli = new Cli(folder.resolve("data"));
    small = Files.writeString(folder.resolve("small.csv"), BEFORE.csv());
    large = Files.writeString(folder.resolve("large.csv"), AFTER.csv());
    cli.refresh(small).succeeded();
    before = cli.export();
  }

  @ParameterizedTest
  @CsvSource({
    // folder, what appears there, how often before the kill
    "ledger/runs, .+json, 1",
    "catalogue, .+building, 1",
    "objects/runs, .+, 1",
    "ledger/chunks, .+, 1",
    "ledger/chunks, .+, 9",
    "catalogue, .+duckdb, 1",
    "catalogue, CURRENT, 1"
  })
  void killed_leavesTheOldCatalogueOrTheNew_butNothingBetween(
      String watched, String name, int times) throws Exception {
    killWhen(watched, name, times);

    boolean switched = !cli.export().equals(before);
    assertThat(cli.export().lines()).hasSize(switched ? 30_001 : 61);
    cli.refresh(large).succeeded();
    assertThat(cli.export().lines()).hasSize(30_001);
    List<Map<String, Object>> runs = Json.array(cli.on("runs", "--format", "json").out());
    assertThat(runs)
        .extracting(run -> run.get("outcome"))
        .containsExactly("succeeded", switched ? "succeeded" : "interrupted", "succeeded");
    assertNoWaste();
  }

  @Test
  void killedDuringADownload_fetchesAgain() throws Exception {
    String table = AFTER.csv();
    CountDownLatch halfSent = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    try (TestUpstream upstream = TestUpstream.start()) {
      URI source =
          upstream.handle(
              "/table.csv",
              exchange -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] half =
                    table.substring(0, table.length() / 2).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseBody().write(half);
                exchange.getResponseBody().flush();
                halfSent.countDown();
                awaitQuietly(killed);
              });
      Child child = Child.start(folder, cli.command(online(source)));
      halfSent.await();
      child.kill();
      killed.countDown();

      assertThat(cli.export().equals(before)).isTrue();
      upstream.publish("/table.csv", table.getBytes(StandardCharsets.UTF_8));
      cli.on(online(source)).succeeded();
    }
    assertThat(cli.export().lines()).hasSize(30_001);
    assertNoWaste();
  }

  @Test
  void killedOverAndOver_leavesNoMoreThanKilledOnce() throws Exception {
    killWhen("ledger/chunks", ".+", 3);
    cli.refresh(large).succeeded();
    cli.refresh(large).succeeded();
    Map<String, Long> once = files();

    for (int cycle = 0; cycle < 4; cycle++) {
      // In full: with nothing changed there would be no chunk to wait for.
      killWhen(cycle % 2 == 0 ? "catalogue" : "ledger/chunks", ".+", 1 + cycle, "--full");
      cli.on("top").succeeded();
    }
    cli.refresh(large).succeeded();
    cli.refresh(large).succeeded();

    assertThat(files().keySet()).isEqualTo(once.keySet());
    long bytesOnce = once.values().stream().mapToLong(Long::longValue).sum();
    long bytesNow = files().values().stream().mapToLong(Long::longValue).sum();
    assertThat(bytesNow).isLessThan(bytesOnce + bytesOnce / 4);
  }

  /**
   * Two generations, perhaps the one that the older of them rests on, the pointer to them, and what
   * the last run left for the next.
   */
  private void assertNoWaste() throws IOException {
    List<String> names = files().keySet().stream().toList();
    assertThat(names)
        .filteredOn(name -> name.startsWith("catalogue"))
        .contains("catalogue/CURRENT", "catalogue/RUN.duckdb #1", "catalogue/RUN.duckdb #2")
        .isSubsetOf(
            "catalogue/CURRENT",
            "catalogue/RUN.duckdb #1",
            "catalogue/RUN.duckdb #2",
            "catalogue/RUN.duckdb #3");
    assertThat(names)
        .filteredOn(name -> name.startsWith("objects/runs/"))
        .allMatch(name -> name.endsWith(" #1"));
    assertThat(names).noneMatch(name -> name.matches("(ledger/chunks|dead-letters)/.*"));
  }

  /** Starts a refresh in a process of its own and kills it when files have appeared. */
  private void killWhen(String watched, String name, int times, String... more) throws Exception {
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      Path directory = Files.createDirectories(cli.data().resolve(watched));
      directory.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      List<String> command = new ArrayList<>(cli.command(Cli.refreshing(large)));
      command.addAll(List.of(more));
      Child child = Child.start(folder, command);
      int seen = 0;
      while (seen < times) {
        WatchKey key = next(watch, child);
        seen += occurrences(key, name);
        key.reset();
      }
      child.kill();
    }
  }

  /** What is seen next; the process must not end without it. */
  private static WatchKey next(WatchService watch, Child child) throws InterruptedException {
    while (true) {
      boolean alive = child.isAlive();
      WatchKey key = watch.poll(100, TimeUnit.MILLISECONDS);
      if (key != null) {
        return key;
      }
      assertThat(alive).as("more to come").isTrue();
    }
  }

  private static int occurrences(WatchKey key, String name) {
    return key.pollEvents().stream()
        .filter(event -> String.valueOf(event.context()).matches(name))
        .mapToInt(WatchEvent::count)
        .sum();
  }

  private static String[] online(URI source) {
    return new String[] {
      "refresh",
      "--delta-v=bundled:delta-v.html",
      "--exoplanets=bundled:exoplanets.csv",
      "--small-bodies=" + source
    };
  }

  /** Every file with its length; runs are not told apart, their bounded history is left out. */
  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(cli.data())) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = cli.data().relativize(file).toString().replaceAll("\\d{8}T\\d{9}Z", "RUN");
        if (!name.startsWith("ledger/runs/") && !name.equals("notifications.log")) {
          files.put(numbered(name, files), Files.size(file));
        }
      }
    }
    return files;
  }

  private static String numbered(String name, Map<String, Long> files) {
    if (!name.contains("RUN")) {
      return name;
    }
    int number = 1;
    while (files.containsKey(name + " #" + number)) {
      number++;
    }
    return name + " #" + number;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
