package dev.assay.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The content of an object as it comes. Closed before its end it drops the connection instead of
 * reading the rest of what may be gigabytes.
 */
final class ObjectInput extends FilterInputStream {

  private final ResponseInputStream<?> response;
  private final String place;
  private boolean ended;

  ObjectInput(ResponseInputStream<?> response, String place) {
    super(response);
    this.response = response;
    this.place = place;
  }

  @Override
  public int read() throws IOException {
    try {
      int read = super.read();
      ended |= read < 0;
      return read;
    } catch (SdkException e) {
      throw broken(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int read = super.read(bytes, offset, length);
      ended |= read < 0;
      return read;
    } catch (SdkException e) {
      throw broken(e);
    }
  }

  private IOException broken(SdkException e) {
    return new IOException("reading " + place + " broke off: " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      super.close();
    } else {
      response.abort();
    }
  }
}
