package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.http.HttpSettings.Limits;
import dev.assay.http.HttpSettings.Retries;
import dev.assay.http.HttpSettings.Timeouts;
import dev.assay.http.HttpSettings.UserAgent;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void of_agent_hasTheDocumentedDefaults() {
    HttpSettings settings = HttpSettings.of(HttpFixture.AGENT);

    assertThat(settings.timeouts().headers()).hasSeconds(120);
    assertThat(settings.timeouts().idle()).hasSeconds(60);
    assertThat(settings.retries().attempts()).isEqualTo(5);
    assertThat(settings.limits()).isEqualTo(new Limits(2_147_483_648L, 5));
    assertThatCode(() -> new HttpDownloader(settings)).doesNotThrowAnyException();
  }

  @Test
  void header_agent_namesProductVersionAndContact() {
    assertThat(new UserAgent("Assay", "0.1.0-SNAPSHOT", "https://example.org/assay").header())
        .isEqualTo("Assay/0.1.0-SNAPSHOT (+https://example.org/assay)");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, a@b.c, product",
    "' ', 1, a@b.c, product",
    "As say, 1, a@b.c, product",
    "Assay, '', a@b.c, version",
    "Assay, 1/2, a@b.c, version",
    "Assay, 1, '', contact",
    "Assay, 1, ' ', contact",
    "Assay, 1, 'a\r\nHost: b', contact",
    "Assay, 1, (a), contact",
    "Assay, 1, \u0131@b.c, contact",
  })
  void agent_notFitForAHeader_isRefused(
      String product, String version, String contact, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UserAgent(product, version, contact))
        .withMessageContaining(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
  void timeouts_outOfRange_areRefused(Duration bad) {
    assertRefused("connect", () -> new Timeouts(bad, SECOND, SECOND, SECOND, SECOND));
    assertRefused("headers", () -> new Timeouts(SECOND, bad, SECOND, SECOND, SECOND));
    assertRefused("idle", () -> new Timeouts(SECOND, SECOND, bad, SECOND, SECOND));
    assertRefused("total", () -> new Timeouts(SECOND, SECOND, SECOND, bad, SECOND));
    assertRefused("turn", () -> new Timeouts(SECOND, SECOND, SECOND, SECOND, bad));
    assertRefused("first delay", () -> new Retries(1, bad, SECOND, SECOND));
    assertRefused("longest delay", () -> new Retries(1, SECOND, bad, SECOND));
    assertRefused("Retry-After", () -> new Retries(1, SECOND, SECOND, bad));
  }

  @Test
  void numbers_outOfRange_areRefused() {
    assertRefused("attempts", () -> new Retries(0, SECOND, SECOND, SECOND));
    assertRefused("attempts", () -> new Retries(21, SECOND, SECOND, SECOND));
    assertRefused("bytes", () -> new Limits(0, 5));
    assertRefused("redirects", () -> new Limits(1, -1));
    assertRefused("redirects", () -> new Limits(1, 21));
  }

  private static void assertRefused(String name, ThrowingCallable settings) {
    assertThatIllegalArgumentException().isThrownBy(settings).withMessageContaining(name);
  }
}
