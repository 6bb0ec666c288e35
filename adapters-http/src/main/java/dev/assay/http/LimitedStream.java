package dev.assay.http;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Passes a stream on, and fails for good beyond a number of bytes. */
final class LimitedStream extends BulkStream {

  private final InputStream in;
  private final long limit;
  private final URI at;
  private long count;

  LimitedStream(InputStream in, long limit, URI at) {
    this.in = in;
    this.limit = limit;
    this.at = at;
  }

  static PortException excess(URI at, long limit) {
    return PortException.permanent(
        at + " is longer than the limit of " + limit + " bytes; check the address or raise it");
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    count += Math.max(read, 0);
    if (count > limit) {
      throw excess(at, limit);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
