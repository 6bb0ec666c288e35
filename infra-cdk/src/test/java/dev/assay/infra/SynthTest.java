package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.application.BuildVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.sqs.CfnQueue;

@RequiresNode
class SynthTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String SNAPSHOT = "src/test/resources/assay-dev.template.json";

  @Test
  void synth_twice_givesTheSameFiles() throws IOException {
    Synth once = Synth.of(Map.of());
    Synth again = Synth.of(Map.of());

    Map<String, String> expected = contents(once);
    Map<String, String> found = contents(again);
    assertThat(found).containsOnlyKeys(expected.keySet());
    assertThat(expected.keySet())
        .filteredOn(file -> !Objects.equals(expected.get(file), found.get(file)))
        .isEmpty();
  }

  /**
   * The template as a reviewer sees it change. After a change that is meant, write it anew with
   * {@code -Dassay.snapshot=write}.
   */
  @Test
  void synth_ofDefaults_isAsReviewed() throws IOException {
    Path snapshot = Tools.MODULE.resolve(SNAPSHOT);
    String now =
        JSON.writeValueAsString(Synth.ofDefaults().json())
                .replaceAll("[0-9a-f]{64}", "CHECKSUM")
                .replace('"' + BuildVersion.text() + '"', "\"VERSION\"")
                .replace(System.lineSeparator(), "\n")
            + "\n";
    if ("write".equals(System.getProperty("assay.snapshot"))) {
      Files.writeString(snapshot, now);
    }

    assertThat(now).isEqualTo(Files.readString(snapshot));
  }

  @Test
  void synth_ofEverything_hasNoFinding() {
    requireNoFinding(Synth.ofDefaults().stack());
    requireNoFinding(Synth.ofEverything().stack());
  }

  @Test
  void synth_deployRole_hasNoFinding() {
    App app = (App) Synth.ofEverything().stack().getNode().getRoot();

    requireNoFinding((Stack) app.getNode().findChild("assay-dev-deploy-roles"));
  }

  private static void requireNoFinding(Stack stack) {
    Annotations found = Annotations.fromStack(stack);

    assertThatCode(() -> found.hasNoError("*", Match.anyValue())).doesNotThrowAnyException();
    assertThatCode(() -> found.hasNoWarning("*", Match.anyValue())).doesNotThrowAnyException();
  }

  /** CloudFormation puts them on whatever it makes for the stack besides. */
  @Test
  void synth_stacks_areTagged() {
    JsonNode artifacts =
        Synth.read(Synth.ofEverything().folder().resolve("manifest.json")).get("artifacts");

    for (String stack : List.of("assay-dev", "assay-dev-deploy-roles")) {
      assertThat(artifacts.get(stack).at("/properties/tags/assay:stage").asText())
          .as(stack)
          .isEqualTo("dev");
    }
  }

  /** The checks are worth something only if they do find what is wrong. */
  @Test
  void synth_propertyThatCloudFormationDoesNotKnow_isAnError() throws IOException {
    App app = app(Map.of());
    AssayStack stack = AssayApp.build(app);
    CfnResource.Builder.create(stack, "Wrong")
        .type("AWS::SQS::Queue")
        .properties(Map.of("QueueNane", "misspelt"))
        .build();

    assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
    assertThat(Path.of(app.getOutdir(), "validation-report.json")).content().contains("QueueNane");
  }

  @Test
  void synth_openQueue_isFoundByNag() throws IOException {
    App app = app(Map.of());
    AssayStack stack = AssayApp.build(app);
    CfnQueue.Builder.create(stack, "Open").build();

    assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
    assertThat(Path.of(app.getOutdir(), "validation-report.json"))
        .content()
        .contains("AwsSolutions-SQS4");
  }

  @Test
  void build_jarsMissing_saysHowToBuildThem() throws IOException {
    App app = app(Map.of("jars", "nowhere"));

    assertThatThrownBy(() -> AssayApp.build(app))
        .isInstanceOf(WrongContextException.class)
        .hasMessageContaining("assay-lambda.jar")
        .hasMessageContaining("mvn package -pl app-lambda -am");
  }

  @Test
  void build_contextMisspelt_namesTheNearestKey() throws IOException {
    App app = app(Map.of("emial", "someone@example.org"));

    assertThatThrownBy(() -> AssayApp.build(app))
        .isInstanceOf(WrongContextException.class)
        .hasMessage("context emial is not known: did you mean email?");
  }

  private static App app(Map<String, Object> context) throws IOException {
    Map<String, Object> all = Synth.contextOfCdkJson();
    all.put("jars", Tools.MODULE.resolve("target/stand-ins").toString());
    all.putAll(context);
    Synth.ofDefaults();
    return new App(
        AppProps.builder()
            .context(all)
            .outdir(
                Files.createTempDirectory(Tools.MODULE.resolve("target"), "assembly").toString())
            .build());
  }

  private static Map<String, String> contents(Synth synth) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : synth.files()) {
      contents.put(
          synth.folder().relativize(file).toString(),
          Files.readString(file).replace(synth.folder().toString(), "FOLDER"));
    }
    return contents;
  }
}
