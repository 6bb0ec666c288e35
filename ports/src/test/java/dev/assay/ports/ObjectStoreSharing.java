package dev.assay.ports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.ContentWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Part of {@link ObjectStoreContract}: writers and readers at the same time. */
abstract class ObjectStoreSharing extends ObjectStoreSuite {

  private static final int WRITERS = 16;

  @Test
  void put_whileWriting_isNotSeen() {
    ContentWriter looking =
        out -> {
          out.write(new byte[100_000]);
          out.flush();
          assertThat(text("a")).isEmpty();
          assertThat(store().stat("a")).isEmpty();
          assertThat(store().list("")).isEmpty();
        };

    assertThat(store().put("a", Condition.ALWAYS, looking)).isPresent();
  }

  @Test
  void put_whileReplacing_showsTheOldContent() {
    var before = put("a", "before");
    ContentWriter looking =
        out -> {
          out.write(new byte[100_000]);
          out.flush();
          assertThat(text("a")).contains("before");
          assertThat(store().list("")).containsExactly(before);
        };

    assertThat(store().put("a", Condition.ALWAYS, looking)).isPresent();
    assertThat(store().stat("a").orElseThrow().bytes()).isEqualTo(100_000);
  }

  @Test
  void put_ifAbsentFromManyAtOnce_oneWins() {
    CyclicBarrier everyoneHasWritten = new CyclicBarrier(WRITERS);

    List<Boolean> won =
        Together.run(
            WRITERS,
            n -> store().put("a", Condition.IF_ABSENT, waiting(n, everyoneHasWritten)).isPresent());

    assertThat(won).containsOnlyOnce(true);
    assertThat(text("a")).contains("writer " + won.indexOf(true));
    assertThat(store().list("")).hasSize(1);
  }

  @Test
  void put_alwaysFromManyAtOnce_leavesOneOfThemWhole() {
    CyclicBarrier everyoneHasWritten = new CyclicBarrier(WRITERS);

    List<Boolean> stored =
        Together.run(
            WRITERS,
            n -> store().put("a", Condition.ALWAYS, waiting(n, everyoneHasWritten)).isPresent());

    assertThat(stored).containsOnly(true);
    assertThat(text("a").orElseThrow())
        .isIn(IntStream.range(0, WRITERS).mapToObj(n -> "writer " + n).toList());
  }

  private static ContentWriter waiting(int number, CyclicBarrier barrier) {
    return out -> {
      out.write(("writer " + number).getBytes(UTF_8));
      try {
        barrier.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new AssertionError("a writer waited for another", e);
      }
    };
  }

  @Test
  void put_differentKeysFromManyAtOnce_storesAll() {
    Together.run(WRITERS, n -> put("dir/of/" + n % 4 + "/object-" + n, "content " + n));

    assertThat(keys("dir/")).hasSize(WRITERS);
    assertThat(text("dir/of/3/object-15")).contains("content 15");
  }

  @Test
  void put_whileOthersDeleteNextToIt_stores() {
    List<Optional<String>> seen =
        Together.run(
            8,
            n -> {
              Optional<String> last = Optional.empty();
              for (int i = 0; i < 25; i++) {
                put("shared/dir/" + n, "round " + i);
                last = text("shared/dir/" + n);
                store().delete("shared/dir/" + n);
              }
              return last;
            });

    assertThat(seen).containsOnly(Optional.of("round 24"));
    assertThat(store().list("")).isEmpty();
  }

  @Test
  void open_replacedWhileReading_readsTheContentAsItWas() throws IOException {
    put("a", "x".repeat(300_000));

    try (InputStream in = store().open("a").orElseThrow()) {
      assertThat(in.read()).isEqualTo('x');
      put("a", "y".repeat(400_000));
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("x".repeat(299_999));
    }
    assertThat(text("a")).contains("y".repeat(400_000));
  }

  @Test
  void open_whileOthersReplace_readsOneOfTheContentsWhole() {
    put("a", "0".repeat(50_000));

    List<Boolean> whole =
        Together.run(
            4,
            n -> {
              boolean all = true;
              for (int i = 0; i < 20; i++) {
                if (n == 0) {
                  put("a", Integer.toString(i % 10).repeat(50_000));
                } else {
                  String seen = text("a").orElseThrow();
                  all &= seen.equals(seen.substring(0, 1).repeat(50_000));
                }
              }
              return all;
            });

    assertThat(whole).containsOnly(true);
  }
}
