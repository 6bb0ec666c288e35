package dev.assay.application.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyTable;
import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.ChunkId;
import dev.assay.ports.GenerationId;
import dev.assay.ports.MessageCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batches as JSON: {@code
 * {"generation":"...","chunk":7,"columns":["designation",...],"rows":[[0,15, "433",...],...]}},
 * each row with the number of its source, its row there, and one value per column.
 */
public final class BatchCodec implements MessageCodec<BodyBatch> {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private static final List<String> COLUMNS =
      CatalogueColumn.ALL.stream().map(CatalogueColumn::name).toList();

  @Override
  public byte[] encode(BodyBatch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("generation", batch.generation().value());
      json.writeNumberField("chunk", batch.chunk());
      json.writeFieldName("columns");
      json.writeArray(COLUMNS.toArray(String[]::new), 0, COLUMNS.size());
      json.writeArrayFieldStart("rows");
      for (int row = 0; row < batch.table().size(); row++) {
        write(json, batch.table(), row);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, BodyTable table, int row) throws IOException {
    json.writeStartArray();
    json.writeNumber(table.source(row));
    json.writeNumber(table.rowNumber(row));
    for (int column = 0; column < COLUMNS.size(); column++) {
      json.writePOJO(table.value(column, row));
    }
    json.writeEndArray();
  }

  @Override
  public BodyBatch decode(byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      expect(json, JsonToken.START_OBJECT);
      GenerationId generation = new GenerationId(text(json, "generation"));
      field(json, "chunk");
      int chunk = json.nextIntValue(-1);
      field(json, "columns");
      if (!texts(json).equals(COLUMNS)) {
        throw new IllegalArgumentException("the batch has other columns than this version");
      }
      field(json, "rows");
      expect(json, JsonToken.START_ARRAY);
      List<CatalogueRow> rows = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        rows.add(row(json));
      }
      if (json.currentToken() != JsonToken.END_ARRAY
          || json.nextToken() != JsonToken.END_OBJECT
          || json.nextToken() != null) {
        throw new IllegalArgumentException("not a batch: it goes on after its rows");
      }
      return new BodyBatch(generation, chunk, rows);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a batch: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a batch: " + e.getMessage(), e);
    }
  }

  private static CatalogueRow row(JsonParser json) throws IOException {
    int source = json.nextIntValue(-1);
    long row = json.nextLongValue(-1);
    if (source < 0 || row < 1) {
      throw new IllegalArgumentException("not a batch: a row has no place in the input");
    }
    List<@Nullable Object> values = new ArrayList<>(CatalogueColumn.ALL.size());
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      values.add(value(json, column));
    }
    expect(json, JsonToken.END_ARRAY);
    return new CatalogueRow(CatalogueColumn.entry(values), source, row);
  }

  private static @Nullable Object value(JsonParser json, CatalogueColumn column)
      throws IOException {
    if (json.nextToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return switch (column.type()) {
      case TEXT -> json.getText();
      case REAL -> json.getDoubleValue();
      case INTEGER -> json.getLongValue();
      case FLAG -> json.getBooleanValue();
    };
  }

  private static List<String> texts(JsonParser json) throws IOException {
    expect(json, JsonToken.START_ARRAY);
    List<String> texts = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(json.getText());
    }
    return texts;
  }

  private static String text(JsonParser json, String field) throws IOException {
    field(json, field);
    String text = json.nextTextValue();
    if (text == null) {
      throw new IllegalArgumentException("not a batch: " + field + " is not a text");
    }
    return text;
  }

  private static void field(JsonParser json, String name) throws IOException {
    if (!name.equals(json.nextFieldName())) {
      throw new IllegalArgumentException("not a batch: " + name + " is missing");
    }
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new IllegalArgumentException("not a batch: " + token + " is missing");
    }
  }

  @Override
  public String summary(BodyBatch batch) {
    return "chunk "
        + batch.chunk()
        + " of generation "
        + batch.generation()
        + ", "
        + batch.table().size()
        + " rows";
  }

  /** The chunk, as {@link ChunkId#parse} reads it. */
  @Override
  public String reference(BodyBatch batch) {
    return new ChunkId(batch.generation(), batch.chunk()).text();
  }
}
