package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkIdTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 7, Integer.MAX_VALUE})
  void parse_text_isTheSameChunk(int number) {
    ChunkId chunk = new ChunkId(new GenerationId("20261101T030700000Z-be06ad1d"), number);

    assertThat(ChunkId.parse(chunk.text())).contains(chunk);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "run-1", "run-1/", "run-1/-1", "run-1/2147483648", "a/1", "run-1/1 "})
  void parse_anythingElse_isNone(String text) {
    assertThat(ChunkId.parse(text)).isEmpty();
  }

  @Test
  void text_isGenerationAndNumber() {
    assertThat(new ChunkId(new GenerationId("run-1"), 7).text()).isEqualTo("run-1/7");
  }
}
