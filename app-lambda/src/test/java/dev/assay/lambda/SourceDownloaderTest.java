package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.NotModified;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.PortException;
import dev.assay.ports.memory.InMemoryObjectStore;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDownloaderTest {

  private final ObjectStore store = new InMemoryObjectStore();
  private final Lines written = new Lines();

  private SourceDownloader downloader(boolean allowHttp) {
    return new SourceDownloader(
        (source, held) -> new NotModified(),
        allowHttp,
        "files",
        store,
        written.lines(JsonLines.Level.DEBUG));
  }

  private String read(String source) throws IOException {
    try (Content content = (Content) downloader(false).fetch(URI.create(source), null)) {
      return new String(content.body().readAllBytes(), UTF_8);
    }
  }

  @Test
  void fetch_s3_readsTheRunsBucket() throws IOException {
    store.put("given/table.csv", Condition.ALWAYS, out -> out.write('x'));

    assertThat(read("s3://files/given/table.csv")).isEqualTo("x");
  }

  @Test
  void fetch_bundled_readsTheSample() throws IOException {
    assertThat(read("bundled:masses.txt")).isNotBlank();
  }

  @Test
  void fetch_web_isPassedOn() {
    assertThat(downloader(false).fetch(URI.create("https://example.org/x"), null))
        .isEqualTo(new NotModified());
    assertThat(downloader(true).fetch(URI.create("http://127.0.0.1/x"), null))
        .isEqualTo(new NotModified());
  }

  @Test
  void fetch_web_isALineForThoseWhoLookClosely() {
    downloader(false).fetch(URI.create("https://example.org/x?query=1"), null);

    assertThat(written.read())
        .containsExactly(
            Lines.json(
                "{\"timestamp\":\"2026-11-01T03:07:00Z\",\"level\":\"DEBUG\","
                    + "\"message\":\"source is as the copy of it\","
                    + "\"source\":\"https://example.org/x\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "s3://files/given/none; s3://files/given/none does not exist",
        "s3://files/runs/x;     s3://files/runs/x is not in the folder given/, where tables for a run are put",
        "s3://other/x;          s3://other/x is not in the bucket of this run, which is files",
        "http://127.0.0.1/x;    'http://127.0.0.1/x is not encrypted; use https'",
        "ftp://x/y;             'ftp://x/y: ''ftp:'' is not supported; use https:, s3: or bundled:'",
        "bundled:nothing.txt;   'nothing called ''nothing.txt'' comes with Assay'",
        "bundled:../x.txt;      'nothing called ''../x.txt'' comes with Assay'",
      })
  void fetch_whatMayNotBe_saysWhy(String source, String message) {
    assertThatThrownBy(() -> read(source)).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/x", "ftp://x/y"})
  void fetch_addressThatMayNotBeAsked_isWrongInput(String source) {
    assertThatThrownBy(() -> read(source))
        .isInstanceOfSatisfying(PortException.class, e -> assertThat(e.isWrongInput()).isTrue());
  }
}
