package dev.assay.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.application.step.StepResult;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine gets back from a step: counts and names, never rows.
 *
 * @param generation of the run
 * @param step which
 * @param result what came of it
 * @param output the object it left; null if it left none
 */
record StepAnswer(
    GenerationId generation, StepName step, StepResult result, @Nullable StoredObject output) {

  private static final JsonFactory JSON = new JsonFactory();

  void writeTo(OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("generation", generation.value());
      json.writeStringField("step", step.name());
      json.writeBooleanField("finished", result.cursor() == null);
      json.writeStringField("cursor", result.cursor());
      json.writeNumberField("parts", result.parts());
      json.writeFieldName("partNumbers");
      json.writeArray(IntStream.range(0, result.parts()).toArray(), 0, result.parts());
      json.writeNumberField("rows", result.rows());
      json.writeNumberField("read", sum(SourceReport::read));
      json.writeNumberField("accepted", sum(SourceReport::accepted));
      json.writeNumberField("rejected", sum(SourceReport::rejected));
      json.writeNumberField("warnings", result.warnings().size());
      json.writeStringField("key", output == null ? null : output.key());
      json.writeStringField("etag", output == null ? null : output.etag());
      json.writeEndObject();
    }
  }

  long sum(ToLongFunction<SourceReport> count) {
    return result.sources().stream().mapToLong(count).sum();
  }
}
