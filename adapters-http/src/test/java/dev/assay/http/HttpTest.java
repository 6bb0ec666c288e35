package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.ports.Downloader;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import dev.assay.ports.TestUpstream;
import java.io.IOException;
import java.net.URI;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the downloader share: a source, and ways to look at what came of it. */
abstract class HttpTest {

  final TestUpstream upstream = TestUpstream.start();
  final HttpFixture fixture = new HttpFixture();

  @AfterEach
  void stopUpstream() {
    upstream.close();
  }

  static byte[] read(Downloader downloader, URI source) throws IOException {
    try (Content content = (Content) downloader.fetch(source, null)) {
      return content.body().readAllBytes();
    }
  }

  static AbstractThrowableAssert<?, PortException> assertFails(Kind kind, ThrowingCallable call) {
    PortException failure = catchThrowableOfType(PortException.class, call);
    assertThat(failure).as("failure").isNotNull();
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
    return assertThat(failure)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\r"));
  }

  AbstractThrowableAssert<?, PortException> assertFetchFails(Kind kind, URI source) {
    return assertFails(kind, () -> fixture.downloader().fetch(source, null));
  }
}
