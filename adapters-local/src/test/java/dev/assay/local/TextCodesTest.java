package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextCodesTest {

  private final TextCodes codes = new TextCodes("mass_source");

  @Test
  void code_countsFromOneAndKnowsWhatCameBefore() {
    assertThat(codes.code("gm")).isEqualTo((short) 1);
    assertThat(codes.code("measured")).isEqualTo((short) 2);
    assertThat(codes.code(String.valueOf(new char[] {'g', 'm'}))).isEqualTo((short) 1);
    assertThat(codes.texts()).isEqualTo(List.of("gm", "measured"));
  }

  @Test
  void code_ofMoreTextsThanThereAreNumbers_namesColumnAndText() {
    IntStream.rangeClosed(1, TextCodes.MOST).mapToObj(i -> "text " + i).forEach(codes::code);

    assertThat(codes.code("text 1")).isEqualTo((short) 1);
    Refusals.assertFailsForGood(() -> codes.code("one more"))
        .contains("mass_source", "32767", "one more");
  }
}
