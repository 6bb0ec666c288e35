package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.ports.Notifier;
import dev.assay.ports.NotifierContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNotifierTest extends NotifierContract {

  @TempDir private Path directory;
  private final StringBuilder console = new StringBuilder();
  private Path file;
  private Notifier notifier;

  @BeforeEach
  void open() {
    file = directory.resolve("my data").resolve("notifications.jsonl");
    notifier = notifier(1_000_000);
  }

  private Notifier notifier(long longestFile) {
    return new FileNotifier(file, longestFile, console, new MutableClock());
  }

  @Override
  protected Notifier notifier() {
    return notifier;
  }

  @Override
  protected List<Notifier.Notification> delivered() {
    try {
      return Files.readAllLines(file).stream().map(FileNotifierTest::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Notifier.Notification parse(String line) {
    try {
      JsonNode json = new ObjectMapper().readTree(line);
      return new Notifier.Notification(
          Notifier.Kind.valueOf(json.path("outcome").asText().toUpperCase(Locale.ROOT)),
          json.path("subject").asText(),
          json.path("body").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Notifier.Notification done(String subject) {
    return new Notifier.Notification(Notifier.Kind.SUCCESS, subject, "All\nis well.");
  }

  @Test
  void notify_once_printsOneLine() {
    notifier.notify(done("12 bodies loaded"));

    assertThat(console).hasToString("12 bodies loaded" + System.lineSeparator());
  }

  @Test
  void notify_once_addsALineWithItsTime() {
    notifier.notify(done("Çok iyi"));

    assertThat(file)
        .hasContent(
            "{\"time\":\"2026-10-05T03:00:00Z\",\"outcome\":\"success\","
                + "\"subject\":\"Çok iyi\",\"body\":\"All\\nis well.\"}\n");
  }

  @Test
  void notify_halfALineLeftByAKilledProcess_beginsANewOne() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"time\":\"20");

    notifier.notify(done("next"));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(parse(lines.get(1))).isEqualTo(done("next"));
  }

  @Test
  void notify_fileHasGrownLong_beginsANewOne() throws IOException {
    Notifier brief = notifier(150);
    for (int i = 0; i < 9; i++) {
      brief.notify(done("run " + i));
    }

    assertThat(delivered()).containsExactly(done("run 8"));
    assertThat(Files.readAllLines(file.resolveSibling(file.getFileName() + ".old")))
        .extracting(FileNotifierTest::parse)
        .containsExactly(done("run 6"), done("run 7"));
  }

  @Test
  void notify_directoryIsBelowAFile_saysWhatToDo() throws IOException {
    Path impossible = Refusals.belowAFile(directory).resolve("log");
    Notifier mute = new FileNotifier(impossible, 1_000, console, new MutableClock());

    Refusals.assertFailsForGood(() -> mute.notify(done("unheard")))
        .startsWith("cannot write " + impossible)
        .endsWith("move it away");
  }
}
