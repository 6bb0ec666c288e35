package dev.assay.application.step;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.BadSourceException;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import dev.assay.ports.memory.InMemoryObjectStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  private static final URI PAGE = URI.create("https://example.org/list?format=text");
  private static final URI FILE = URI.create("file:/tables/list.txt");

  private final FakeUpstream upstream = new FakeUpstream();
  private final ObjectStore store = new InMemoryObjectStore();
  private final Sources sources = new Sources(upstream, store);

  private String read(URI source) {
    return sources.read(source, false, SourcesTest::text);
  }

  private String readOffline(URI source) {
    return sources.read(source, true, SourcesTest::text);
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

  @Test
  void read_badContent_isForgotten() {
    upstream.publish(PAGE, "bad", "\"1\"");

    assertThatThrownBy(
            () ->
                sources.read(
                    PAGE,
                    false,
                    in -> {
                      throw new BadSourceException("list", "is cut off");
                    }))
        .isInstanceOf(BadSourceException.class);

    assertThat(store.list("")).isEmpty();
    assertThat(read(PAGE)).isEqualTo("bad");
    assertThat(held()).containsExactly(NOTHING_HELD, NOTHING_HELD);
  }

  @Test
  void read_otherTrouble_keepsTheCopy() {
    upstream.publish(PAGE, "good", "\"1\"");

    assertThatThrownBy(
            () ->
                sources.read(
                    PAGE,
                    false,
                    in -> {
                      throw PortException.temporary("disk busy");
                    }))
        .hasMessage("disk busy");

    assertThat(readOffline(PAGE)).isEqualTo("good");
  }

  @Test
  void read_offline_usesTheCopyWithoutARequest() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);

    assertThat(readOffline(PAGE)).isEqualTo("first");
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void read_offlineNeverDownloaded_isPermanent() {
    assertThatThrownBy(() -> readOffline(PAGE))
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.PERMANENT))
        .hasMessage(
            "https://example.org/list was never downloaded; run once without --offline, or name a"
                + " file");
    assertThat(upstream.requests()).isEmpty();
  }

  @Test
  void read_contentBreaksOff_keepsTheOldContentWithoutValidators() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    upstream.answer(
        PAGE, (source, held) -> new Content(new BreakingStream(), new Validators("\"2\"", null)));

    assertThatThrownBy(() -> read(PAGE)).hasMessage("connection reset");

    assertThat(readOffline(PAGE)).isEqualTo("first");
    upstream.publish(PAGE, "second", "\"2\"");
    assertThat(read(PAGE)).isEqualTo("second");
    assertThat(held().get(2)).isEqualTo(Validators.NONE);
  }

  /** Breaks before its end. */
  private static final class BreakingStream extends FilterInputStream {
    BreakingStream() {
      super(InputStream.nullInputStream());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      throw PortException.temporary("connection reset");
    }
  }

  @Test
  void fetch_newContent_isNeverBesideOtherValidators() {
    upstream.publish(PAGE, "first", "\"1\"");
    read(PAGE);
    upstream.publish(PAGE, "second", "\"2\"");
    List<String> calls = new ArrayList<>();
    ObjectStore heard = Tap.before(ObjectStore.class, store, calls::add);

    new Sources(upstream, heard).fetch(PAGE, false);

    assertThat(calls)
        .filteredOn(call -> call.startsWith("put") || call.startsWith("delete"))
        .map(call -> call.replaceFirst("downloads/[0-9a-f]{24}/", ""))
        .containsExactly("delete validators.json", "put content", "put validators.json");
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
    assertThat(Sources.hash(PAGE)).matches("[0-9a-f]{24}").isEqualTo(Sources.hash(PAGE));
    assertThat(Sources.hash(PAGE)).isNotEqualTo(Sources.hash(URI.create(PAGE + "&x=1")));
  }
}
