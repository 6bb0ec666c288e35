package dev.assay.application.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import java.io.Closeable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as CSV or JSON. Unknown is an empty cell or null. Numbers are written with as many
 * digits as are needed to read the same double back, alike on every Java version.
 */
public enum EntryFormat {
  /** One row per entry under a header; lines end with LF. */
  CSV {
    @Override
    public EntryWriter open(Writer out) {
      return new CsvEntries(out);
    }
  },
  /** An array of objects, one line each. */
  JSON {
    @Override
    public EntryWriter open(Writer out) {
      try {
        return new JsonEntries(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  /** Takes entries one by one. */
  public interface EntryWriter extends Closeable {

    /**
     * Writes an entry.
     *
     * @param entry which
     * @throws UncheckedIOException if it cannot be written
     */
    void write(CatalogueEntry entry);
  }

  /**
   * Begins a document.
   *
   * @param out where to; flushed but not closed at the end
   * @return takes the entries; closing it completes the document
   * @throws UncheckedIOException if it cannot be written
   */
  public abstract EntryWriter open(Writer out);

  /**
   * One entry as a JSON object over several lines.
   *
   * @param entry which
   * @return the object, without a line break at its end
   */
  public static String object(CatalogueEntry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      writeObject(json, entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void writeObject(JsonGenerator json, CatalogueEntry entry) throws IOException {
    json.writeStartObject();
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      json.writeFieldName(column.name());
      writeValue(json, column.value().apply(entry));
    }
    json.writeEndObject();
  }

  static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }

  /**
   * A value as text.
   *
   * @param value of a column; null if not known
   * @return the text; empty if not known
   */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double number ? NumberOutput.toString(number, true) : value.toString();
  }

  private static final class CsvEntries implements EntryWriter {
    private final CsvWriter csv;

    CsvEntries(Writer out) {
      this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new Unclosed(out));
      csv.writeRecord(CatalogueColumn.ALL.stream().map(CatalogueColumn::name).toList());
    }

    @Override
    public void write(CatalogueEntry entry) {
      List<String> cells = new ArrayList<>(CatalogueColumn.ALL.size());
      for (CatalogueColumn column : CatalogueColumn.ALL) {
        cells.add(text(column.value().apply(entry)));
      }
      csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }

  private static final class JsonEntries implements EntryWriter {
    private final JsonGenerator json;

    JsonEntries(Writer out) throws IOException {
      DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
      lines.indentArraysWith(new DefaultIndenter("", "\n"));
      lines.indentObjectsWith(new DefaultPrettyPrinter.NopIndenter());
      this.json = FACTORY.createGenerator(new Unclosed(out)).setPrettyPrinter(lines);
      json.writeStartArray();
    }

    @Override
    public void write(CatalogueEntry entry) {
      try {
        writeObject(json, entry);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      json.writeEndArray();
      json.writeRaw('\n');
      json.close();
    }
  }

  /** Flushes where others would close: the stream belongs to whoever opened it. */
  private static final class Unclosed extends FilterWriter {
    Unclosed(Writer out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
