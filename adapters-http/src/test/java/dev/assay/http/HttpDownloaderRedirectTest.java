package dev.assay.http;

import static dev.assay.ports.TestUpstream.Answer.redirect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.PortException.Kind;
import dev.assay.ports.TestUpstream.Answer;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDownloaderRedirectTest extends HttpTest {

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void fetch_redirectOnTheSameHost_isFollowed(int status) throws IOException {
    upstream.answer("/b/c", Answer.of(200, "here"));
    URI source = upstream.answer("/a", redirect(status, "b/c?limit=1"));

    assertThat(read(fixture.downloader(), source)).asString(UTF_8).isEqualTo("here");
    assertThat(upstream.requests().get(1).pathAndQuery()).isEqualTo("/b/c?limit=1");
  }

  @Test
  void fetch_redirectAsOftenAsAllowed_isFollowed() throws IOException {
    upstream.answer("/5", Answer.of(200, "here"));

    assertThat(read(fixture.downloader(), chainTo(5))).asString(UTF_8).isEqualTo("here");
  }

  @Test
  void fetch_redirectOnceMore_failsForGood() {
    assertFetchFails(Kind.PERMANENT, chainTo(6)).hasMessageContaining("more than 5 times");
    assertThat(upstream.requests()).hasSize(6);
  }

  @Test
  void fetch_redirectToItself_failsForGood() {
    assertFetchFails(Kind.PERMANENT, upstream.answer("/a", redirect(302, "/a")))
        .hasMessageContaining("more than 5 times");
  }

  @Test
  void fetch_overloadBehindRedirect_isRepeatedFromTheStart() throws IOException {
    upstream.answer("/b", Answer.of(503), Answer.of(200, "here"));
    URI source = upstream.answer("/a", redirect(302, "/b"));

    assertThat(read(fixture.downloader(), source)).asString(UTF_8).isEqualTo("here");
    assertThat(upstream.requests()).hasSize(4);
  }

  @Test
  void fetch_redirectToAnotherNameOfThisMachine_failsForGood() {
    URI source = upstream.answer("/a", redirect(302, "https://localhost/secret"));

    assertFetchFails(Kind.PERMANENT, source).hasMessageContaining("not on the internet");
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void fetch_redirectNowhere_failsForGood() {
    assertFetchFails(Kind.PERMANENT, upstream.answer("/a", Answer.of(302)))
        .hasMessageContaining("without saying where");
  }

  private URI chainTo(int last) {
    for (int hop = 0; hop < last; hop++) {
      upstream.answer("/" + hop, redirect(302, "/" + (hop + 1)));
    }
    return upstream.uri("/0");
  }
}
