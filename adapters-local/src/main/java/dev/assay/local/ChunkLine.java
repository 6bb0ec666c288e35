package dev.assay.local;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One line of a {@link ChunkLog}: "expect 17 1000 5b0e9a3c", that is what happened, the number of
 * the chunk, its rows, and the checksum of these.
 */
record ChunkLine(Event event, int chunk, int rows) {

  private static final Pattern FORMAT =
      Pattern.compile("(expect|written) (-?\\d{1,10}) (-?\\d{1,10}) ([0-9a-f]{8})");

  /** What happened to a chunk. */
  enum Event {
    EXPECT("expect"),
    WRITTEN("written");

    private final String word;

    Event(String word) {
      this.word = word;
    }
  }

  /** Notes it, and says whether that is news. */
  boolean note(ChunkBook book) {
    return event == Event.EXPECT ? book.expect(chunk, rows) : book.written(chunk, rows);
  }

  String text() {
    String noted = event.word + " " + chunk + " " + rows;
    CRC32 checksum = new CRC32();
    checksum.update(noted.getBytes(StandardCharsets.US_ASCII));
    return noted + " " + HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /** Reads a line; empty if it is not one that {@link #text} gave. */
  static Optional<ChunkLine> parse(String text) {
    Matcher match = FORMAT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    Event event = match.group(1).equals(Event.EXPECT.word) ? Event.EXPECT : Event.WRITTEN;
    try {
      ChunkLine line =
          new ChunkLine(event, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
      return line.text().equals(text) ? Optional.of(line) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
