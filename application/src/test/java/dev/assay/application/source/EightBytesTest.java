package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EightBytesTest {

  private static final int LONGEST = 40;

  @Property(tries = 5000)
  void find_anyText_isTheFirst(@ForAll("parts") Part part) {
    int first = part.from;
    while (first < part.to && part.text[first] != '"') {
      first++;
    }

    assertThat(EightBytes.find((byte) '"', part.text, part.from, part.to)).isEqualTo(first);
  }

  @Property(tries = 5000)
  void lastLineBreak_anyText_isTheLast(@ForAll("parts") Part part) {
    int last = part.to - 1;
    while (last >= part.from && part.text[last] != '\n' && part.text[last] != '\r') {
      last--;
    }

    assertThat(EightBytes.lastLineBreak(part.text, part.from, part.to)).isEqualTo(last);
  }

  /** A text, and from where to where it is looked at. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Part(byte[] text, int from, int to) {

    static Part between(byte[] text, int one, int other) {
      int from = Math.min(Math.min(one, other), text.length);
      return new Part(text, from, Math.min(Math.max(one, other), text.length));
    }
  }

  @Provide
  Arbitrary<Part> parts() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, LONGEST);
    return Combinators.combine(texts(), place, place).as(Part::between);
  }

  /** What is looked for, its neighbours among the characters, and bytes of other letters. */
  private static Arbitrary<byte[]> texts() {
    return Arbitraries.strings()
        .withChars("\n\r\t\u000e\f\"!# ,0aé€")
        .ofMaxLength(LONGEST)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
