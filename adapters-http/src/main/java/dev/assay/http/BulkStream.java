package dev.assay.http;

import java.io.IOException;
import java.io.InputStream;

/** A stream read in blocks; single bytes and skipping go through the same method. */
abstract class BulkStream extends InputStream {

  @Override
  public abstract int read(byte[] buffer, int offset, int length) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }
}
