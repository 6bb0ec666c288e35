package dev.assay.application.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Streams a CSV table with a header. Lines that start with {@code #}, blank lines and repetitions
 * of the header, as in files that were joined end to end, hold no data and are passed over.
 */
final class CsvRowReader implements RowReader {

  private final String source;
  private final EndMarkReader text;
  private final CsvRowHandler handler;
  private final CloseableIterator<SourceRow> rows;

  private CsvRowReader(String source, EndMarkReader text, CsvRowHandler handler) {
    this.source = source;
    this.text = text;
    this.handler = handler;
    this.rows =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(Limits.CELL)
            .build(handler, text)
            .iterator();
  }

  /**
   * Opens a table and reads up to its first row.
   *
   * @param header finds the columns, given their names
   */
  static CsvRowReader open(InputStream in, String source, Function<List<String>, Columns> header) {
    EndMarkReader text =
        new EndMarkReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    CsvRowReader reader = new CsvRowReader(source, text, new CsvRowHandler(header));
    if (!reader.hasNext()) {
      reader.requireComplete();
      throw new BadSourceException(source, "has no rows, at most a header; fetch it again");
    }
    return reader;
  }

  @Override
  public @Nullable SourceRow next() {
    if (hasNext()) {
      return rows.next();
    }
    requireComplete();
    return null;
  }

  @Override
  public OptionalLong declaredCount() {
    return OptionalLong.empty();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException | CsvParseException e) {
      throw refusal(e);
    }
  }

  private RuntimeException refusal(RuntimeException e) {
    Throwable cause = e.getCause();
    if (cause instanceof BadSourceException refused) {
      return refused;
    }
    if (cause instanceof PortException trouble) {
      return trouble;
    }
    if (cause instanceof IOException failure) {
      return ReadFailures.of(source, where(), failure);
    }
    return new BadSourceException(
        source,
        "is not valid CSV "
            + where()
            + " (a quote left open, or one line far too long?): "
            + firstSentence(cause == null ? e : cause),
        e);
  }

  /** The parser explains itself at length; a user needs one line. */
  private static String firstSentence(Throwable e) {
    return String.valueOf(e.getMessage()).split("(?<=\\.) ", 2)[0];
  }

  private void requireComplete() {
    if (!handler.atEnd()) {
      throw new BadSourceException(
          source, "is cut off " + where() + ": a quote is opened and never closed; fetch it again");
    }
    if (handler.lastMalformed() && !text.endsWithLineBreak()) {
      throw new BadSourceException(
          source, "is cut off in its last line, row " + handler.rows() + "; fetch it again");
    }
  }

  private String where() {
    return "after row " + handler.rows();
  }
}
