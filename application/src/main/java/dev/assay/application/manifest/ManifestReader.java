package dev.assay.application.manifest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads the rows of one part of a manifest. */
final class ManifestReader {

  private static final int BYTES_AT_ONCE = 4096 * Manifests.ROW_BYTES;

  private ManifestReader() {}

  static void read(InputStream in, int part, Manifests.RowSink sink) throws IOException {
    byte[] bytes = new byte[BYTES_AT_ONCE];
    int read = in.readNBytes(bytes, 0, bytes.length);
    while (read > 0) {
      if (read % Manifests.ROW_BYTES != 0) {
        throw new EOFException("the last row is cut short");
      }
      ByteBuffer rows = ByteBuffer.wrap(bytes, 0, read);
      while (rows.hasRemaining()) {
        sink.row(part, rows.getLong(), rows.getLong());
      }
      read = in.readNBytes(bytes, 0, bytes.length);
    }
  }
}
