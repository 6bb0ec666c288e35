package dev.assay.application.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.domain.estimate.Provenance.Basis;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes explanations as a tree of JSON objects. Every quantity has a value, null if it is not
 * known; of the rest, what there is.
 */
public final class ExplanationJson {

  private ExplanationJson() {}

  /**
   * Writes quantities as one object, keyed by {@link Explanation#key}.
   *
   * @param json where to
   * @param quantities which
   * @throws IOException if it cannot be written
   */
  public static void write(JsonGenerator json, List<Explanation> quantities) throws IOException {
    json.writeStartObject();
    for (Explanation quantity : quantities) {
      json.writeFieldName(quantity.key());
      writeOne(json, quantity);
    }
    json.writeEndObject();
  }

  private static void writeOne(JsonGenerator json, Explanation quantity) throws IOException {
    json.writeStartObject();
    number(json, "value", quantity.value(), true);
    text(json, "text", quantity.text());
    text(json, "unit", quantity.unit().isEmpty() ? null : quantity.unit());
    number(json, "low", quantity.low(), false);
    number(json, "high", quantity.high(), false);
    number(json, "sigma_ln", quantity.sigmaLn(), false);
    Basis basis = quantity.basis();
    text(json, "basis", basis == null ? null : basis.name().toLowerCase(Locale.ROOT));
    Formula formula = quantity.formula();
    if (formula != null) {
      text(json, "formula", formula.title());
      text(json, "equation", formula.equation());
    }
    text(json, "source", quantity.source());
    if (!quantity.notes().isEmpty()) {
      json.writeArrayFieldStart("notes");
      for (String note : quantity.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
    }
    if (!quantity.from().isEmpty()) {
      json.writeFieldName("from");
      write(json, quantity.from());
    }
    json.writeEndObject();
  }

  private static void number(
      JsonGenerator json, String name, @Nullable Double value, boolean always) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    } else if (always) {
      json.writeNullField(name);
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
