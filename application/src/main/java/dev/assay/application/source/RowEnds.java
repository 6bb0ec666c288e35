package dev.assay.application.source;

/**
 * Finds where the last whole row of some CSV text ends. A line break within quotes ends nothing, so
 * the text is searched from quote to quote; text without any is only looked at from its end. To
 * walk over all cells takes longer, on the one thread that the others wait for.
 */
final class RowEnds {

  private final byte[] text;
  private final int from;
  private final int to;

  /** Where the line begins that is being looked at, quoted line breaks and all. */
  private int line;

  private RowEnds(byte[] text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.line = from;
  }

  /**
   * The end of the last whole row.
   *
   * @param text where a row begins at {@code from}
   * @return the place after its line break; -1 if no row ends here
   */
  static int lastIn(byte[] text, int from, int to) {
    return new RowEnds(text, from, to).last();
  }

  private int last() {
    int outside = from;
    int quote = nextQuote(from);
    while (quote < to) {
      passLines(outside, quote);
      outside = opensCell(quote) ? behindClosingQuote(quote + 1) : quote + 1;
      quote = nextQuote(outside);
    }
    passLines(outside, to);
    return line > from ? line : -1;
  }

  private int nextQuote(int at) {
    return EightBytes.find(CsvFormat.QUOTE, text, at, to);
  }

  /** Looks for the last line break between two places outside of quotes, from the end. */
  private void passLines(int first, int end) {
    int last = EightBytes.lastLineBreak(text, first, end);
    if (last >= first) {
      line = last + 1;
    }
  }

  /** Elsewhere than at the beginning of a cell, and in comments, a quote is text. */
  private boolean opensCell(int quote) {
    return quote == line
        || (text[quote - 1] == CsvFormat.SEPARATOR && text[line] != CsvFormat.COMMENT);
  }

  /** After the quote that closes a cell, passing over doubled ones; the end if there is none. */
  private int behindClosingQuote(int first) {
    int quote = nextQuote(first);
    while (quote + 1 < to && text[quote + 1] == CsvFormat.QUOTE) {
      quote = nextQuote(quote + 2);
    }
    return Math.min(quote + 1, to);
  }
}
