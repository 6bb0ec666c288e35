package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.RecordFile.DamagedRecordException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordFileTest {

  @Property
  void parse_whatWasWritten_isTheSame(@ForAll String value, @ForAll String text)
      throws DamagedRecordException {
    byte[] message = text.getBytes(StandardCharsets.UTF_16);
    RecordFile record = new RecordFile(Map.of("reason", value, "other", "x: y"), message);

    RecordFile parsed = RecordFile.parse(record.toBytes());

    assertThat(parsed.message()).isEqualTo(message);
    assertThat(parsed.value("reason")).isEqualTo(record.value("reason"));
    assertThat(parsed.value("other")).isEqualTo("x: y");
    assertThat(parsed.value("none")).isEmpty();
  }

  @Property
  void parse_anythingElse_isDamaged(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16);

    assertThatThrownBy(() -> RecordFile.parse(bytes)).isInstanceOf(DamagedRecordException.class);
  }

  @Test
  void toBytes_valueOfSeveralLines_becomesOneLine() {
    assertThat(new RecordFile(Map.of("reason", "a\n\nb"), new byte[0]).value("reason"))
        .isEqualTo("a b");
  }
}
