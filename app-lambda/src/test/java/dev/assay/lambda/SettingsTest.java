package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final Set<Setting> BUCKET = EnumSet.of(Setting.BUCKET);

  private static Settings read(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(Map.of("ASSAY_BUCKET", "assay-files"));
    all.putAll(environment);
    return Settings.read(all, BUCKET);
  }

  @Test
  void read_onlyWhatIsNeeded_hasDefaultsForTheRest() {
    Settings settings = read(Map.of());

    assertThat(settings.text(Setting.BUCKET)).isEqualTo("assay-files");
    assertThat(settings.text(Setting.MODEL)).isEqualTo("assay");
    assertThat(settings.number(Setting.BATCH_ROWS)).isEqualTo(1000);
    assertThat(settings.flag(Setting.ALLOW_HTTP)).isFalse();
  }

  @Test
  void read_severalMissingOrWrong_namesThemAll() {
    Map<String, String> environment = Map.of("ASSAY_BUCKET", " ", "ASSAY_BATCH_ROWS", "many");

    assertThatThrownBy(
            () ->
                Settings.read(
                    environment, EnumSet.of(Setting.BUCKET, Setting.CATALOGUE, Setting.TOPIC_ARN)))
        .hasMessage(
            "ASSAY_BUCKET is not set (name of the bucket); ASSAY_CATALOGUE is not set (name of the"
                + " catalogue, for example assay); ASSAY_TOPIC_ARN is not set (ARN of the topic);"
                + " ASSAY_BATCH_ROWS is not a number from 1 to 2048: 'many'; correct the"
                + " function's environment variables");
  }

  @ParameterizedTest
  @CsvSource({
    "BUCKET,               Upper_Case",
    "CATALOGUE,            ab",
    "DATA_QUEUE_URL,       data",
    "TOPIC_ARN,            topic",
    "MODEL,                gold",
    "BATCH_ROWS,           0",
    "BATCH_ROWS,           2049",
    "BATCH_ROWS,           99999999999",
    "PAGE_ROWS,            -1",
    "WORKERS,              9",
    "AWAIT_LOOKS,          0",
    "ALLOW_HTTP,           yes",
    "STAGE,                a b"
  })
  void read_wrongValue_isRefusedByName(Setting setting, String value) {
    assertThatThrownBy(() -> read(Map.of(setting.variable(), value)))
        .hasMessageStartingWith(setting.variable() + " is not ");
  }

  @Test
  void text_notAskedFor_isAFaultOfTheProgram() {
    assertThatThrownBy(() -> read(Map.of()).text(Setting.TOPIC_ARN))
        .isInstanceOf(IllegalStateException.class);
  }
}
