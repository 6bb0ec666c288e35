package dev.assay.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip to the end of what was sent.
 *
 * <p>The class of the JDK stops after the first gzip member unless more bytes are already
 * available, takes a connection that breaks between two members for the end, and calls itself once
 * for each empty member until the stack is full.
 */
final class GzipStream extends GZIPInputStream {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_EMPTY_MEMBERS = 50;

  private int depth;

  GzipStream(InputStream packed) throws IOException {
    super(new AlwaysAvailable(packed), BUFFER_BYTES);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (depth > MOST_EMPTY_MEMBERS) {
      throw new ZipException("too many empty gzip members");
    }
    depth++;
    try {
      int read = super.read(buffer, offset, length);
      if (read < 0) {
        failIfBroken();
      }
      return read;
    } finally {
      depth--;
    }
  }

  /** Reading on after the end throws again what broke the connection. */
  private void failIfBroken() throws IOException {
    int unused = in.read();
  }

  /** Makes the JDK look for a further member, waiting for it if need be. */
  private static final class AlwaysAvailable extends FilterInputStream {

    AlwaysAvailable(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
