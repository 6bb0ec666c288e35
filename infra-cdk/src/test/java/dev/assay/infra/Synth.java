package dev.assay.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/**
 * The app, synthesised in this JVM with stand-ins for the functions' jars.
 *
 * @param stack the stack
 * @param folder the cloud assembly
 */
record Synth(AssayStack stack, Path folder) {

  /** Settings other than the defaults, so that everything optional is there. */
  static final Map<String, Object> EVERYTHING =
      Map.of(
          "email", "someone@example.org",
          "contact", "someone@example.org",
          "model", "asterank",
          "dashboard", "true",
          "allowHttp", "true",
          "endpoint", "http://localhost:4566",
          "githubRepository", "example/assay",
          "githubOwnerId", "12",
          "githubRepositoryId", "34");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Synth of(Map<String, Object> context) {
    try {
      Path jars = Files.createDirectories(Tools.MODULE.resolve("target/stand-ins"));
      Files.writeString(jars.resolve("assay-lambda.jar"), "stands in for the functions");
      Files.writeString(jars.resolve("assay-lambda-write.jar"), "stands in for the writer");
      Map<String, Object> all = contextOfCdkJson();
      all.put("jars", jars.toString());
      all.putAll(context);
      Path folder = Files.createTempDirectory(Tools.MODULE.resolve("target"), "assembly");
      App app = new App(AppProps.builder().context(all).outdir(folder.toString()).build());
      AssayStack stack = AssayApp.build(app);
      app.synth();
      return new Synth(stack, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The feature flags that are deployed with. */
  static Map<String, Object> contextOfCdkJson() {
    return JSON.convertValue(
        read(Tools.MODULE.resolve("cdk.json")).get("context"), new TypeReference<>() {});
  }

  static Synth ofDefaults() {
    return Defaults.SYNTH;
  }

  static Synth ofEverything() {
    return Everything.SYNTH;
  }

  private static final class Defaults {
    static final Synth SYNTH = Synth.of(Map.of());
  }

  private static final class Everything {
    static final Synth SYNTH = Synth.of(EVERYTHING);
  }

  Template template() {
    return Template.fromStack(stack);
  }

  JsonNode json() {
    return read(folder.resolve("assay-dev.template.json"));
  }

  /** Resources of a type, by logical name. */
  Map<String, JsonNode> resources(String type) {
    Map<String, JsonNode> found = new HashMap<>();
    json()
        .get("Resources")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().get("Type").asText().equals(type)) {
                found.put(entry.getKey(), entry.getValue());
              }
            });
    return found;
  }

  List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
