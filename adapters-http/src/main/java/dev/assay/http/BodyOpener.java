package dev.assay.http;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Opens the body of an answer: within the size limit, and unpacked. */
final class BodyOpener {

  private final long limit;

  BodyOpener(long limit) {
    this.limit = limit;
  }

  /** Opens a body; the caller closes it, and closes the answer if this fails. */
  InputStream open(Answer answer) throws IOException {
    if (announcedBytes(answer) > limit) {
      throw LimitedStream.excess(answer.at(), limit);
    }
    InputStream sent = new LimitedStream(answer.body(), limit, answer.at());
    // A few sent bytes can unpack to any number, so what comes out is limited as well.
    return new PortBody(new LimitedStream(unpack(answer, sent), limit, answer.at()), answer);
  }

  private static long announcedBytes(Answer answer) {
    return answer.response().headers().firstValueAsLong("Content-Length").orElse(0);
  }

  private static InputStream unpack(Answer answer, InputStream sent) throws IOException {
    String header = answer.header("Content-Encoding");
    String encoding = header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "identity", "" -> sent;
      case "gzip", "x-gzip" -> new GzipStream(sent);
      default ->
          throw PortException.permanent(
              answer.at()
                  + " sends the encoding '"
                  + OneLine.of(encoding, 40)
                  + "', though only gzip was offered; report it to the source");
    };
  }
}
