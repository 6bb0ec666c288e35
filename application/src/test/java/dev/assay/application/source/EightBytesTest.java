package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EightBytesTest {

  @Property(tries = 5000)
  void find_anyText_isTheFirst(
      @ForAll("texts") byte[] text,
      @ForAll @IntRange(max = 40) int one,
      @ForAll @IntRange(max = 40) int other) {
    int from = Math.min(Math.min(one, other), text.length);
    int to = Math.min(Math.max(one, other), text.length);

    int first = from;
    while (first < to && text[first] != '"') {
      first++;
    }

    assertThat(EightBytes.find((byte) '"', text, from, to)).isEqualTo(first);
  }

  @Property(tries = 5000)
  void lastLineBreak_anyText_isTheLast(
      @ForAll("texts") byte[] text,
      @ForAll @IntRange(max = 40) int one,
      @ForAll @IntRange(max = 40) int other) {
    int from = Math.min(Math.min(one, other), text.length);
    int to = Math.min(Math.max(one, other), text.length);

    int last = to - 1;
    while (last >= from && text[last] != '\n' && text[last] != '\r') {
      last--;
    }

    assertThat(EightBytes.lastLineBreak(text, from, to)).isEqualTo(last);
  }

  /** What is looked for, its neighbours among the characters, and bytes of other letters. */
  @Provide
  Arbitrary<byte[]> texts() {
    return Arbitraries.strings()
        .withChars("\n\r\t\u000e\f\"!# ,0aé€")
        .ofMaxLength(40)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
