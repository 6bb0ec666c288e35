package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import java.io.EOFException;
import java.net.URI;
import java.security.cert.CertPathValidatorException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private static final URI AT = URI.create("https://example.org/");

  @Test
  void failure_certificateNotTrusted_isForGood() {
    SSLHandshakeException untrusted = new SSLHandshakeException("PKIX path building failed");
    untrusted.initCause(new CertPathValidatorException("no trust anchor"));

    assertThat(Exchange.failure(AT, untrusted))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT))
        .hasMessageContaining("trusted certificates");
  }

  @Test
  void failure_handshakeCut_isWorthRepeating() {
    SSLHandshakeException cut = new SSLHandshakeException("terminated");
    cut.initCause(new EOFException());

    assertThat(Exchange.failure(AT, cut)).isInstanceOf(PassingFailure.class);
  }
}
