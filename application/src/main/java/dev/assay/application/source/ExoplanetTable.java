package dev.assay.application.source;

import dev.assay.domain.exoplanet.Planet;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads tables of the NASA Exoplanet Archive: CSV or JSON, plain or gzipped, any columns. */
public final class ExoplanetTable {

  private ExoplanetTable() {}

  /**
   * Reads a whole table.
   *
   * @param in its bytes, closed at the end
   * @param sourceName its name for messages, as the user gave it
   * @param planets takes each planet that was accepted, in the order of the table
   * @return what became of the rows
   * @throws BadSourceException if it is not a complete table of planets, or none of its rows is of
   *     use; planets may have been delivered before
   * @throws dev.assay.ports.PortException if the bytes cannot be read
   */
  public static SourceReport read(InputStream in, String sourceName, Consumer<Planet> planets) {
    SourceReport.Counter counter = new SourceReport.Counter(sourceName);
    ExoplanetMapper mapper = new ExoplanetMapper(counter::ignoreField);
    try (in;
        BlockReader reader = open(in, sourceName)) {
      long rows = 0;
      for (RowBlock block = reader.next(); block != null; block = reader.next()) {
        rows += block.read(rows, row -> readRow(row, mapper, counter, planets));
      }
      reader.requireComplete(rows);
    } catch (IOException e) {
      throw ReadFailures.of(sourceName, "at its end", e);
    }
    return requireSome(counter.report());
  }

  private static BlockReader open(InputStream in, String sourceName) {
    SourceStream stream =
        SourceStream.open(in, sourceName)
            .requireKind(SourceStream.Kind.TEXT, SourceStream.Kind.JSON_ARRAY);
    return stream.kind() == SourceStream.Kind.JSON_ARRAY
        ? JsonObjectReader.open(stream.content(), sourceName, ExoplanetField.SPELLINGS)
        : CsvBlockReader.open(
            stream.content(), sourceName, names -> ExoplanetField.columns(names, sourceName));
  }

  private static void readRow(
      SourceRow row,
      ExoplanetMapper mapper,
      SourceReport.Counter counter,
      Consumer<Planet> planets) {
    if (row instanceof MalformedRow malformed) {
      counter.reject(malformed.problem());
      return;
    }
    Planet planet = mapper.map((TextRow) row);
    if (planet == null) {
      counter.reject(mapper.rejection());
    } else {
      counter.accept();
      planets.accept(planet);
    }
  }

  private static SourceReport requireSome(SourceReport report) {
    if (report.accepted() == 0) {
      throw new BadSourceException(
          report.source(), "has no planet: its first row " + report.problems().get(0).reason());
    }
    return report;
  }
}
