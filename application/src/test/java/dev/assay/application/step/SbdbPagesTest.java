package dev.assay.application.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.SmallBodyField;
import dev.assay.ports.Downloader.NotModified;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PortException;
import dev.assay.ports.memory.InMemoryObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SbdbPagesTest {

  private static final int PAGE_ROWS = 10;
  private static final URI QUERY = FakeSbdb.QUERY;

  private final FakeUpstream upstream = new FakeUpstream();
  private final ObjectStore store = new InMemoryObjectStore();
  private final List<String> progress = new ArrayList<>();
  private TimeLimit limit = TimeLimit.NONE;

  private FakeSbdb serve(int bodies) {
    FakeSbdb service = FakeSbdb.withBodies(bodies);
    upstream.answer(QUERY, service);
    return service;
  }

  private SbdbPages pages(Duration later) {
    Clock clock = Clock.fixed(World.NOW.plus(later), ZoneOffset.UTC);
    Progress heard = (what, done, total) -> progress.add(done + "/" + total);
    return new SbdbPages(upstream, store, clock, heard, limit, PAGE_ROWS);
  }

  private SbdbPages pagesOn(ObjectStore other) {
    return new SbdbPages(upstream, other, World.CLOCK, Progress.SILENT, TimeLimit.NONE, PAGE_ROWS);
  }

  private ObjectStore failingAt(Predicate<String> failing) {
    return Tap.before(
        ObjectStore.class,
        store,
        call -> {
          if (failing.test(call)) {
            throw PortException.temporary("stopped");
          }
        });
  }

  private List<String> fetch() {
    return fetchLater(Duration.ZERO);
  }

  private List<String> fetchLater(Duration later) {
    return pages(later).fetch(QUERY, false).keys();
  }

  private List<String> keptPages() {
    return store.list("").stream()
        .map(StoredObject::key)
        .filter(key -> !key.endsWith("downloads.json"))
        .toList();
  }

  private List<String> contents() {
    return keptPages().stream().map(this::content).toList();
  }

  private String content(String key) {
    try (InputStream in = store.open(key).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertTransient(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.TRANSIENT))
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void fetch_withoutTime_stillFetchesAPageAndSaysWhatIsLeft() {
    FakeSbdb service = serve(45);
    limit = () -> false;

    List<Integer> left = new ArrayList<>();
    while (left.isEmpty() || left.get(left.size() - 1) > 0) {
      left.add(pages(Duration.ZERO).fetch(QUERY, false).left());
    }

    assertThat(left).containsExactly(3, 2, 1, 0);
    assertThat(service.offsets()).containsExactly("0", "10", "20", "30", "40");
  }

  @Test
  void fetch_pagesOfAnotherSize_areNotGoneOnWith() {
    FakeSbdb service = serve(45);
    limit = () -> false;
    pages(Duration.ZERO).fetch(QUERY, false);
    limit = TimeLimit.NONE;

    SbdbPages larger =
        new SbdbPages(upstream, store, World.CLOCK, Progress.SILENT, limit, 2 * PAGE_ROWS);

    assertThat(larger.fetch(QUERY, false).keys()).hasSize(3).isEqualTo(keptPages());
    assertThat(service.offsets()).containsExactly("0", "10", "0", "20", "40");
  }

  @Test
  void fetch_goneOnLater_givesTheSamePages() {
    serve(45);
    List<String> keys = fetch();
    List<String> contents = contents();
    keptPages().forEach(store::delete);
    store.list("").forEach(object -> store.delete(object.key()));
    limit = () -> false;

    while (pages(Duration.ZERO).fetch(QUERY, false).left() > 0) {
      assertThat(store.list("")).isNotEmpty();
    }

    assertThat(keptPages()).isEqualTo(keys);
    assertThat(contents()).isEqualTo(contents);
  }

  @Test
  void fetch_severalPages_asksForThemOneAfterTheOther() {
    FakeSbdb service = serve(25);

    List<String> keys = fetch();

    assertThat(service.offsets()).containsExactly("0", "10", "20");
    assertThat(keys)
        .hasSize(3)
        .isEqualTo(keptPages())
        .allSatisfy(
            key -> assertThat(key).matches("small-bodies/[0-9a-f]{24}/1/page-0000\\d.json"));
    assertThat(progress).containsExactly("10/25", "20/25", "25/25");
  }

  @Test
  void fetch_query_asksForEveryFieldInFullPrecisionAndAFixedOrder() {
    FakeSbdb service = serve(5);

    fetch();

    assertThat(service.requests().get(0))
        .containsOnlyKeys("fields", "full-prec", "sort", "limit", "limit-from")
        .containsEntry("fields", String.join(",", SmallBodyField.columns()))
        .containsEntry("full-prec", "true")
        .containsEntry("sort", "spkid")
        .containsEntry("limit", "10");
  }

  @Test
  void fetch_usersOwnParameters_areKept() {
    FakeSbdb service = serve(5);
    String cdata = "sb-cdata=%7B%22AND%22%3A%5B%22H%7CLT%7C20%22%5D%7D";
    URI own = URI.create(QUERY + "?sb-kind=a&fields=pdes,e,i,a&sort=pdes&" + cdata);

    pages(Duration.ZERO).fetch(own, false);

    assertThat(service.requests().get(0))
        .containsEntry("sb-kind", "a")
        .containsEntry("fields", "pdes,e,i,a")
        .containsEntry("sort", "pdes")
        .containsEntry("full-prec", "true")
        .containsEntry("sb-cdata", "{\"AND\":[\"H|LT|20\"]}");
    assertThat(upstream.requests().get(0).source().toString()).contains(cdata);
  }

  @Test
  void fetch_twoQueries_areKeptApart() {
    serve(5);

    List<String> all = fetch();
    List<String> some = pages(Duration.ZERO).fetch(URI.create(QUERY + "?sb-kind=a"), false).keys();

    assertThat(some).doesNotContainAnyElementsOf(all);
  }

  @ParameterizedTest(name = "{0} bodies")
  @CsvSource({"0, 1, 0", "1, 1, 1", "9, 1, 1", "10, 1, 1", "11, 2, 2", "20, 2, 2", "21, 3, 3"})
  void fetch_countAtAPageBoundary_asksForNoPageTooMany(int bodies, int requests, int pages) {
    FakeSbdb service = serve(bodies);

    assertThat(fetch()).hasSize(pages);
    assertThat(service.requests()).hasSize(requests);
  }

  static Stream<Arguments> badPages() {
    return Stream.of(
        bad("cut in a row", page -> page.substring(0, page.length() / 2), "is cut off"),
        bad("closing brace missing", page -> page.substring(0, page.length() - 1), "is cut off"),
        bad("empty", page -> "", "is empty"),
        bad("HTML", page -> "<html><title>Maintenance</title></html>", "\"Maintenance\""),
        bad("error body", page -> "{\"message\":\"busy\",\"code\":\"500\"}", "\"busy\""),
        bad("{}", page -> "{}", "neither"),
        bad("count only", page -> "{\"count\":25}", "count-only answer"),
        bad("no rows", page -> page.replaceAll("\"data\":.*]]", "\"data\":[]"), "holds no rows"),
        bad("no count", page -> page.replace("\"count\":25", "\"x\":25"), "states no count"),
        bad("count no number", page -> page.replace(":25", ":\"many\""), "no number"),
        bad(
            "too few rows",
            page -> page.replaceFirst("\\[\"12\".*?],", ""),
            "page 2: 9 rows instead of 10"),
        bad(
            "too many rows",
            page -> page.replaceFirst("(\\[\"12\".*?],)", "$1$1"),
            "page 2: 11 rows instead of 10"));
  }

  private static Arguments bad(String name, UnaryOperator<String> damage, String message) {
    return Arguments.of(name, damage, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badPages")
  void fetch_badPage_isTransientAndNotKept(
      String name, UnaryOperator<String> damage, String message) {
    FakeSbdb service = serve(25).damage(2, damage);

    assertTransient(this::fetch, message);
    assertThat(keptPages()).singleElement().asString().endsWith("page-00000.json");

    assertThat(fetch()).hasSize(3);
    assertThat(service.offsets()).containsExactly("0", "10", "10", "20");
  }

  @Test
  void fetch_countAsText_isUnderstood() {
    serve(25)
        .damage(1, page -> page.replace("\"count\":25", "\"count\":\"25\""))
        .damage(2, page -> page.replace("\"count\":25", "\"count\":\"25\""));

    assertThat(fetch()).hasSize(3);
  }

  @Test
  void fetch_connectionLost_resumesAfterTheLastCompletePage() {
    FakeSbdb service =
        serve(25)
            .damage(
                3,
                page -> {
                  throw PortException.temporary("connection reset");
                });

    assertTransient(this::fetch, "connection reset");
    List<String> keys = fetchLater(Duration.ofHours(11));

    assertThat(service.offsets()).containsExactly("0", "10", "20", "20");
    assertThat(keys).hasSize(3).isEqualTo(keptPages());
  }

  @Test
  void fetch_completeDownloadNotUsedYet_isTakenAsItIs() {
    FakeSbdb service = serve(25);
    List<String> keys = fetch();

    assertThat(fetchLater(Duration.ofHours(11))).isEqualTo(keys);
    assertThat(service.requests()).hasSize(3);
  }

  @Test
  void fetch_brokenOffLongAgo_startsAnew() {
    FakeSbdb service = serve(25).damage(2, page -> "");
    assertTransient(this::fetch, "is empty");

    fetchLater(Duration.ofHours(12));

    assertThat(service.offsets()).containsExactly("0", "10", "0", "10", "20");
  }

  @Test
  void fetch_downloadUsedByARun_startsAnew() {
    FakeSbdb service = serve(25);
    fetch();
    service.add(26);

    SbdbDownloads.release(store, QUERY);
    fetch();

    assertThat(service.requests()).hasSize(6);
    assertThat(contents()).allSatisfy(page -> assertThat(page).contains("\"count\":26"));
  }

  @Test
  void fetch_answerShrunkSinceTheLastRun_leavesNoOldPage() {
    FakeSbdb service = serve(21);
    fetch();
    service.removeLast();

    SbdbDownloads.release(store, QUERY);

    assertThat(fetch()).hasSize(2).isEqualTo(keptPages());
  }

  @ParameterizedTest(name = "at request {0}")
  @CsvSource({"2", "3"})
  void fetch_countGrows_startsAnewAndMixesNothing(int request) {
    FakeSbdb service = serve(25);
    service.damage(
        request,
        page -> {
          service.add(26);
          return page.replace("\"count\":25", "\"count\":26");
        });

    fetch();

    assertThat(contents()).hasSize(3).allSatisfy(page -> assertThat(page).contains("\"count\":26"));
    assertThat(service.offsets().subList(request, request + 3)).containsExactly("0", "10", "20");
  }

  @Test
  void fetch_countShrinksBelowAPage_startsAnew() {
    FakeSbdb service = serve(21);
    service.damage(2, untouched -> shrunk(service, untouched));

    assertThat(fetch()).hasSize(2);
    assertThat(service.offsets()).containsExactly("0", "10", "20", "0", "10");
  }

  private static String shrunk(FakeSbdb service, String answer) {
    service.removeLast();
    return answer;
  }

  @Test
  void fetch_countMovesAllTheTime_givesUpForNow() {
    FakeSbdb service = serve(25);
    for (int request = 1; request <= 20; request++) {
      int next = 25 + request;
      service.damage(
          request,
          page -> {
            service.add(next);
            return page;
          });
    }

    assertTransient(this::fetch, "changed during each of 3 downloads");
    assertThat(service.requests()).hasSize(6);
    assertThat(keptPages()).isEmpty();
  }

  @Test
  void fetch_stoppedWhileTheCountMoves_neverMixesTwoDownloads() {
    FakeSbdb service = serve(25);
    service.damage(
        3,
        page -> {
          service.add(26);
          return page.replace("\"count\":25", "\"count\":26").replace("]]", "],[0,0,0]]");
        });
    SbdbPages stopped =
        pagesOn(failingAt(call -> call.startsWith("delete") && service.requests().size() == 3));

    assertTransient(() -> stopped.fetch(QUERY, false), "stopped");
    fetch();

    assertThat(contents()).hasSize(3).allSatisfy(page -> assertThat(page).contains("\"count\":26"));
  }

  @Test
  void fetch_columnsMissing_isRefusedForGood() {
    FakeSbdb service = serve(25);
    service.damage(1, page -> page.replace("\"e\"", "\"ecc\""));

    assertThatThrownBy(this::fetch)
        .isInstanceOfSatisfying(
            BadSourceException.class, bad -> assertThat(bad.isOtherFormat()).isTrue())
        .hasMessageContaining("page 1: lacks e; its columns are pdes,")
        .hasMessageNotContaining("\n");
    assertThat(service.offsets()).containsExactly("0");
    assertThat(keptPages()).isEmpty();
  }

  @Test
  void fetch_answerToAnotherQuestion_isPermanent() {
    upstream.answer(QUERY, (source, held) -> new NotModified());

    assertThatThrownBy(this::fetch).hasMessageContaining("a question that was not asked");
    assertThat(upstream.requests().get(0).held()).isNull();
  }

  @Test
  void fetch_offline_usesCompletePages() {
    FakeSbdb service = serve(25);
    List<String> keys = fetch();
    SbdbDownloads.release(store, QUERY);

    assertThat(pages(Duration.ofDays(365)).fetch(QUERY, true).keys()).isEqualTo(keys);
    assertThat(service.requests()).hasSize(3);
  }

  @Test
  void fetch_offlineWhileTheNextDownloadFails_usesTheOneBefore() {
    FakeSbdb service = serve(25);
    List<String> keys = fetch();
    List<String> before = contents();
    SbdbDownloads.release(store, QUERY);
    service.damage(4, page -> "");
    assertTransient(this::fetch, "is empty");

    assertThat(pages(Duration.ZERO).fetch(QUERY, true).keys()).isEqualTo(keys);
    assertThat(keys.stream().map(this::content)).isEqualTo(before);
  }

  @Test
  void fetch_offlineWithoutCompletePages_isPermanent() {
    FakeSbdb service = serve(25).damage(2, page -> "");
    assertTransient(this::fetch, "is empty");

    assertThatThrownBy(() -> pages(Duration.ZERO).fetch(QUERY, true))
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.PERMANENT))
        .hasMessage(QUERY + " was never downloaded; run once without --offline, or name a file");
    assertThat(service.requests()).hasSize(2);
  }

  @Test
  void release_nothingDownloaded_leavesNothing() {
    SbdbDownloads.release(store, QUERY);

    assertThat(store.list("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=10,              false",
    "?sb-kind=a&limit=10,    false",
    "?sb-kind=a,             true",
    "?limits=10,             true",
    "'',                     true"
  })
  void isPaged_queryWithItsOwnLimit_isNot(String parameters, boolean paged) {
    assertThat(SbdbQuery.isPaged(URI.create(QUERY + parameters))).isEqualTo(paged);
  }
}
