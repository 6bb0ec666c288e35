package dev.assay.application.source;

import dev.assay.domain.body.SmallBody;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Opens tables of small bodies in the forms JPL's Small-Body Database has published: answers of its
 * Query API (JSON) and exports of its web tool (CSV), plain or gzipped. The content tells which.
 */
public final class SmallBodyTables {

  private SmallBodyTables() {}

  /**
   * Opens a table and checks that it names the fields that are needed.
   *
   * @param in its bytes; closed with the reader, or by the caller if this method throws
   * @param sourceName its name for messages, as the user gave it
   * @return its rows
   * @throws BadSourceException if it is not a small-body table
   * @throws dev.assay.ports.PortException if the bytes cannot be read
   */
  public static BlockReader open(InputStream in, String sourceName) {
    SourceStream stream = SourceStream.open(in, sourceName);
    return switch (stream.kind()) {
      case JSON_OBJECT -> JsonBlockReader.open(stream.content(), sourceName);
      case JSON_ARRAY ->
          throw new BadSourceException(
              sourceName,
              "is a JSON array, not an answer of the SBDB Query API, which is an object; save the whole answer");
      case MARKUP -> throw new BadSourceException(sourceName, ErrorText.ofMarkup(stream.head()));
      case TEXT ->
          CsvBlockReader.open(
              stream.content(), sourceName, names -> SmallBodyColumns.of(names, sourceName));
    };
  }

  /**
   * Reads a whole table.
   *
   * @param in its bytes, closed at the end
   * @param sourceName its name for messages, as the user gave it
   * @param bodies takes each body that was accepted, in the order of the table
   * @return what became of the rows
   * @throws BadSourceException if it is not a complete small-body table; bodies may have been
   *     delivered before
   * @throws dev.assay.ports.PortException if the bytes cannot be read
   */
  public static SourceReport read(InputStream in, String sourceName, Consumer<SmallBody> bodies) {
    SourceReport.Counter counter = new SourceReport.Counter(sourceName);
    SmallBodyMapper mapper = new SmallBodyMapper(counter::ignoreField);
    try (in;
        BlockReader reader = open(in, sourceName)) {
      long rows = 0;
      for (RowBlock block = reader.next(); block != null; block = reader.next()) {
        rows += block.read(rows, row -> readRow(row, mapper, counter, bodies));
      }
      reader.requireComplete(rows);
    } catch (IOException e) {
      throw ReadFailures.of(sourceName, "at its end", e);
    }
    return counter.report();
  }

  private static void readRow(
      SourceRow row,
      SmallBodyMapper mapper,
      SourceReport.Counter counter,
      Consumer<SmallBody> bodies) {
    MappedRow mapped = mapper.map(row);
    if (mapped instanceof MappedRow.Accepted accepted) {
      counter.accept();
      bodies.accept(accepted.body());
    } else if (mapped instanceof MappedRow.Rejected rejected) {
      counter.reject(rejected.problem());
    }
  }
}
