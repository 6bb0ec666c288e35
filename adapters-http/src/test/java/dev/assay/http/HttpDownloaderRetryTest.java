package dev.assay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.assay.ports.PortException.Kind;
import dev.assay.ports.TestUpstream;
import dev.assay.ports.TestUpstream.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpDownloaderRetryTest extends HttpTest {

  private static final List<Duration> ALL_PAUSES = seconds(2, 4, 5, 5);

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void fetch_overloaded_isRepeatedAfterGrowingPauses(int status) {
    URI source = upstream.answer("/x", Answer.of(status));

    assertFetchFails(Kind.TRANSIENT, source)
        .hasMessage(
            source
                + " answered with HTTP status "
                + status
                + " (requests sent: 4); try again later");
    assertThat(upstream.requests()).hasSize(4);
    assertThat(fixture.pauses).isEqualTo(ALL_PAUSES);
  }

  @Test
  void fetch_overloadEnds_givesContent() throws IOException {
    URI source =
        upstream.answer("/x", Answer.of(503), Answer.of(500, "sorry"), Answer.of(200, "ok"));

    assertThat(read(fixture.downloader(), source)).asString(UTF_8).isEqualTo("ok");
    assertThat(fixture.pauses).isEqualTo(seconds(2, 4));
  }

  @Test
  void fetch_refusedAfterOverload_endsTheRetries() {
    URI source = upstream.answer("/x", Answer.of(503), Answer.of(404));

    assertFetchFails(Kind.PERMANENT, source);
    assertThat(upstream.requests()).hasSize(2);
  }

  @Test
  void fetch_sourceNamesSeconds_waitsThatLong() throws IOException {
    URI source =
        upstream.answer("/x", Answer.of(429).with("Retry-After", "300"), Answer.of(200, "ok"));

    read(fixture.downloader(), source);

    assertThat(fixture.pauses).isEqualTo(seconds(300));
  }

  @Test
  void fetch_sourceNamesShortTime_waitsAtLeastItsOwn() throws IOException {
    URI source =
        upstream.answer("/x", Answer.of(503).with("Retry-After", "1"), Answer.of(200, "ok"));

    read(fixture.downloader(), source);

    assertThat(fixture.pauses).isEqualTo(seconds(2));
  }

  @Test
  void fetch_sourceNamesDate_waitsUntilThen() throws IOException {
    String inTwoMinutes = "Wed, 30 Sep 2026 10:17:30 GMT";
    URI source =
        upstream.answer(
            "/x", Answer.of(503).with("Retry-After", inTwoMinutes), Answer.of(200, "ok"));

    read(fixture.downloader(), source);

    assertThat(fixture.pauses).isEqualTo(seconds(120));
  }

  @ParameterizedTest
  @ValueSource(strings = {"301", "99999999999999999999", "Thu, 01 Oct 2026 10:15:30 GMT"})
  void fetch_sourceNamesTooLongTime_failsForNowAtOnce(String wait) {
    URI source = upstream.answer("/x", Answer.of(503).with("Retry-After", wait));

    assertFetchFails(Kind.TRANSIENT, source)
        .hasMessageContaining("asks to wait ")
        .hasMessageContaining("longer than the limit of 300 s");
    assertThat(upstream.requests()).hasSize(1);
    assertThat(fixture.pauses).isEmpty();
  }

  @Test
  void fetch_nobodyListens_isRepeated() {
    assertFetchFails(Kind.TRANSIENT, TestUpstream.unreachable())
        .hasMessageContaining("ConnectException");
    assertThat(fixture.pauses).isEqualTo(ALL_PAUSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Ty",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 20\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b",
      })
  void fetch_answerBreaksBeforeItsBody_isRepeated(String answer) {
    assertFetchFails(Kind.TRANSIENT, upstream.raw(answer));
    assertThat(fixture.pauses).isEqualTo(ALL_PAUSES);
  }

  @Test
  void fetch_noAnswer_isRepeatedWithinBounds() {
    fixture.timeouts(HttpFixture.headersWithin(Duration.ofMillis(50)));

    assertFetchFails(Kind.TRANSIENT, upstream.silent("/x")).hasMessageContaining("no answer");
    assertThat(fixture.pauses).isEqualTo(ALL_PAUSES);
  }

  @Test
  void fetch_answerTooLate_findsTheConnectionClosed() throws Exception {
    fixture.timeouts(HttpFixture.headersWithin(Duration.ofMillis(50)));
    CountDownLatch givenUp = new CountDownLatch(1);
    CompletableFuture<IOException> broken = new CompletableFuture<>();
    URI source = upstream.handle("/x", exchange -> answerLate(exchange, givenUp, broken));

    assertFetchFails(Kind.TRANSIENT, source);
    givenUp.countDown();

    assertThat(broken.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void fetch_interrupted_failsForNowAndStaysInterrupted() {
    URI source = upstream.silent("/x");

    Thread.currentThread().interrupt();
    try {
      assertFetchFails(Kind.TRANSIENT, source).hasMessageContaining("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(fixture.pauses).isEmpty();
  }

  @Test
  void fetch_interruptedDuringPause_failsForNowAndStaysInterrupted() {
    URI source = upstream.answer("/x", Answer.of(503));
    HttpDownloader downloader =
        fixture.downloaderPausing(
            () -> {
              Thread.currentThread().interrupt();
              return Duration.ofHours(1);
            });

    assertFails(Kind.TRANSIENT, () -> downloader.fetch(source, null))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void answerLate(
      HttpExchange exchange, CountDownLatch givenUp, CompletableFuture<IOException> broken) {
    try {
      givenUp.await();
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < 1000; i++) {
        exchange.getResponseBody().write(new byte[10_000]);
      }
    } catch (IOException e) {
      broken.complete(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Duration> seconds(long... values) {
    return LongStream.of(values).mapToObj(Duration::ofSeconds).toList();
  }
}
