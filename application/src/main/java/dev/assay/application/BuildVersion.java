package dev.assay.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The version of this build. It comes from a resource that the build fills in, because a manifest
 * does not survive when jars are merged into one.
 */
public final class BuildVersion {

  private static final String RESOURCE = "version.txt";
  private static final String TEXT = read();

  private BuildVersion() {}

  /**
   * The version, as it is written in the project's POM.
   *
   * @return for example "1.2.0" or "1.3.0-SNAPSHOT"
   */
  public static String text() {
    return TEXT;
  }

  private static String read() {
    try (InputStream in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing beside BuildVersion");
      }
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
