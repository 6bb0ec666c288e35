package dev.assay.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.application.workflow.StepName;
import dev.assay.lambda.JsonLines.Level;
import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Deletes a generation that an operator names, with its chunks in the ledger. */
final class DeleteGeneration {

  private final Assembly assembly;
  private final Failures failures;

  DeleteGeneration(Assembly assembly) {
    this.assembly = assembly;
    this.failures = new Failures(assembly.lines());
  }

  void handle(JsonNode event, OutputStream out) throws IOException {
    String name = event.path("generation").asText("");
    try {
      if (!GenerationId.isValid(name)) {
        throw new BadEventException("no generation is called '" + name + "'");
      }
      GenerationId generation = new GenerationId(name);
      assembly.ports().catalogue().drop(generation);
      assembly.ports().ledger().forgetChunks(generation);
    } catch (RuntimeException e) {
      throw failures.of(StepName.CREATE_TABLE, -1, Map.of("generation", name), e);
    }
    assembly.lines().log(Level.INFO, "generation deleted", Map.of("generation", name));
    out.write(("{\"deleted\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8));
  }
}
