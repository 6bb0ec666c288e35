package dev.assay.application.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Writes the rows of one part of a manifest. Used by one thread. */
public final class ManifestWriter {

  private static final int ROWS_AT_ONCE = 1024;

  private final OutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(ROWS_AT_ONCE * Manifests.ROW_BYTES);

  ManifestWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes some rows.
   *
   * @param rows the next of the part
   */
  public void add(RowHashes rows) {
    for (int row = 0; row < rows.size(); row++) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.putLong(rows.key(row)).putLong(rows.content(row));
    }
  }

  void flush() {
    try {
      out.write(buffer.array(), 0, buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }
}
