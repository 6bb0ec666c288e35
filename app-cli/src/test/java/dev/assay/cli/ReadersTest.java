package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.TestUpstream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** People ask while a refresh is under way. */
@Timeout(120) // seconds, only so that a hanging test ends
class ReadersTest {

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void loadACatalogue() throws IOException {
    cli = new Cli(folder.resolve("data"));
    cli.refresh(Files.writeString(folder.resolve("t.csv"), Table.bodies(10).csv())).succeeded();
  }

  @Test
  void question_isAnsweredFromTheOldCatalogue_untilTheNewOneIsWhole() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    byte[] table = Table.bodies(25).csv().getBytes(UTF_8);
    try (TestUpstream upstream = TestUpstream.start()) {
      URI source =
          upstream.handle(
              "/table.csv",
              exchange -> {
                asked.countDown();
                awaitQuietly(answered);
                exchange.sendResponseHeaders(200, table.length);
                exchange.getResponseBody().write(table);
              });
      CompletableFuture<Outcome> refresh =
          CompletableFuture.supplyAsync(
              () ->
                  cli.on(
                      "refresh",
                      "--delta-v=bundled:delta-v.html",
                      "--exoplanets=bundled:exoplanets.csv",
                      "--small-bodies=" + source));
      asked.await();

      assertThat(cli.export().lines()).hasSize(11);
      assertThat(cli.on("runs").succeeded().out()).contains("running");

      answered.countDown();
      refresh.join().succeeded();
      assertThat(cli.export().lines()).hasSize(26);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
  void openReader_goesOnWithItsGeneration_whateverHappens() throws IOException {
    try (CatalogueReader reader = Assembly.openCatalogue(cli.data())) {
      for (int bodies = 11; bodies < 14; bodies++) {
        Path table = Files.writeString(folder.resolve("t.csv"), Table.bodies(bodies).csv());
        cli.refresh(table).succeeded();
      }

      assertThat(reader.count()).isEqualTo(10);
      assertThat(reader.find("7", 1)).hasSize(1);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
