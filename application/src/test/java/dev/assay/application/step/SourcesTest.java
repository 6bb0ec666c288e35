package dev.assay.application.step;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.step.Sources.Reading;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.PortException;
import dev.assay.ports.memory.InMemoryObjectStore;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  private static final URI PAGE = URI.create("https://example.org/list?format=text");
  private static final URI FILE = URI.create("file:/tables/list.txt");

  private final FakeUpstream upstream = new FakeUpstream();
  private final ObjectStore store = new InMemoryObjectStore();

  private Reading<String> readLater(Duration later) {
    Clock clock = Clock.fixed(World.NOW.plus(later), ZoneOffset.UTC);
    return new Sources(upstream, store, clock).read(PAGE, false, SourcesTest::text);
  }

  private String read(URI source) {
    return read(source, SourcesTest::text);
  }

  private String read(URI source, Function<InputStream, String> reader) {
    return sources().read(source, false, reader).content();
  }

  private String readOffline(URI source) {
    Reading<String> reading = sources().read(source, true, SourcesTest::text);
    assertThat(reading.warnings("list")).isEmpty();
    return reading.content();
  }

  private Sources sources() {
    return new Sources(upstream, store, World.CLOCK);
  }

  private static String text(InputStream in) {
    try {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Validators> held() {
    return upstream.requests().stream()
        .map(FakeUpstream.Request::held)
        .map(held -> held == null ? new Validators("nothing", null) : held)
        .toList();
  }

  private static final Validators NOTHING_HELD = new Validators("nothing", null);

  @Test
  void read_remoteAgain_asksOnlyWhetherItChanged() {
    upstream.publish(PAGE, "first", "\"1\"");

    assertThat(read(PAGE)).isEqualTo("first");
    assertThat(read(PAGE)).isEqualTo("first");

    assertThat(held()).containsExactly(NOTHING_HELD, new Validators("\"1\"", null));
  }

  @Test
  void read_remoteChanged_keepsTheNewContentAndItsValidators() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    upstream.publish(PAGE, "second", "\"2\"");

    assertThat(read(PAGE)).isEqualTo("second");
    assertThat(read(PAGE)).isEqualTo("second");
    assertThat(held().get(2)).isEqualTo(new Validators("\"2\"", null));
  }

  @Test
  void read_remoteWithoutValidators_isFetchedEveryTime() {
    upstream.publish(PAGE, "first");
    read(PAGE);
    upstream.publish(PAGE, "second");

    assertThat(read(PAGE)).isEqualTo("second");
    assertThat(held().get(1)).isEqualTo(Validators.NONE);
  }

  private static String refuse(InputStream in) {
    throw new BadSourceException("list", "is cut off");
  }

  @Test
  void read_badContent_isNotKept() {
    upstream.publish(PAGE, "bad", "\"1\"");

    assertThatThrownBy(() -> read(PAGE, SourcesTest::refuse))
        .isInstanceOf(BadSourceException.class);

    assertThat(store.list("")).isEmpty();
    assertThat(read(PAGE)).isEqualTo("bad");
    assertThat(held()).containsExactly(NOTHING_HELD, NOTHING_HELD);
  }

  @Test
  void read_badContentAfterGood_keepsTheGoodCopyAndItsAge() {
    upstream.publish(PAGE, "good", "\"1\"");
    read(PAGE);
    upstream.publish(PAGE, "bad", "\"2\"");
    assertThatThrownBy(() -> read(PAGE, SourcesTest::refuse))
        .isInstanceOf(BadSourceException.class);
    upstream.unreachable(PAGE);

    Reading<String> reading = readLater(Duration.ofDays(3));

    assertThat(reading.content()).isEqualTo("good");
    assertThat(reading.trouble()).endsWith("used the copy that was current 3 days ago");
  }

  @Test
  void read_copyThatIsBadThoughTheSourceIsTheSame_isFetchedAnew() {
    upstream.publish(PAGE, "good", "\"1\"");
    read(PAGE);
    assertThatThrownBy(() -> read(PAGE, SourcesTest::refuse))
        .isInstanceOf(BadSourceException.class);

    assertThat(read(PAGE)).isEqualTo("good");
    assertThat(held()).last().isEqualTo(NOTHING_HELD);
  }

  @Test
  void read_troubleOfTheReader_isNotTakenForTroubleOfTheSource() {
    upstream.publish(PAGE, "good", "\"1\"");
    read(PAGE);
    upstream.publish(PAGE, "new", "\"2\"");

    assertThatThrownBy(
            () ->
                read(
                    PAGE,
                    in -> {
                      throw PortException.temporary("disk busy");
                    }))
        .isInstanceOf(PortException.class)
        .hasMessage("disk busy");

    assertThat(readOffline(PAGE)).isEqualTo("good");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,     less than an hour ago",
    "PT59M59S, less than an hour ago",
    "PT1H,     1 hour ago",
    "PT47H59M, 47 hours ago",
    "P2D,      2 days ago",
    "P400D,    400 days ago"
  })
  void read_unavailable_usesTheCopyAndSaysHowOldItIs(Duration age, String ago) {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    upstream.unreachable(PAGE);

    Reading<String> reading = readLater(age);

    assertThat(reading.content()).isEqualTo("first");
    assertThat(reading.warnings("list"))
        .containsExactly(
            "list: https://example.org/list could not be reached; used the copy that was current "
                + ago);
  }

  @Test
  void read_unavailableAfterItWasStillTheSame_isAsOldAsThat() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    assertThat(readLater(Duration.ofDays(6)).trouble()).isNull();
    upstream.unreachable(PAGE);

    assertThat(readLater(Duration.ofDays(7)).trouble()).endsWith("was current 24 hours ago");
  }

  @Test
  void read_unavailableWithACopyOfAnEarlierVersion_usesItThoughItsAgeIsUnknown() {
    put("content", "old");
    put("validators.json", "[{\"etag\":\"\\\"1\\\"\",\"lastModified\":null}]");
    upstream.unreachable(PAGE);

    Reading<String> reading = readLater(Duration.ZERO);

    assertThat(reading.content()).isEqualTo("old");
    assertThat(reading.trouble()).endsWith("; used a copy of unknown age");
    assertThat(held()).containsExactly(new Validators("\"1\"", null));
  }

  private void put(String name, String text) {
    store.put(
        "downloads/" + Downloads.hash(PAGE) + "/" + name,
        Condition.ALWAYS,
        out -> out.write(text.getBytes(UTF_8)));
  }

  @Test
  void read_unavailableWithoutACopy_saysWhy() {
    upstream.unreachable(PAGE);

    assertThatThrownBy(() -> read(PAGE))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("https://example.org/list could not be reached");
  }

  @Test
  void read_offline_usesTheCopyWithoutARequest() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);

    assertThat(readOffline(PAGE)).isEqualTo("first");
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void read_offlineNeverDownloaded_saysWhatToDo() {
    assertThatThrownBy(() -> readOffline(PAGE))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage(
            "https://example.org/list was never downloaded; run once without --offline, or name a"
                + " file");
    assertThat(upstream.requests()).isEmpty();
  }

  @Test
  void read_contentBreaksOff_usesTheOldContentAndKeepsItWithoutValidators() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    upstream.answer(
        PAGE, (source, held) -> new Content(new BreakingStream(), new Validators("\"2\"", null)));

    Reading<String> reading = readLater(Duration.ofHours(5));

    assertThat(reading.content()).isEqualTo("first");
    assertThat(reading.trouble())
        .isEqualTo("connection reset; used the copy that was current 5 hours ago");
    assertThat(readOffline(PAGE)).isEqualTo("first");
    assertThat(upstream.requests()).as("one, and three that broke off").hasSize(4);
    upstream.publish(PAGE, "second", "\"2\"");
    assertThat(read(PAGE)).isEqualTo("second");
    assertThat(held()).last().isEqualTo(Validators.NONE);
  }

  @Test
  void read_contentBreaksOffTwice_isReadOnceMore() {
    AtomicInteger breaks = new AtomicInteger(2);
    upstream.answer(
        PAGE,
        (source, held) ->
            breaks.getAndDecrement() > 0
                ? new Content(new BreakingStream(), Validators.NONE)
                : FakeUpstream.content("whole", Validators.NONE));

    Reading<String> reading = readLater(Duration.ZERO);

    assertThat(reading.content()).isEqualTo("whole");
    assertThat(reading.trouble()).isNull();
    assertThat(upstream.requests()).hasSize(3);
  }

  @Test
  void read_contentBeyondALimit_isNotAskedForAgain() {
    upstream.answer(
        PAGE,
        (source, held) ->
            new Content(
                new BreakingStream(PortException.permanent("is too long")), Validators.NONE));

    assertThatThrownBy(() -> read(PAGE))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("is too long");
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void read_addressThatMayNotBeAsked_failsThoughThereIsACopy() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    upstream.answer(
        PAGE,
        (source, held) -> {
          throw PortException.wrongInput(source + " is not encrypted; use https");
        });

    assertThatThrownBy(() -> read(PAGE))
        .isInstanceOf(PortException.class)
        .hasMessage(PAGE + " is not encrypted; use https");
  }

  @Test
  void read_unavailableAndTheCopyIsBad_saysBothAndKeepsTheCopy() {
    upstream.publish(PAGE, "good", "\"1\"");
    read(PAGE);
    upstream.unreachable(PAGE);

    assertThatThrownBy(() -> read(PAGE, SourcesTest::refuse))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage(
            "https://example.org/list could not be reached; the copy cannot be used: list: is cut"
                + " off");
    assertThat(readOffline(PAGE)).isEqualTo("good");
  }

  @Test
  void read_offlineAndTheCopyIsBad_saysSoAndKeepsTheCopy() {
    upstream.publish(PAGE, "good", "\"1\"");
    read(PAGE);

    assertThatThrownBy(() -> sources().read(PAGE, true, SourcesTest::refuse))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("the copy cannot be used: list: is cut off");
    assertThat(readOffline(PAGE)).isEqualTo("good");
  }

  /** Breaks before its end. */
  private static final class BreakingStream extends FilterInputStream {
    private final PortException trouble;

    BreakingStream() {
      this(PortException.temporary("connection reset"));
    }

    BreakingStream(PortException trouble) {
      super(new ByteArrayInputStream("begun".getBytes(UTF_8)));
      this.trouble = trouble;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count < 0) {
        throw trouble;
      }
      return count;
    }
  }

  @Test
  void fetch_newContent_isNeverBesideOtherValidators() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    upstream.publish(PAGE, "second", "\"2\"");
    List<String> calls = new ArrayList<>();
    ObjectStore heard = Tap.before(ObjectStore.class, store, calls::add);

    new Sources(upstream, heard, World.CLOCK).fetch(PAGE, false);

    assertThat(calls)
        .filteredOn(call -> call.startsWith("put") || call.startsWith("delete"))
        .map(call -> call.replaceFirst("downloads/[0-9a-f]{24}/", ""))
        .containsExactly("put validators.json", "put content", "put validators.json");
  }

  @Test
  void read_file_isReadInPlaceEvenOffline() {
    upstream.publish(FILE, "lines", "\"1\"");

    assertThat(read(FILE)).isEqualTo("lines");
    assertThat(readOffline(FILE)).isEqualTo("lines");

    assertThat(held()).containsOnly(NOTHING_HELD);
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void read_missingFile_isTheTroubleOfTheDownloader() {
    assertThatThrownBy(() -> read(FILE)).hasMessage("file:/tables/list.txt does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a?query=select+*, https://example.org/a,  true",
    "HTTP://example.org/a#part,            HTTP://example.org/a,   true",
    "file:/tables/a.csv,                   /tables/a.csv,          false",
    "bundled:masses.txt,                   bundled:masses.txt,     false"
  })
  void name_source_leavesTheQueryOut(URI source, String name, boolean remote) {
    assertThat(Sources.name(source)).isEqualTo(name);
    assertThat(Sources.isRemote(source)).isEqualTo(remote);
  }

  @Test
  void hash_source_standsForItsQueryToo() {
    assertThat(Downloads.hash(PAGE)).matches("[0-9a-f]{24}").isEqualTo(Downloads.hash(PAGE));
    assertThat(Downloads.hash(PAGE)).isNotEqualTo(Downloads.hash(URI.create(PAGE + "&x=1")));
  }
}
