package dev.assay.application.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.GenerationId;
import dev.assay.ports.ParseCompleted;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCodecTest {

  private final CompletionCodec codec = new CompletionCodec();

  @Property
  void decode_anyMessageEncoded_isAnEqualMessage(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 3, max = 64) String name,
      @ForAll @IntRange(max = 999_999_999) int chunks,
      @ForAll @LongRange(max = 999_999_999_999_999_999L) long rows) {
    ParseCompleted message = new ParseCompleted(new GenerationId(name), chunks, rows);

    assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
  }

  @Property
  void decode_anyBytes_areRefused(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"generation\":\"run-1\",\"chunks\":-1,\"rows\":9}",
        "{\"generation\":\"run-1\",\"chunks\":9999999999,\"rows\":9}",
        "{\"generation\":\"run-1\",\"chunks\":7,\"rows\":9}{}",
        "{\"generation\":\"run-1\",\"chunks\":7,\"rows\":9",
        "{\"generation\":\"../../etc\",\"chunks\":7,\"rows\":9}",
        "{\"generation\":\"run-1\",\"chunks\":\"7\",\"rows\":9}",
        "{\"generation\":\"run-1\",\"chunks\":٧,\"rows\":9}"
      })
  void decode_anotherForm_isRefused(String text) {
    assertThatThrownBy(() -> codec.decode(text.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void encode_message_isJson() {
    ParseCompleted message = new ParseCompleted(new GenerationId("run-1"), 7, 9);

    assertThat(new String(codec.encode(message), UTF_8))
        .isEqualTo("{\"generation\":\"run-1\",\"chunks\":7,\"rows\":9}");
    assertThat(codec.summary(message)).isEqualTo("generation run-1 sent 7 chunks, 9 rows");
  }
}
