package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final URI NAMED = URI.create("https://ssd-api.jpl.nasa.gov/a/query.api?limit=1");

  /** Names of the tests; addresses written as numbers need no resolving. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "archive.example", List.of("93.184.216.34", "2606:2800:220:1::1"),
          "rebound.example", List.of("93.184.216.34", "10.0.0.7"));

  private final AddressRules rules = new AddressRules(AddressRulesTest::resolve);

  @ParameterizedTest
  @CsvSource({
    "https://archive.example/b, https://archive.example/b",
    "//archive.example/b, https://archive.example/b",
    "https://93.184.216.34/, https://93.184.216.34/",
    "'  /b ', https://ssd-api.jpl.nasa.gov/b",
    "b?x=%20, https://ssd-api.jpl.nasa.gov/a/b?x=%20",
    "https://SSD-API.jpl.nasa.gov:8443/b, https://SSD-API.jpl.nasa.gov:8443/b",
    "HTTPS://archive.example/\u00e9, HTTPS://archive.example/%C3%A9",
  })
  void checkRedirect_publicAndEncrypted_isFollowed(String location, URI expected) {
    assertThat(rules.checkRedirect(NAMED, NAMED, location)).isEqualTo(expected);
  }

  @Test
  void checkRedirect_plainToEncrypted_isFollowed() {
    URI plain = URI.create("http://localhost/a");

    assertThat(rules.checkRedirect(plain, plain, "https://archive.example/"))
        .isEqualTo(URI.create("https://archive.example/"));
    assertThat(rules.checkRedirect(plain, plain, "https://localhost/"))
        .isEqualTo(URI.create("https://localhost/"));
  }

  @Test
  void checkRedirect_privateHostTheUserNamed_isFollowed() {
    URI named = URI.create("https://10.1.2.3/a");

    assertThat(rules.checkRedirect(named, named, "/b")).isEqualTo(URI.create("https://10.1.2.3/b"));
  }

  @Test
  void checkRedirect_backToPrivateHostTheUserNamed_isFollowed() {
    URI named = URI.create("https://10.1.2.3/a");
    URI between = URI.create("https://archive.example/");

    assertThat(rules.checkRedirect(named, between, "https://10.1.2.3/b"))
        .isEqualTo(URI.create("https://10.1.2.3/b"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://ssd-api.jpl.nasa.gov/b, is not encrypted",
    "http://archive.example/b, is not encrypted",
    "ftp://archive.example/b, is not a web address",
    "file:///etc/passwd, is not a web address",
    "jar:https://archive.example/b!/c, is not a web address",
    "https:b, names no host",
    "https://me:pw@archive.example/, user name or password",
    "https://rebound.example/, is at 10.0.0.7",
    "https://127.1/, names no host",
    "https://2130706433/, is at 127.0.0.1",
    "https://[::ffff:169.254.169.254]/, is at 169.254.169.254",
    "https://[fd00:ec2::254]/, is at fd00:ec2:",
    "'https://archive.example/a b', which is no address",
    "https://[::, which is no address",
  })
  void checkRedirect_elsewhere_failsForGood(String location, String reason) {
    assertThatThrownBy(() -> rules.checkRedirect(NAMED, NAMED, location))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT))
        .hasMessageContaining(reason)
        .hasMessageNotContaining("me:pw");
  }

  @Test
  void checkRedirect_plainOnHostTheUserDidNotName_failsForGood() {
    URI named = URI.create("http://127.0.0.1/a");

    assertThatThrownBy(() -> rules.checkRedirect(named, named, "http://127.0.0.2/"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("is not encrypted");
  }

  @Test
  void checkRedirect_hostNotFound_isWorthRepeating() {
    assertThatThrownBy(() -> rules.checkRedirect(NAMED, NAMED, "https://lost.example/"))
        .isInstanceOf(PassingFailure.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ssd-api.jpl.nasa.gov/sbdb_query.api",
        "https://192.168.0.1/",
        "http://localhost:8080/",
        "http://LOCALHOST/",
        "http://127.0.0.1/",
        "http://127.255.0.9/",
        "http://[::1]/"
      })
  void checkNamed_encryptedOrOnThisMachine_isAllowed(URI source) {
    assertThatCode(() -> rules.checkNamed(source)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ssd-api.jpl.nasa.gov/",
        "http://192.168.0.1/",
        "http://127.0.0.1.example.org/",
        "http://localhost.example.org/",
        "http://0.0.0.0/"
      })
  void checkNamed_plainElsewhere_isRefused(URI source) {
    assertThatThrownBy(() -> rules.checkNamed(source)).hasMessageEndingWith("; use https");
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    if (!host.matches("[\\[\\]0-9a-f.:]+") && !NAMES.containsKey(host)) {
      throw new UnknownHostException(host);
    }
    List<String> addresses = NAMES.getOrDefault(host, List.of(host));
    InetAddress[] resolved = new InetAddress[addresses.size()];
    for (int i = 0; i < resolved.length; i++) {
      resolved[i] = InetAddress.getByName(addresses.get(i));
    }
    return List.of(resolved);
  }
}
