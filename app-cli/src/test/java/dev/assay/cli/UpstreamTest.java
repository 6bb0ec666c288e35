package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import dev.assay.ports.TestUpstream;
import dev.assay.ports.TestUpstream.Answer;
import dev.assay.ports.TestUpstream.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refreshes from sources on the network, which here is this machine. */
@Timeout(120) // seconds, only so that a hanging test ends
class UpstreamTest {

  private static final String API = "/sbdb_query.api";
  private static final Pattern PAGE = Pattern.compile("limit=(\\d+)&limit-from=(\\d+)");

  /** One more than a page. */
  private static final Table BODIES = Table.bodies(20_001);

  @TempDir private Path folder;
  private final TestUpstream upstream = TestUpstream.start();
  private Cli cli;
  private URI api;
  private URI deltaV;
  private URI exoplanets;

  @BeforeEach
  void publish() throws IOException {
    cli = new Cli(folder.resolve("data"));
    api = serve(BODIES);
    deltaV = upstream.publish("/deltav.html", sample("delta-v.html"));
    exoplanets = upstream.publish("/TAP/sync", sample("exoplanets.csv"));
  }

  @AfterEach
  void close() {
    upstream.close();
  }

  private URI serve(Table table) {
    return upstream.handle(
        API,
        exchange -> {
          Matcher page = PAGE.matcher(exchange.getRequestURI().getQuery());
          assertThat(page.find()).isTrue();
          int from = Integer.parseInt(page.group(2));
          int to = from + Integer.parseInt(page.group(1));
          byte[] body = table.part(from, to).json(table.rows().size()).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  @Test
  void wholeRefresh_fetchesPageByPage_andIsTheSameAsFromAFile() throws IOException {
    Outcome outcome = refresh(api, deltaV, exoplanets).succeeded();

    assertThat(outcome.err()).contains("20001 bodies loaded");
    assertThat(asked(API))
        .hasSize(2)
        .allSatisfy(request -> assertThat(agent(request)).matches("Assay/\\S+ \\(\\+\\S+\\)"));
    assertThat(asked(API).get(0).pathAndQuery())
        .contains("fields=pdes,full_name", "full-prec=true", "sort=spkid", "limit-from=0");
    String fetched = cli.export();
    cli.refresh(Files.writeString(folder.resolve("t.json"), BODIES.json())).succeeded();
    assertThat(cli.export()).isEqualTo(fetched);
  }

  @Test
  void secondRefresh_asksWhetherSideSourcesChanged_andFetchesTheBodiesAnew() {
    refresh(api, deltaV, exoplanets).succeeded();
    String before = cli.export();

    refresh(api, deltaV, exoplanets).succeeded();

    assertThat(asked("/deltav.html")).hasSize(2);
    assertThat(asked("/deltav.html").get(0).headers()).doesNotContainKey("If-none-match");
    assertThat(asked("/deltav.html").get(1).headers()).containsKey("If-none-match");
    assertThat(asked("/TAP/sync").get(1).headers()).containsKey("If-none-match");
    assertThat(asked(API)).hasSize(4);
    assertThat(cli.export()).isEqualTo(before);
  }

  @Test
  void changedSource_isTakenAnew() {
    refresh(api, deltaV, exoplanets).succeeded();
    serve(Table.bodies(30));

    Outcome outcome = refresh(api, deltaV, exoplanets).succeeded();

    assertThat(outcome.err()).contains("30 bodies loaded");
    assertThat(cli.export().lines()).hasSize(31);
  }

  @Test
  void offline_usesTheCopies_whateverBecameOfTheSources() {
    refresh(api, deltaV, exoplanets).succeeded();
    String before = cli.export();
    int requests = upstream.requests().size();

    refresh(api, deltaV, exoplanets, "--offline").succeeded();

    assertThat(upstream.requests()).hasSize(requests);
    assertThat(cli.export()).isEqualTo(before);
  }

  @Test
  void offline_withoutCopies_saysWhatToDo() {
    Outcome outcome = refresh(api, deltaV, exoplanets, "--offline");

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains(API, "never downloaded", "without --offline");
    assertThat(upstream.requests()).isEmpty();
  }

  @Test
  void sideSourcesThatCannotBeReached_areWarnings() {
    URI nobody = TestUpstream.unreachable();

    Outcome outcome = refresh(serve(Table.bodies(30)), nobody, nobody).succeeded();

    assertThat(outcome.err())
        .contains("note: no delta-v list: " + nobody)
        .contains("note: no exoplanets: " + nobody);
    assertThat(cli.on("runs", "--format", "json").out()).contains("no exoplanets: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void serviceInTrouble_isAskedAgainWithinBounds(int status) {
    upstream.answer(API, Answer.of(status, "{\"message\":\"in maintenance\",\"code\":\"503\"}"));

    Outcome outcome = refresh(api, deltaV, exoplanets);

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains(API, String.valueOf(status));
    assertThat(asked(API)).hasSize(3 * 4);
  }

  @Test
  void serviceThatCannotBeReached_failsInOneLine_andTheCatalogueStays() {
    refresh(serve(Table.bodies(30)), deltaV, exoplanets).succeeded();
    URI nobody = TestUpstream.unreachable();

    Outcome outcome = refresh(nobody.resolve(API), deltaV, exoplanets);

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains(nobody.resolve(API).toString(), "requests sent: 3");
    assertThat(cli.export().lines()).hasSize(31);
  }

  @Test
  void serviceThatComesBack_isUsed() {
    upstream.answer(API, Answer.of(503, "overloaded"), Answer.of(200, Table.bodies(30).json()));

    assertThat(refresh(api, deltaV, exoplanets).succeeded().err()).contains("30 bodies loaded");
  }

  @Test
  void badRequest_isNotRepeated() {
    upstream.answer(API, Answer.of(400, "{\"message\":\"invalid field m1\",\"code\":\"400\"}"));

    Outcome outcome = refresh(api, deltaV, exoplanets);

    assertThat(outcome.problem()).contains(API, "400", "invalid field m1");
    assertThat(asked(API)).hasSize(1);
  }

  @Test
  void pageCutWithStatus200_isFetchedAgain() {
    String page = Table.bodies(30).json();
    upstream.answer(
        API, Answer.of(200, page.substring(0, page.length() / 2)), Answer.of(200, page));

    assertThat(refresh(api, deltaV, exoplanets).succeeded().err()).contains("30 bodies loaded");
  }

  @Test
  void maintenancePageWithStatus200_failsInOneLine() {
    upstream.answer(API, Answer.of(200, "<html><title>Down for maintenance</title></html>"));

    assertThat(refresh(api, deltaV, exoplanets).problem())
        .contains(API, "web page titled \"Down for maintenance\"");
  }

  @Test
  void pageWithoutAColumnThatIsNeeded_isFetchedOnce() {
    upstream.answer(API, Answer.of(200, Table.bodies(30).renamed("e", "ecc").json()));

    assertThat(refresh(api, deltaV, exoplanets).problem())
        .contains(API, "lacks e; its columns are");
    assertThat(asked(API)).hasSize(1);
  }

  @Test
  void tableWithoutAColumnThatIsNeeded_isFetchedOnce() {
    String table = Table.bodies(30).renamed("e", "ecc").csv();
    URI location = upstream.answer("/bodies.csv", Answer.of(200, table));

    assertThat(refresh(location, deltaV, exoplanets).problem())
        .contains("/bodies.csv", "lacks e; its columns are");
    assertThat(asked("/bodies.csv")).hasSize(1);
  }

  @Test
  void failureAfterTheFirstPage_doesNotFetchThatPageAgain() {
    URI source = serve(BODIES);
    upstream.handle(
        API,
        exchange -> {
          boolean first = exchange.getRequestURI().getQuery().contains("limit-from=0");
          byte[] body = BODIES.part(0, 20_000).json(20_001).getBytes(UTF_8);
          exchange.sendResponseHeaders(first ? 200 : 404, first ? body.length : -1);
          if (first) {
            exchange.getResponseBody().write(body);
          }
        });
    assertThat(refresh(source, deltaV, exoplanets).code()).isEqualTo(ExitCode.FAILED);
    serve(BODIES);
    int before = asked(API).size();

    refresh(source, deltaV, exoplanets).succeeded();

    assertThat(asked(API)).hasSize(before + 1);
    assertThat(asked(API).get(before).pathAndQuery()).contains("limit-from=20000");
  }

  private Outcome refresh(URI smallBodies, URI deltaV, URI exoplanets, String... more) {
    List<String> words = new ArrayList<>(List.of("refresh"));
    words.add("--small-bodies=" + smallBodies);
    words.add("--delta-v=" + deltaV);
    words.add("--exoplanets=" + exoplanets);
    words.addAll(List.of(more));
    return cli.on(words.toArray(String[]::new));
  }

  private List<Request> asked(String path) {
    return upstream.requests().stream()
        .filter(request -> request.pathAndQuery().startsWith(path))
        .toList();
  }

  private static String agent(Request request) {
    return String.valueOf(request.headers().getFirst("User-agent"));
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("sample/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
