package dev.assay.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.Downloader.Content;
import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import dev.assay.ports.TestUpstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpDownloaderBodyTest extends HttpTest {

  @Test
  void fetch_announcedLengthAboveTheLimit_failsForGoodAtOnce() {
    URI source = upstream.raw("HTTP/1.1 200 OK\r\nContent-Length: 4000001\r\n\r\n{");

    assertFetchFails(Kind.PERMANENT, source)
        .hasMessage(
            source + " is longer than the limit of 4000000 bytes; check the address or raise it");
    assertThat(upstream.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1000\r\n\r\n{\"data\":[",
        "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n",
        "Transfer-Encoding: chunked\r\n\r\nff\r\n{\"data\":[",
      })
  void read_bodyCut_failsForNowAfterWhatArrived(String cut) throws IOException {
    URI source = upstream.raw("HTTP/1.1 200 OK\r\n" + cut);

    try (Content content = content(source)) {
      assertThat(content.body().readNBytes(9)).asString(UTF_8).isEqualTo("{\"data\":[");
      assertFails(Kind.TRANSIENT, content.body()::read).hasMessageContaining("broke off");
      assertFails(Kind.TRANSIENT, content.body()::read).hasMessageContaining("broke off");
    }
  }

  @Test
  void read_sourceStopsSending_failsForNowAfterTheIdleTime() throws IOException {
    fixture.timeouts(HttpFixture.idleAtMost(Duration.ofMillis(100)));

    try (Content content = content(upstream.stalling("/x", "{"))) {
      assertThat(content.body().read()).isEqualTo('{');
      assertFails(Kind.TRANSIENT, content.body()::read).hasMessageContaining("no data for");
    }
  }

  @Test
  void read_sourceSendsForTooLong_failsForNow() {
    AtomicLong time = new AtomicLong();
    fixture.nanoTime(() -> time.getAndAdd(Duration.ofSeconds(1).toNanos()));

    assertFails(
            Kind.TRANSIENT,
            () -> read(fixture.downloader(), upstream.endless("/x", "drip".getBytes(UTF_8))))
        .hasMessageContaining("not complete after 20 s");
  }

  @Test
  void read_interrupted_failsForNowAndStaysInterrupted() throws IOException {
    try (Content content = content(upstream.stalling("/x", "{"))) {
      assertThat(content.body().read()).isEqualTo('{');

      Thread.currentThread().interrupt();
      assertFails(Kind.TRANSIENT, content.body()::read).hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void read_afterClose_fails() throws IOException {
    Content content = content(upstream.publish("/x", new byte[10]));
    content.close();

    assertFails(Kind.TRANSIENT, content.body()::read).hasMessageContaining("closed");
  }

  @Test
  void read_inManyWays_givesTheSameBytes() throws IOException {
    try (Content content = content(upstream.publish("/x", new byte[] {1, -1, 3, 4, 5}))) {
      assertThat(content.body().read()).isEqualTo(1);
      assertThat(content.body().read()).isEqualTo(255);
      assertThat(content.body().skip(2)).isEqualTo(2);
      assertThat(content.body().read(new byte[0])).isZero();
      assertThat(content.body().readAllBytes()).containsExactly(5);
      assertThat(content.body().read()).isEqualTo(-1);
    }
  }

  @Test
  void fetch_hostBusyTooLong_failsForNowWithoutAsking() throws IOException {
    fixture.timeouts(HttpFixture.turnWithin(Duration.ofMillis(50)));
    HttpDownloader downloader = fixture.downloader();
    URI source = upstream.publish("/x", new byte[10]);

    Content first = (Content) downloader.fetch(source, null);
    assertFails(Kind.TRANSIENT, () -> downloader.fetch(source, null))
        .hasMessageContaining("was not asked");
    assertThat(upstream.requests()).hasSize(1);
    assertThat(fixture.pauses).isEmpty();
    first.close();

    assertThat(read(downloader, source)).hasSize(10);
  }

  @Test
  void fetch_fromManyThreads_asksTheHostOneAtATime() {
    CyclicBarrier meeting = new CyclicBarrier(2);
    AtomicInteger meetings = new AtomicInteger();
    URI source =
        upstream.handle(
            "/x",
            exchange -> {
              if (meets(meeting)) {
                meetings.incrementAndGet();
              }
              exchange.sendResponseHeaders(200, -1);
            });
    HttpDownloader downloader = fixture.downloader();

    List<CompletableFuture<Void>> fetches =
        IntStream.range(0, 8)
            .mapToObj(n -> CompletableFuture.runAsync(() -> readQuietly(downloader, source)))
            .toList();

    fetches.forEach(CompletableFuture::join);
    assertThat(upstream.requests()).hasSize(8);
    assertThat(meetings).hasValue(0);
  }

  @Test
  void fetch_commonPoolBlocked_isNotHeldUp() throws IOException {
    CountDownLatch release = new CountDownLatch(1);
    try {
      for (int n = 0; n < ForkJoinPool.getCommonPoolParallelism(); n++) {
        ForkJoinPool.commonPool().execute(() -> awaitQuietly(release));
      }
      assertThat(read(fixture.downloader(), upstream.publish("/x", new byte[10]))).hasSize(10);
      assertFetchFails(Kind.TRANSIENT, TestUpstream.unreachable()).hasMessageContaining("failed");
    } finally {
      release.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void fetch_otherHostBusy_isNotHeldUp() throws IOException {
    fixture.timeouts(HttpFixture.turnWithin(Duration.ofMillis(50)));
    HttpDownloader downloader = fixture.downloader();
    URI source = upstream.publish("/x", new byte[10]);
    URI otherName = URI.create(source.toString().replace("127.0.0.1", "localhost"));

    try (Content first = (Content) downloader.fetch(source, null)) {
      assertThat(read(downloader, otherName)).hasSize(10);
      assertThat(first.body().readAllBytes()).hasSize(10);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 404, 503})
  void fetch_failsWithAnyStatus_endsTheTurn(int status) throws IOException {
    fixture.timeouts(HttpFixture.turnWithin(Duration.ofMillis(500)));
    HttpDownloader downloader = fixture.downloader();
    URI tooLong = upstream.raw("HTTP/1.1 " + status + " X\r\nContent-Length: 5000000\r\n\r\n");

    assertThatThrownBy(() -> downloader.fetch(tooLong, null)).isInstanceOf(PortException.class);

    assertThat(read(downloader, upstream.publish("/x", new byte[10]))).hasSize(10);
  }

  /** Whether another request arrives while this one is under way. */
  private static boolean meets(CyclicBarrier meeting) {
    try {
      meeting.await(20, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      meeting.reset();
      return false;
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void readQuietly(HttpDownloader downloader, URI source) {
    try {
      assertThat(read(downloader, source)).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Content content(URI source) {
    return (Content) fixture.downloader().fetch(source, null);
  }
}
