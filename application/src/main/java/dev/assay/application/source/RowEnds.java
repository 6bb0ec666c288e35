package dev.assay.application.source;

/**
 * Finds where the last whole row of some CSV text ends. A line break within quotes ends nothing, so
 * where there are quotes the cells are walked over from the beginning; text without any, as in most
 * published tables, is only looked at from its end.
 */
final class RowEnds {

  private RowEnds() {}

  /**
   * The end of the last whole row.
   *
   * @param text where a row begins at {@code from}
   * @return the place after its line break; -1 if no row ends here
   */
  static int lastIn(byte[] text, int from, int to) {
    return EightBytes.contain(CsvFormat.QUOTE, text, from, to)
        ? lastRow(text, from, to)
        : lastLine(text, from, to);
  }

  private static int lastLine(byte[] text, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (CsvFormat.isLineBreak(text[i])) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int lastRow(byte[] text, int from, int to) {
    CsvCells cells = new CsvCells(text, from, to);
    int end = -1;
    while (cells.findLine()) {
      boolean more = true;
      while (more) {
        more = cells.next();
      }
      int at = cells.position();
      if (!cells.isOpen() && at < to && CsvFormat.isLineBreak(text[at])) {
        end = at + 1;
      }
    }
    return end;
  }
}
