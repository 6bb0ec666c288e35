package dev.assay.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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

  /** Runs an execution to its end, with "status" and "error" or "output". */
  public JsonNode run(String name, JsonNode input, URI functions) {
    ObjectNode execution = JSON.createObjectNode();
    execution.put("Name", name);
    execution.put("StartTime", Instant.now().toString());
    execution.set("Input", input);
    try {
      Path machine = folder.resolve(name + ".asl.json");
      Path file = folder.resolve(name + ".execution.json");
      Files.writeString(machine, definition.toString());
      Files.writeString(file, execution.toString());
      Command.Result result =
          Tools.script(
              Tools.MODULE.resolve("src/test/js/run-machine.mjs"),
              List.of(machine.toString(), file.toString(), functions.toString()));
      return JSON.readTree(result.output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
