package dev.assay.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BuildVersionTest {

  @Test
  void text_isTheVersionOfThePom() throws IOException {
    Path pom = Path.of(System.getProperty("assay.root", "..")).resolve("pom.xml");

    assertThat(BuildVersion.text()).matches("\\d+\\.\\d+\\.\\d+(-[A-Z0-9.]+)?");
    assertThat(Files.readString(pom)).contains("<version>" + BuildVersion.text() + "</version>");
  }
}
