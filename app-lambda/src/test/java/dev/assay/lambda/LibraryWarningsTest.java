package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryWarningsTest {

  private static final Logger SDK = Logger.getLogger("software.amazon.awssdk.core");

  private final Lines written = new Lines();

  LibraryWarningsTest() {
    LibraryWarnings.into(written.lines());
  }

  @AfterEach
  void restore() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }

  @Test
  void warning_ofALibrary_isALineOfTheLog() {
    SDK.log(Level.WARNING, "retry {0}", 3);

    assertThat(written.read())
        .containsExactly(
            Lines.json(
                "{\"timestamp\":\"2026-11-01T03:07:00Z\",\"level\":\"WARN\","
                    + "\"message\":\"retry 3\",\"logger\":\"software.amazon.awssdk.core\"}"));
  }

  @Test
  void error_withACause_namesIt() {
    SDK.log(Level.SEVERE, "cannot close", new IOException("gone"));

    assertThat(written.read())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("level").asText()).isEqualTo("ERROR");
              assertThat(line.get("message").asText())
                  .isEqualTo("cannot close: java.io.IOException: gone");
            });
  }

  @Test
  void whatIsLess_isLeftOut() {
    SDK.info("sending a request");

    assertThat(written.text()).isEmpty();
  }

  @Test
  void information_whereDebugIsAskedFor_isALineOfTheLog() {
    LibraryWarnings.into(written.lines(JsonLines.Level.DEBUG));

    SDK.info("sending a request");
    SDK.fine("each byte of it");

    assertThat(written.read())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("level").asText()).isEqualTo("DEBUG");
              assertThat(line.get("message").asText()).isEqualTo("sending a request");
            });
  }
}
