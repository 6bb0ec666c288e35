package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {

  @ParameterizedTest
  @CsvSource({
    "' a  b ', 10, a b",
    "'a\n\tb', 10, a b",
    "'a\u001b[31mb', 10, a [31mb",
    "'a\u202eb\u00a0\u2028c', 10, a b c",
    "abcdef, 3, abc",
    "'ab\uD83D\uDE80', 3, ab",
    "'', 3, ''",
  })
  void of_text_isOneVisibleLine(String text, int longest, String expected) {
    assertThat(OneLine.of(text, longest)).isEqualTo(expected);
  }

  @Property
  void of_anyText_isShortAndVisible(@ForAll String text) {
    assertThat(OneLine.of(text, 20)).hasSizeLessThanOrEqualTo(20).matches("[^\\p{C}]*");
  }

  @Test
  void describe_exception_givesMessageAndTellingType() {
    assertThat(OneLine.describe(new EOFException("cut\nshort")))
        .isEqualTo("EOFException (cut short)");
    assertThat(OneLine.describe(new IOException("cut\nshort"))).isEqualTo("cut short");
    assertThat(OneLine.describe(new IOException())).isEqualTo("IOException");
  }
}
