package dev.assay.application.step;

import dev.assay.ports.PortException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a remote source while it comes. A connection that breaks means that the source is
 * unavailable, which tells it from trouble with the store that the content goes to.
 */
final class SourceBody extends FilterInputStream {

  SourceBody(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (PortException e) {
      throw SourceUnavailableException.inContent(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (PortException e) {
      throw SourceUnavailableException.inContent(e);
    }
  }
}
