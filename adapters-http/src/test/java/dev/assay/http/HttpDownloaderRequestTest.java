package dev.assay.http;

import static dev.assay.ports.TestUpstream.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.NotModified;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.PortException.Kind;
import dev.assay.ports.TestUpstream;
import dev.assay.ports.TestUpstream.Answer;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what single answers mean. */
class HttpDownloaderRequestTest extends HttpTest {

  private static final Validators HELD = new Validators("\"a1\"", TestUpstream.PUBLISHED);

  @Test
  void fetch_anything_saysWhoAsks() throws IOException {
    read(fixture.downloader(), upstream.publish("/x", new byte[1]));

    Headers headers = upstream.requests().get(0).headers();
    assertThat(headers.getFirst("User-Agent")).isEqualTo("Assay/1.2.3 (+mailto:owner@example.org)");
    assertThat(headers.getFirst("Accept-Encoding")).isEqualTo("gzip");
    assertThat(headers).doesNotContainKeys("If-none-match", "If-modified-since");
  }

  @Test
  void fetch_copyHeld_sendsItsValidatorsToEachAddress() {
    upstream.answer("/new", Answer.of(304));
    URI old = upstream.answer("/old", redirect(301, "/new"));

    assertThat(fixture.downloader().fetch(old, HELD)).isEqualTo(new NotModified());

    assertThat(upstream.requests())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.headers().getFirst("If-None-Match")).isEqualTo("\"a1\"");
              assertThat(request.headers().getFirst("If-Modified-Since"))
                  .isEqualTo(TestUpstream.PUBLISHED);
            });
  }

  @Test
  void fetch_content_carriesTheValidatorsAsSent() throws IOException {
    URI source = upstream.publish("/x", new byte[0]);

    try (Content content = (Content) fixture.downloader().fetch(source, null)) {
      assertThat(content.validators()).isEqualTo(new Validators("\"1\"", TestUpstream.PUBLISHED));
    }
  }

  @Test
  void fetch_damagedValidators_failsForGood() {
    URI source = upstream.publish("/x", new byte[0]);

    assertFails(
            Kind.PERMANENT,
            () -> fixture.downloader().fetch(source, new Validators("a\r\nHost: b", null)))
        .hasMessageContaining("delete the copy");
  }

  @Test
  void fetch_notModifiedThoughNothingIsHeld_failsForGood() {
    assertFetchFails(Kind.PERMANENT, upstream.answer("/x", Answer.of(304)))
        .hasMessageContaining("304");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 405, 408, 418, 204, 206, 300, 501, 505})
  void fetch_unexpectedStatus_failsForGoodWithoutRetry(int status) {
    URI source = upstream.answer("/x", Answer.of(status));

    assertFetchFails(Kind.PERMANENT, source)
        .hasMessageContaining(source.toString())
        .hasMessageContaining("status " + status);
    assertThat(upstream.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void fetch_absent_failsForGood(int status) {
    assertFetchFails(Kind.PERMANENT, upstream.answer("/x", Answer.of(status)))
        .hasMessageContaining("does not exist");
  }

  @Test
  void fetch_badRequest_givesTheReason() {
    URI source =
        upstream.answer(
            "/x",
            Answer.of(
                400,
                "{\"moreInfo\":\"https://ssd-api.jpl.nasa.gov\",\"message\":\"invalid value for"
                    + " \\\"limit\\\":\\u001b[31m\u001b[2J\\n no\",\"code\":\"400\"}"));

    assertFetchFails(Kind.PERMANENT, source)
        .hasMessageContaining("invalid value for \"limit\":")
        .hasMessageNotContaining("moreInfo")
        .satisfies(e -> assertThat(e.getMessage()).matches("\\P{Cntrl}+"));
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void fetch_badRequestWithLongPage_givesItsBeginning() {
    String page = "<p>no\nsuch\ttable</p>" + "x".repeat(10_000);

    assertFetchFails(Kind.PERMANENT, upstream.answer("/x", Answer.of(400, page)))
        .hasMessageContaining("<p>no such table</p>xxx")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(330));
  }

  @Test
  void fetch_badRequestWhoseReasonIsCut_stillSaysRefused() {
    assertFetchFails(
            Kind.PERMANENT, upstream.raw("HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\nhal"))
        .hasMessageContaining("refused the request (HTTP status 400)");
  }

  @Test
  void fetch_badRequestWithoutReason_saysSo() {
    assertFetchFails(Kind.PERMANENT, upstream.answer("/x", Answer.of(400)))
        .hasMessageContaining("no reason given");
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/x, use https",
    "ftp://example.org/x, is not a web address",
    "file:///etc/passwd, is not a web address",
    "data, is not a web address",
    "https:///x, names no host",
    "https:x, names no host",
    "https://127.0.0.1:65536/, no possible port",
    "https://under_score/x, names no host",
  })
  void fetch_addressNotAllowed_failsForGood(URI source, String reason) {
    assertFetchFails(Kind.PERMANENT, source)
        .hasMessageContaining(source.toString())
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:secret@example.org/x",
        "http://me:secret@127.0.0.1/x",
        "ftp://me:secret@example.org/x",
        "https://me:secret@under_score/x"
      })
  void fetch_addressWithPassword_failsForGoodWithoutShowingIt(URI source) {
    assertFetchFails(Kind.PERMANENT, source).hasMessageNotContaining("secret");
  }

  @Test
  void fetch_addressOutsideAscii_isSentEncoded() throws IOException {
    upstream.publish("/\u00e9toile", new byte[1]);

    assertThat(read(fixture.downloader(), upstream.uri("/\u00e9toile"))).hasSize(1);
    assertThat(upstream.requests().get(0).pathAndQuery()).isEqualTo("/%C3%A9toile");
  }
}
