package dev.assay.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small JSON object as read from a file. Asking for a field that is not there, or is of another
 * type, is an {@link IllegalArgumentException} that names it.
 */
record JsonObject(Map<String, Object> fields) {

  /** A value of a type that none of our files has. */
  private record Other(String text) {}

  /** Reads a file's content, all of it. */
  static JsonObject read(JsonFactory factory, byte[] bytes) {
    try (JsonParser parser = factory.createParser(bytes)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonObject object = object(parser);
        if (parser.nextToken() == null) {
          return object;
        }
      }
      throw new IllegalArgumentException("not one JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new JsonObject(fields);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_STRING -> parser.getText();
      default -> new Other(parser.getText());
    };
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) {
    return as(String.class, fields.get(name), name);
  }

  long number(String name) {
    return as(Long.class, fields.get(name), name);
  }

  List<String> texts(String name) {
    return array(name).stream().map(value -> as(String.class, value, name)).toList();
  }

  List<JsonObject> objects(String name) {
    return array(name).stream().map(value -> as(JsonObject.class, value, name)).toList();
  }

  private List<?> array(String name) {
    return as(List.class, fields.get(name), name);
  }

  private static <T> T as(Class<T> type, @Nullable Object value, String name) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "field " + name + (value == null ? " is missing" : " is of a wrong type"));
    }
    return type.cast(value);
  }
}
