package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.workflow.StepName;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunRequestTest {

  private static final Settings SETTINGS =
      Settings.read(Map.of("ASSAY_BUCKET", "assay-files"), EnumSet.of(Setting.BUCKET));
  private static final RunName RUN =
      new RunName("weekly-1", Instant.parse("2026-11-01T03:00:00.123Z"));

  private static RunRequest read(String json) {
    return RunRequest.read(Lines.json(json), SETTINGS);
  }

  @Test
  void read_nothing_isTheDefaults() {
    RunRequest request = RunRequest.read(MissingNode.getInstance(), SETTINGS);

    assertThat(request).isEqualTo(read("{}")).isEqualTo(read("null"));
    assertThat(request.bucket()).isEqualTo("assay-files");
    assertThat(request.model()).isEqualTo(new ModelChoice("assay", null, null));
    assertThat(request.smallBodies()).containsExactly(DefaultSources.SMALL_BODIES);
    assertThat(request.deltaV()).isEqualTo(DefaultSources.DELTA_V);
    assertThat(request.exoplanets()).isEqualTo(DefaultSources.EXOPLANETS);
    assertThat(request.masses()).isEqualTo(DefaultSources.MASSES);
    assertThat(request.copies()).isEmpty();
  }

  @Test
  void read_eventOfTheSeedSystem_isUnderstood() {
    RunRequest request =
        read(
            "{\"bucketName\":\"asteroid-files\","
                + "\"benner\":{\"url\":\"http://echo.jpl.nasa.gov/~lance/delta_v/x.html\","
                + "\"filename\":\"benner_deltav.csv\"},"
                + "\"exoplanets\":{\"url\":\"https://example.org/tap?a=b,c\","
                + "\"filename\":\"exoplanet.csv\"},"
                + "\"masses\":{\"filename\":\"massd.json\"},"
                + "\"latestAsteroids\":{\"filename\":\"lastest-asteroids.csv\"}}");

    assertThat(request.bucket()).isEqualTo("asteroid-files");
    assertThat(request.deltaV()).hasHost("echo.jpl.nasa.gov");
    assertThat(request.exoplanets()).hasQuery("a=b,c");
    assertThat(request.masses()).isEqualTo(DefaultSources.MASSES);
    assertThat(request.copies())
        .containsOnlyKeys(
            StepName.DOWNLOAD_DELTA_V,
            StepName.DOWNLOAD_EXOPLANETS,
            StepName.CALCULATE_MASSES,
            StepName.GET_LATEST_ASTEROIDS)
        .containsEntry(StepName.CALCULATE_MASSES, "copies/massd.json");
  }

  @ParameterizedTest
  @CsvSource({"url, null", "none, true"})
  void read_explicitNone_isToDoWithout(String key, String value) {
    String none = "{\"" + key + "\":" + value + "}";

    RunRequest request =
        read("{\"benner\":" + none + ",\"exoplanets\":" + none + ",\"masses\":" + none + "}");

    assertThat(request.deltaV()).isNull();
    assertThat(request.exoplanets()).isNull();
    assertThat(request.masses()).isNull();
  }

  @Test
  void read_noneThatIsFalse_isTheDefault() {
    assertThat(read("{\"masses\":{\"none\":false}}").masses()).isEqualTo(DefaultSources.MASSES);
  }

  @Test
  void read_numbersOfTheModel_areTakenInPlaceOfTheBundledOnes() {
    assertThat(
            read("{\"prices\":{\"url\":\"s3://b/p.csv\"},\"mission\":{\"url\":\"s3://b/m.csv\"}}")
                .model())
        .isEqualTo(
            new ModelChoice("assay", URI.create("s3://b/p.csv"), URI.create("s3://b/m.csv")));
    assertThatThrownBy(() -> read("{\"model\":\"asterank\",\"prices\":{\"url\":\"s3://b/p.csv\"}}"))
        .hasMessage("prices and mission have no effect on the model asterank; leave them out");
  }

  @Test
  void read_full_isOnlyIfAskedFor() {
    assertThat(read("{\"full\":true}").refresh(RUN).full()).isTrue();
    assertThat(read("{\"full\":false}").refresh(RUN).full()).isFalse();
    assertThat(read("{}").refresh(RUN).full()).isFalse();
    assertThatThrownBy(() -> read("{\"full\":\"yes\"}"))
        .hasMessage("full is neither true nor false: \"yes\"");
  }

  @Test
  void read_severalTables_areKeptInOrder() {
    assertThat(read("{\"latestAsteroids\":{\"url\":[\"s3://b/1\",\"s3://b/2\"]}}").smallBodies())
        .containsExactly(URI.create("s3://b/1"), URI.create("s3://b/2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "7;                                        the run request is no JSON object: 7",
        "{\"model\":\"gold\"};                     'model ''gold'' is none of assay, asterank'",
        "{\"latestAsteroids\":\"https://x\"};    latestAsteroids is no object such as {\"url\": ...}: \"https://x\"",
        "{\"model\":7};                            model is no text: 7",
        "{\"offline\":\"no\"};                     offline is neither true nor false: \"no\"",
        "{\"masses\":{\"none\":\"yes\"}};           masses.none is neither true nor false: \"yes\"",
        "{\"masses\":{\"none\":true,\"url\":\"https://x\"}}; 'masses has a url, and none besides; leave one of them out'",
        "{\"benner\":{\"url\":\"x.html\"}};        benner.url is no address (https:, s3: or bundled:): \"x.html\"",
        "{\"exoplanets\":{\"url\":7}};             exoplanets.url is no address (https:, s3: or bundled:): 7",
        "{\"latestAsteroids\":{\"url\":[]}};       latestAsteroids.url names no table",
        "{\"latestAsteroids\":{\"url\":\"a b\"}};  latestAsteroids.url is no address (https:, s3: or bundled:): \"a b\"",
      })
  void read_wrong_saysWhat(String json, String message) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(BadEventException.class).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/x", "a b", "ä", "../x", "a/../b", "..", ".", "./a", "a/.", "a//b", "a/"})
  void read_copyThatCannotBeAKey_isRefused(String key) {
    assertThatThrownBy(() -> read("{\"masses\":{\"filename\":\"" + key + "\"}}"))
        .hasMessageStartingWith("masses.filename cannot be a key: '" + key + "'");
  }

  @Test
  void read_copyLongerThanAKeyMayBe_isRefused() {
    String longest = "a".repeat(255);

    assertThat(read("{\"masses\":{\"filename\":\"" + longest + "\"}}").copies())
        .containsValue("copies/" + longest);
    assertThatThrownBy(() -> read("{\"masses\":{\"filename\":\"" + longest + "a\"}}"))
        .hasMessageStartingWith("masses.filename cannot be a key: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b.json", "..a", "a..b/.c", "..."})
  void read_copyThatCanBeAKey_isTaken(String key) {
    assertThat(read("{\"masses\":{\"filename\":\"" + key + "\"}}").copies())
        .containsValue("copies/" + key);
  }

  @Test
  void refresh_ofARun_isNamedAfterTheExecution() {
    RefreshRequest refresh = read("{}").refresh(RUN);

    assertThat(refresh.generation().value()).matches("20261101T030000123Z-[0-9a-f]{8}");
    assertThat(refresh.startedAt()).isEqualTo(RUN.startedAt());
  }

  @Test
  void generation_ofAnExecution_isAlwaysTheSame() {
    RunName other = new RunName("weekly-2", RUN.startedAt());
    RunName later = new RunName("a", RUN.startedAt().plusMillis(1));

    assertThat(RUN.generation())
        .isEqualTo(new RunName("weekly-1", RUN.startedAt()).generation())
        .isNotEqualTo(other.generation())
        .isLessThan(later.generation());
  }
}
