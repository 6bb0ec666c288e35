package dev.assay.application.source;

/** The characters that structure a CSV table, and the table's name and columns. */
record CsvFormat(String source, Columns columns) {

  static final byte SEPARATOR = ',';
  static final byte QUOTE = '"';
  static final byte COMMENT = '#';

  static boolean isLineBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /**
   * What to throw for text that cannot be taken apart.
   *
   * @param rows how many rows were read before
   */
  static BadSourceException invalid(String source, long rows, String reason) {
    return new BadSourceException(
        source,
        "is not valid CSV after row "
            + rows
            + " (a quote left open, or one line far too long?): "
            + reason);
  }
}
