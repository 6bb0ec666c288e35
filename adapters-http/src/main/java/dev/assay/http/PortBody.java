package dev.assay.http;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;

/** The body handed out: reports trouble in the port's terms, and ends the host's turn on close. */
final class PortBody extends BulkStream {

  private final InputStream in;
  private final Answer answer;

  PortBody(InputStream in, Answer answer) {
    this.in = in;
    this.answer = answer;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      throw PortException.temporary(
          answer.at() + " broke off: " + OneLine.describe(e) + "; try again later", e);
    }
  }

  @Override
  public void close() throws IOException {
    try (answer) {
      in.close();
    }
  }
}
