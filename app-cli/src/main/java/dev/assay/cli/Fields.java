package dev.assay.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few named values, printed as one JSON object or as two lines of CSV. */
final class Fields {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  void text(String name, @Nullable String value) {
    values.put(name, value);
  }

  void number(String name, @Nullable Double value) {
    values.put(name, value);
  }

  void printJson(PrintWriter out) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build()
            .createGenerator(text)) {
      json.useDefaultPrettyPrinter().writeStartObject();
      for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
        json.writeFieldName(value.getKey());
        json.writePOJO(value.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }

  void printCsv(PrintWriter out) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(values.keySet());
      csv.writeRecord(
          values.values().stream().map(value -> value == null ? "" : value.toString()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print(text);
  }
}
