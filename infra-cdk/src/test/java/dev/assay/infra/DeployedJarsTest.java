package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.application.BuildVersion;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars of the functions, into which many are merged; the module before this one makes them. */
class DeployedJarsTest {

  @ParameterizedTest
  @ValueSource(strings = {"assay-lambda.jar", "assay-lambda-write.jar"})
  void version_inAMergedJar_isThatOfTheBuild(String name) throws Exception {
    try (URLClassLoader alone = classesOf(name)) {
      Class<?> version = alone.loadClass(BuildVersion.class.getName());
      assertThat(version.getMethod("text").invoke(null)).isEqualTo(BuildVersion.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"assay-lambda.jar", "assay-lambda-write.jar"})
  void loggingOfTheSdk_inAMergedJar_isThatOfTheJdk(String name) throws Exception {
    try (URLClassLoader alone = classesOf(name)) {
      assertThat(ServiceLoader.load(alone.loadClass("org.slf4j.spi.SLF4JServiceProvider"), alone))
          .extracting(provider -> provider.getClass().getName())
          .containsExactly("org.slf4j.jul.JULServiceProvider");
    }
  }

  private static URLClassLoader classesOf(String name) throws IOException {
    Path jar = Tools.MODULE.resolve("../app-lambda/target").resolve(name);
    assumeThat(jar).as("made by: mvn package -pl app-lambda -am").exists();
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }
}
