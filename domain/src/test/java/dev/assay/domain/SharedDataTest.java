package dev.assay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

  @Test
  void cells_quotesAndEmptyCells_areTakenApart() {
    assertThat(SharedData.cells("a,,\"b, \"\"c\"\"\",1.5,"))
        .containsExactly("a", "", "b, \"c\"", "1.5", "");
  }

  @Test
  void lines_missingFile_skipsWithReason() {
    assertThatThrownBy(() -> SharedData.lines("no/such/file"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("../shared/data/no/such/file");
  }
}
