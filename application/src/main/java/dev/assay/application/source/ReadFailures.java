package dev.assay.application.source;

import dev.assay.ports.PortException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;

/** Tells a source that is broken from one that could not be reached. */
final class ReadFailures {

  private ReadFailures() {}

  /**
   * What to throw for a failed read.
   *
   * @param where how far reading came, such as "after row 12"
   */
  static RuntimeException of(String source, String where, IOException failure) {
    if (failure instanceof EOFException) {
      return new BadSourceException(
          source, "is cut off " + where + " (its gzip data end early); fetch it again", failure);
    }
    if (failure instanceof ZipException) {
      return new BadSourceException(
          source, "holds damaged gzip data " + where + "; fetch it again", failure);
    }
    if (failure instanceof CharacterCodingException || failure instanceof CharConversionException) {
      return new BadSourceException(
          source, "is not UTF-8 text " + where + "; save it as UTF-8", failure);
    }
    return PortException.temporary(
        source + ": cannot be read " + where + ": " + failure.getMessage(), failure);
  }
}
