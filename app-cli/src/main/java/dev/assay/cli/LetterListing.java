package dev.assay.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.assay.cli.DeadLetterQueues.Letter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Dead letters for programs. */
final class LetterListing {

  private LetterListing() {}

  static void printCsv(PrintWriter out, List<Letter> letters) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord("queue", "letter", "about", "reason");
      for (Letter letter : letters) {
        csv.writeRecord(
            letter.queue().code(),
            letter.letter().id(),
            letter.letter().summary(),
            letter.letter().reason());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print(text);
  }

  static void printJson(PrintWriter out, List<Letter> letters) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter().writeStartArray();
      for (Letter letter : letters) {
        json.writeStartObject();
        json.writeStringField("queue", letter.queue().code());
        json.writeStringField("letter", letter.letter().id());
        json.writeStringField("about", letter.letter().summary());
        json.writeStringField("reason", letter.letter().reason());
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }
}
