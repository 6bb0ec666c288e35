package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unmarked, as a map's get is a context. */
@NullUnmarked
class SettingsTest {

  @Test
  void from_nothingGiven_hasDefaults() {
    Settings settings = Settings.from(Map.<String, Object>of()::get);

    assertThat(settings.names().catalogue()).isEqualTo("assay-dev");
    assertThat(settings.start()).isEqualTo(new StartTime("SUN", 3, 17));
    assertThat(settings.scheduled()).isTrue();
    assertThat(settings.dashboard()).isFalse();
    assertThat(settings.email()).isNull();
    assertThat(settings.endpoint()).isNull();
    assertThat(settings.writers()).isEqualTo(8);
  }

  @Test
  void from_numberOfJson_isWhole() {
    assertThat(Settings.from(Map.<String, Object>of("writers", 12.0)::get).writers()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "prefix, Assay, lower-case letters",
    "stage, a-b, lower-case letters",
    "schedule, SUN 24:00, SUN 03:17",
    "schedule, Sunday, SUN 03:17",
    "dashboard, yes, true or false",
    "email, nobody, one e-mail address",
    "endpoint, localhost:4566, http://localhost:4566",
    "writers, 1, from 2 to 1000",
    "writers, many, from 2 to 1000",
    "model, foo, assay or asterank",
    "allowHttp, yes, true or false",
    "logLevel, WARN, DEBUG or INFO",
    "runDays, 7.5, from 8 to 3653",
  })
  void from_valueThatCannotBeUsed_isNamedWithWhatIsExpected(
      String key, String value, String expected) {
    assertThatThrownBy(() -> Settings.from(Map.<String, Object>of(key, value)::get))
        .isInstanceOf(WrongContextException.class)
        .hasMessageContaining("context " + key + "=" + value)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "emial, email",
    "Stage, stage",
    "writer, writers",
    "github-repository, githubRepository",
    "log_level, logLevel"
  })
  void requireKnown_keyThatNobodyReads_namesTheNearest(String key, String nearest) {
    List<String> keys = List.of("stage", key);

    assertThatThrownBy(() -> Context.requireKnown(keys))
        .isInstanceOf(WrongContextException.class)
        .hasMessage("context " + key + " is not known: did you mean " + nearest + "?");
  }

  @Test
  void requireKnown_keysOfCdk_pass() {
    List<String> keys =
        List.of(
            "@aws-cdk/core:target-partitions",
            "aws:cdk:enable-path-metadata",
            "aws-cdk:enableDiffNoFail",
            "availability-zones:account=1:region=eu-central-1",
            "acknowledged-issue-numbers",
            "cli-telemetry");

    assertThatCode(() -> Context.requireKnown(keys)).doesNotThrowAnyException();
  }

  @Test
  void keys_all_areInTheDocumentation() throws IOException {
    String document = Files.readString(Tools.MODULE.resolveSibling("docs/deploy.md"));

    assertThat(Context.KEYS).allSatisfy(key -> assertThat(document).contains("`" + key + "`"));
  }

  /** A key that is read but not listed would be refused. */
  @Test
  void text_keyThatIsNotListed_isAFaultOfTheProgram() {
    Context context = new Context(Map.<String, Object>of()::get);

    assertThatThrownBy(() -> context.text("colour")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void subjects_numbersKnown_areBothForms() {
    GitHubSettings github = GitHubSettings.from(Synth.EVERYTHING::get, "prod").orElseThrow();

    assertThat(github.subjects(github.environment()))
        .containsExactly(
            "repo:example/assay:environment:prod", "repo:example@12/assay@34:environment:prod");
  }

  @Test
  void githubSettings_oneNumberOnly_isRefused() {
    Map<String, Object> context =
        Map.of("githubRepository", "example/assay", "githubOwnerId", "12");

    assertThatThrownBy(() -> GitHubSettings.from(context::get, "prod"))
        .isInstanceOf(WrongContextException.class)
        .hasMessageContaining("githubRepositoryId");
  }

  @Test
  void ofDays_lengthThatCloudWatchDoesNotKnow_namesThoseItDoes() {
    assertThatThrownBy(() -> LogRetention.ofDays(91))
        .isInstanceOf(WrongContextException.class)
        .hasMessageContaining("7, 14, 30, 60, 90");
  }
}
