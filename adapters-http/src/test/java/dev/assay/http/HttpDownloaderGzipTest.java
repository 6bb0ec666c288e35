package dev.assay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.PortException.Kind;
import dev.assay.ports.TestUpstream.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpDownloaderGzipTest extends HttpTest {

  private static final byte[] TEXT = "{\"data\":[]}".getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
  void fetch_packedBody_isUnpacked(String encoding) throws IOException {
    assertThat(read(fixture.downloader(), answering(encoding, gzip(TEXT)))).isEqualTo(TEXT);
  }

  @Test
  void fetch_bodyNotPacked_isGivenAsItIs() throws IOException {
    assertThat(read(fixture.downloader(), answering("identity", TEXT))).isEqualTo(TEXT);
  }

  @Test
  void fetch_encodingNotOffered_failsForGood() {
    assertFetchFails(Kind.PERMANENT, answering("br", TEXT)).hasMessageContaining("'br'");
  }

  @Test
  void read_bodyThatUnpacksBeyondTheLimit_failsForGood() {
    byte[] bomb = gzip(new byte[HttpFixture.LONGEST_BODY + 1]);
    assertThat(bomb).hasSizeLessThan(10_000);

    assertReadFails(Kind.PERMANENT, answering("gzip", bomb), "longer than the limit");
  }

  @Test
  void read_manyEmptyMembers_failsForNow() {
    byte[] members = repeat(gzip(new byte[0]), 10_000);

    assertReadFails(Kind.TRANSIENT, answering("gzip", members), "too many empty gzip members");
  }

  @Test
  void fetch_endlessGzipHeader_failsForGood() {
    String withFileName = "\u001f\u008b\b\b\0\0\0\0\0\0";
    String name = "x".repeat(HttpFixture.LONGEST_BODY);
    URI source = rawGzip("\r\n" + withFileName + name + name);

    assertReadFails(Kind.PERMANENT, source, "longer than the limit");
  }

  @Test
  void read_packedBodyCutThoughTheTransferIsComplete_failsForNow() {
    byte[] packed = gzip(TEXT);

    assertReadFails(
        Kind.TRANSIENT, answering("gzip", Arrays.copyOf(packed, packed.length - 9)), "broke off");
  }

  @Test
  void read_packedBodyDamaged_failsForNow() {
    byte[] packed = gzip(TEXT);
    packed[packed.length - 5] ^= 1;

    assertReadFails(Kind.TRANSIENT, answering("gzip", packed), "broke off");
  }

  @Test
  void fetch_severalMembers_areAllUnpacked() throws IOException {
    String member = hexChunk(gzip(TEXT));
    URI source = rawGzip("Transfer-Encoding: chunked\r\n\r\n" + member + member + "0\r\n\r\n");

    assertThat(read(fixture.downloader(), source)).isEqualTo(repeat(TEXT, 2));
  }

  @Test
  void read_connectionCutBetweenMembers_failsForNow() {
    byte[] member = gzip(TEXT);
    URI source =
        rawGzip(
            "Content-Length: " + 2 * member.length + "\r\n\r\n" + new String(member, ISO_8859_1));

    assertReadFails(Kind.TRANSIENT, source, "broke off");
  }

  @Test
  void fetch_packedReason_isUnpacked() {
    URI source =
        upstream.answer(
            "/x",
            Answer.of(400, gzip("{\"message\":\"no such field\"}".getBytes(UTF_8)))
                .with("Content-Encoding", "gzip"));

    assertFetchFails(Kind.PERMANENT, source).hasMessageContaining("no such field");
  }

  private void assertReadFails(Kind kind, URI source, String message) {
    assertFails(kind, () -> read(fixture.downloader(), source)).hasMessageContaining(message);
  }

  private URI answering(String encoding, byte[] body) {
    return upstream.answer("/x", Answer.of(200, body).with("Content-Encoding", encoding));
  }

  private URI rawGzip(String rest) {
    return upstream.raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + rest);
  }

  private static String hexChunk(byte[] bytes) {
    return Integer.toHexString(bytes.length) + "\r\n" + new String(bytes, ISO_8859_1) + "\r\n";
  }

  private static byte[] repeat(byte[] bytes, int times) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
