package dev.assay.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs a definition with the interpreter of Amazon States Language. */
public final class MachineRunner {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode template;
  private final JsonNode definition;
  private final Path folder;

  private MachineRunner(JsonNode template, JsonNode definition, Path folder) {
    this.template = template;
    this.definition = definition;
    this.folder = folder;
  }

  /** With the definition of the stack as it comes by default. */
  public static MachineRunner ofSynthesised(Path folder) {
    Synth synth = Synth.ofDefaults();
    return new MachineRunner(synth.json(), MachineDefinition.of(synth), folder);
  }

  /** The template that the definition stands in. */
  public JsonNode template() {
    return template;
  }

  /** The same, but for the number above which parts get executions of their own. */
  public MachineRunner withMostInlineParts(int most) throws IOException {
    String changed =
        definition
            .toString()
            .replaceAll("\"NumericGreaterThan\":\\d+", "\"NumericGreaterThan\":" + most);
    return new MachineRunner(template, JSON.readTree(changed), folder);
  }

  /** Runs an execution to its end, with "status", and "error" and "cause" or "output". */
  public JsonNode run(String name, JsonNode input, URI functions) {
    return run(Map.of(name, input), functions).get(name);
  }

  /**
   * Runs executions, given as their names and inputs, at the same time. Each tells besides which
   * states it "entered", and which failures it "caught", as "STATE -> STATE THAT FOLLOWS".
   *
   * @return how each ended, by its name
   */
  JsonNode run(Map<String, ? extends JsonNode> inputs, URI functions) {
    ArrayNode executions = JSON.createArrayNode();
    inputs.forEach(
        (name, input) ->
            executions
                .addObject()
                .put("Name", name)
                .put("StartTime", Instant.now().toString())
                .set("Input", input));
    try {
      Path machine = Files.createTempFile(folder, "machine", ".asl.json");
      Path file = Files.createTempFile(folder, "executions", ".json");
      Files.writeString(machine, definition.toString());
      Files.writeString(file, executions.toString());
      Command.Result result =
          Tools.script(
              Tools.MODULE.resolve("src/test/js/run-machine.mjs"),
              List.of(machine.toString(), file.toString(), functions.toString()));
      return JSON.readTree(result.output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The definition as the interpreter runs it. */
  JsonNode definition() {
    return definition;
  }
}
