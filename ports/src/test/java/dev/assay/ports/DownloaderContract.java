package dev.assay.ports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.NotModified;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.PortException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Downloader} does. {@link OverNetwork} adds what only a network can do. */
public abstract class DownloaderContract {

  /** The adapter under test, without pauses between retries. */
  protected abstract Downloader downloader();

  /** Makes content available, or replaces what is there under that name. */
  protected abstract URI publish(String name, byte[] content);

  /** An address under which there is nothing. */
  protected abstract URI absent();

  @Test
  void fetch_publishedResource_givesItsContent() throws IOException {
    URI source = publish("ceres", "{\"pdes\":\"1\"}".getBytes(UTF_8));

    assertThat(read(fetch(source, null))).asString(UTF_8).isEqualTo("{\"pdes\":\"1\"}");
  }

  @Test
  void fetch_emptyResource_givesEmptyContent() throws IOException {
    assertThat(read(fetch(publish("empty", new byte[0]), null))).isEmpty();
  }

  @Test
  void fetch_largeResource_givesEveryByte() throws IOException {
    byte[] content = new byte[3_000_001];
    new Random(1).nextBytes(content);

    assertThat(read(fetch(publish("large", content), null))).isEqualTo(content);
  }

  @Test
  void fetch_nothingToValidateWith_givesContent() throws IOException {
    URI source = publish("ceres", "1".getBytes(UTF_8));

    assertThat(read(fetch(source, Validators.NONE))).asString(UTF_8).isEqualTo("1");
  }

  @Test
  void fetch_copyHeldIsCurrent_saysNotModified() throws IOException {
    URI source = publish("ceres", "1".getBytes(UTF_8));
    Validators held = validators(source);

    assertThat(downloader().fetch(source, held)).isEqualTo(new NotModified());
  }

  @Test
  void fetch_resourceChanged_givesNewContentAndValidators() throws IOException {
    URI source = publish("ceres", "before".getBytes(UTF_8));
    Validators held = validators(source);
    publish("ceres", "afterwards".getBytes(UTF_8));

    try (Content changed = fetch(source, held)) {
      assertThat(changed.validators()).isNotEqualTo(held);
      assertThat(changed.body().readAllBytes()).asString(UTF_8).isEqualTo("afterwards");
    }
  }

  @Test
  void fetch_absentResource_failsForGoodAndSaysWhere() {
    URI source = absent();

    assertThat(failure(source))
        .satisfies(DownloaderContract::isOneLine)
        .hasMessageContaining(source.getPath())
        .hasMessageContaining("does not exist")
        .extracting(PortException::kind)
        .isEqualTo(Kind.PERMANENT);
  }

  @Test
  void fetch_schemeThatIsNotServed_isWrongInput() {
    assertThat(failure(URI.create("gopher://example.org/1")))
        .satisfies(DownloaderContract::isOneLine)
        .hasMessageContaining("gopher://example.org/1")
        .extracting(PortException::isWrongInput)
        .isEqualTo(true);
  }

  @Test
  void fetch_bodyClosedUnread_leavesTheSourceFree() throws IOException {
    URI source = publish("large", new byte[1_000_000]);

    Content unread = fetch(source, null);
    unread.close();
    unread.close();

    assertThat(read(fetch(source, null))).hasSize(1_000_000);
  }

  @Test
  void fetch_fromManyThreads_givesEachItsContent() {
    Downloader shared = downloader();
    List<CompletableFuture<Integer>> lengths =
        IntStream.range(0, 16)
            .mapToObj(n -> publish("part-" + n, new byte[n * 1000]))
            .map(uri -> CompletableFuture.supplyAsync(() -> length(shared, uri)))
            .toList();

    assertThat(lengths)
        .extracting(CompletableFuture::join)
        .containsExactlyElementsOf(IntStream.range(0, 16).map(n -> n * 1000).boxed().toList());
  }

  protected final Content fetch(URI source, @Nullable Validators held) {
    return (Content) downloader().fetch(source, held);
  }

  protected static byte[] read(Content content) throws IOException {
    try (content) {
      return content.body().readAllBytes();
    }
  }

