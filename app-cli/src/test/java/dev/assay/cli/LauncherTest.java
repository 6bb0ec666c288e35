package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code assay} in a project of its own, where Java and Maven are scripts that note how
 * they were called: with the real ones each of these would take a minute.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
  private static final FileTime A_DAY_LATER = FileTime.fromMillis(1_000_086_400_000L);

  /** Only there so that a script that hangs ends the test. */
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  private Path project;
  private Path programs;
  private Path jar;

  private record Started(int code, String out, String err) {}

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(folder.resolve("a project"));
    programs = Files.createDirectory(folder.resolve("programs"));
    jar = project.resolve("app-cli/target/assay.jar");
    Files.createDirectories(jar.getParent());
    Files.createFile(project.resolve("pom.xml"));
    Path script = Path.of(System.getProperty("assay.root", "..")).resolve("assay");
    Files.copy(script, project.resolve("assay"), StandardCopyOption.COPY_ATTRIBUTES);
    java("17.0.1");
    program("javac", "");
    program("mvn", "echo built >>'" + builds() + "'");
  }

  private Path builds() {
    return folder.resolve("builds.txt");
  }

  /** One that says its version, and otherwise what it is to run. */
  private void java(String version) throws IOException {
    program(
        "java",
        """
        if [ "$1" = -version ]; then echo 'openjdk version "%s"' >&2; exit 0; fi
        while [ $# -gt 0 ] && [ "$1" != -jar ]; do shift; done
        [ $# -gt 0 ] || exit 1
        shift; echo "ran $*"
        """
            .formatted(version));
  }

  private void program(String name, String text) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Started start(String... words) throws IOException, InterruptedException {
    return start(project.resolve("assay"), words);
  }

  private Started start(Path script, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("JAVA_HOME");
    environment.remove("ASSAY_JAVA_OPTS");
    environment.put("PATH", programs + File.pathSeparator + environment.get("PATH"));
    Process process = builder.start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Started(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void start_jarNewerThanItsSources_runsItWithoutBuilding() throws Exception {
    Files.createFile(jar);
    Files.setLastModifiedTime(project.resolve("pom.xml"), LONG_AGO);

    Started started = start("top", "--limit", "3");

    assertThat(started).isEqualTo(new Started(0, "ran " + jar + " top --limit 3\n", ""));
    assertThat(builds()).doesNotExist();
  }

  @Test
  void start_sourcesChangedButTheJarStaysTheSame_buildsOnce() throws Exception {
    Files.createFile(jar);
    Files.setLastModifiedTime(jar, LONG_AGO);
    Files.setLastModifiedTime(project.resolve("pom.xml"), A_DAY_LATER);

    assertThat(start("--version").err()).contains("building");
    assertThat(start("--version")).isEqualTo(new Started(0, "ran " + jar + " --version\n", ""));
    assertThat(builds()).hasContent("built");
  }

  @Test
  void start_buildFails_saysWhyAndWhereAllOfItIs() throws Exception {
    program("mvn", "echo '[INFO] much'; echo '[ERROR] this is wrong'; exit 1");

    Started started = start("--version");

    assertThat(started.code()).isEqualTo(1);
    assertThat(started.out()).isEmpty();
    assertThat(started.err())
        .contains("[ERROR] this is wrong", "the build failed", "app-cli/target/build.log")
        .doesNotContain("much");
  }

  @Test
  void start_javaTooOld_saysWhichIsNeeded() throws Exception {
    java("1.8.0_292");

    Started started = start("--version");

    assertThat(started.code()).isEqualTo(1);
    assertThat(started.err()).contains("too old", "version 17");
    assertThat(builds()).doesNotExist();
  }

  @Test
  void start_throughASymbolicLink_findsItsOwnFolder() throws Exception {
    Files.createFile(jar);
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, project.resolve("assay"));
    Files.setLastModifiedTime(project.resolve("pom.xml"), LONG_AGO);

    assertThat(start(link, "runs")).isEqualTo(new Started(0, "ran " + jar + " runs\n", ""));
  }
}
