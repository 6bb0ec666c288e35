package dev.assay.lambda;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** The jars that are deployed. */
final class ShadedJars {

  private static final Path TARGET =
      Path.of(System.getProperty("assay.root", "..")).resolve("app-lambda/target");

  private ShadedJars() {}

  /** The jar of a function; without it the test is skipped. */
  static Path of(Class<?> handler) {
    String name =
        handler == WriteToDynamoHandler.class ? "assay-lambda-write.jar" : "assay-lambda.jar";
    Path jar = TARGET.resolve(name).toAbsolutePath();
    assumeThat(jar).as("made by: mvn package -pl app-lambda -am").exists();
    return jar;
  }
}
