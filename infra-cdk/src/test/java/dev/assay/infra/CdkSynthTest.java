package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command that people type, with the app as cdk.json starts it but for the class path. */
@RequiresNode
class CdkSynthTest {

  private static Command.Result cdk(Path folder, String... more) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path options = Files.writeString(folder.resolve("class-path"), "-cp \"" + path + "\"");
    Synth.ofDefaults();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "synth",
                "--quiet",
                "--no-notices",
                "--app",
                "java -XX:TieredStopAtLevel=1 @" + options + " " + AssayApp.class.getName(),
                "--output",
                folder.resolve("cdk.out").toString(),
                "-c",
                "jars=" + Tools.MODULE.resolve("target/stand-ins")));
    arguments.addAll(List.of(more));
    return Tools.run("cdk", arguments);
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory(Tools.MODULE.resolve("target"), "cdk");
  }

  @Test
  void synth_byTheCommandLine_givesTheSameTemplate() throws IOException {
    Path folder = folder();

    Command.Result result = cdk(folder);

    assertThat(result.code()).as(result.output()).isZero();
    assertThat(Synth.read(folder.resolve("cdk.out/assay-dev.template.json")))
        .isEqualTo(Synth.ofDefaults().json());
  }

  @Test
  void synth_wrongContext_isOneLineThatSaysWhatIsExpectedAndExitCode2() throws IOException {
    Command.Result result = cdk(folder(), "-c", "schedule=Sunday");

    assertThat(result.code()).isNotZero();
    assertThat(result.output())
        .contains("assay: context schedule=Sunday is not usable")
        .contains("Subprocess exited with error 2")
        .doesNotContain("\tat dev.assay");
  }

  @Test
  void cdkJson_app_isTheJarThatTheBuildMakes() {
    assertThat(Synth.read(Tools.MODULE.resolve("cdk.json")).get("app").asText())
        .isEqualTo("java -XX:TieredStopAtLevel=1 -jar target/assay-infra.jar");
  }
}
