package dev.assay.application.query;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.assay.ports.PlanetColumn;
import dev.assay.ports.PlanetEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes planets as CSV or JSON, in the way of {@link EntryFormat}. */
public final class PlanetFormat {

  private PlanetFormat() {}

  /**
   * Planets as CSV: one row per planet under a header; lines end with LF.
   *
   * @param planets which
   * @return the document
   */
  public static String csv(List<PlanetEntry> planets) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(PlanetColumn.ALL.stream().map(PlanetColumn::name).toList());
      for (PlanetEntry planet : planets) {
        csv.writeRecord(
            PlanetColumn.ALL.stream()
                .map(column -> EntryFormat.text(column.value().apply(planet)))
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Planets as an array of JSON objects.
   *
   * @param planets which
   * @return the document, without a line break at its end
   */
  public static String json(List<PlanetEntry> planets) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = EntryFormat.FACTORY.createGenerator(text)) {
      json.useDefaultPrettyPrinter().writeStartArray();
      for (PlanetEntry planet : planets) {
        writeObject(json, planet);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * One planet as a JSON object.
   *
   * @param planet which
   * @return the object, without a line break at its end
   */
  public static String object(PlanetEntry planet) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = EntryFormat.FACTORY.createGenerator(text)) {
      writeObject(json.useDefaultPrettyPrinter(), planet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void writeObject(JsonGenerator json, PlanetEntry planet) throws IOException {
    json.writeStartObject();
    for (PlanetColumn column : PlanetColumn.ALL) {
      json.writeFieldName(column.name());
      EntryFormat.writeValue(json, column.value().apply(planet));
    }
    json.writeEndObject();
  }
}