  protected final PortException failure(URI source) {
    PortException failure =
        catchThrowableOfType(PortException.class, () -> downloader().fetch(source, null));
    assertThat(failure).as("failure of %s", source).isNotNull();
    return failure;
  }

  protected static void isOneLine(Throwable failure) {
    assertThat(failure.getMessage()).isNotBlank().doesNotContain("\n", "\r");
  }

  private Validators validators(URI source) throws IOException {
    try (Content content = fetch(source, null)) {
      return content.validators();
    }
  }

  private static int length(Downloader downloader, URI source) {
    try {
      return read((Content) downloader.fetch(source, null)).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a {@link Downloader} that reaches other machines does besides. */
  public abstract static class OverNetwork extends DownloaderContract {

    /** The source asked in the tests; it lives as long as one test. */
    protected final TestUpstream upstream = TestUpstream.start();

    /** The longest body the adapter under test is set to accept; at least 3 MB. */
    protected abstract int longestBody();

    @AfterEach
    void stopUpstream() {
      upstream.close();
    }

    @Override
    protected URI publish(String name, byte[] content) {
      return upstream.publish("/" + name, content);
    }

    @Override
    protected URI absent() {
      return upstream.uri("/absent");
    }

    @Test
    void fetch_sourceUnreachable_failsForNow() {
      assertThat(failure(TestUpstream.unreachable()))
          .satisfies(DownloaderContract::isOneLine)
          .extracting(PortException::kind)
          .isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void fetch_sourceOverloadedForAMoment_givesContent() throws IOException {
      URI source =
          upstream.answer(
              "/busy", TestUpstream.Answer.of(503), TestUpstream.Answer.of(200, "at last"));

      assertThat(read(fetch(source, null))).asString(UTF_8).isEqualTo("at last");
    }

    @Test
    void fetch_sourceOverloadedForLong_failsForNowAfterBoundedRetries() {
      URI source = upstream.answer("/busy", TestUpstream.Answer.of(503));

      assertThat(failure(source).kind()).isEqualTo(Kind.TRANSIENT);
      assertThat(upstream.requests()).hasSizeBetween(2, 20);
    }

    @Test
    void fetch_requestRefused_failsForGoodWithoutRetry() {
      URI source = upstream.answer("/query", TestUpstream.Answer.of(403));

      PortException failure = failure(source);
      assertThat(failure.kind()).isEqualTo(Kind.PERMANENT);
      assertThat(failure.isWrongInput()).isFalse();
      assertThat(upstream.requests()).hasSize(1);
    }

    @Test
    void fetch_redirectElsewhere_isWrongInput() {
      URI source =
          upstream.answer(
              "/moved", TestUpstream.Answer.redirect(302, "http://169.254.169.254/latest"));

      assertThat(failure(source).kind()).isEqualTo(Kind.PERMANENT);
      assertThat(failure(source).isWrongInput()).isTrue();
    }

    @Test
    void body_cutBeforeTheAnnouncedEnd_failsForNow() {
      URI source = upstream.raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[");

      assertThatThrownBy(() -> read(fetch(source, null)))
          .isInstanceOfSatisfying(
              PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
    }

    @Test
    void body_beyondTheSizeLimit_failsForGood() {
      URI source = upstream.endless("/endless", new byte[100_000]);

      assertThatThrownBy(() -> read(fetch(source, null)))
          .isInstanceOfSatisfying(
              PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
    }

    @Test
    void body_ofExactlyTheSizeLimit_isGiven() throws IOException {
      URI source = upstream.publish("/most", new byte[longestBody()]);

      assertThat(read(fetch(source, null))).hasSize(longestBody());
    }

    @Test
    void body_open_keepsASecondRequestToTheHostWaiting() throws IOException {
      URI source = upstream.publish("/page", new byte[10]);

      CompletableFuture<Content> second;
      try (Content first = fetch(source, null)) {
        second = CompletableFuture.supplyAsync(() -> fetch(source, null));
        assertThat(first.body().readAllBytes()).hasSize(10);
        assertThat(upstream.requests()).hasSize(1);
      }

      assertThat(read(second.join())).hasSize(10);
    }
  }
}
