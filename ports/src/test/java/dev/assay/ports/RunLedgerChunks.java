package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.PortException.Kind;
import dev.assay.ports.RunLedger.ChunkCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link RunLedgerContract}: chunks are counted exactly once. */
abstract class RunLedgerChunks {

  static final GenerationId RUN = new GenerationId("run-2026-10-05");
  private static final GenerationId OTHER = new GenerationId("run-2026-10-12");
  private static final ChunkCounts NOTHING = new ChunkCounts(0, 0, 0, 0);

  /** The ledger under test. */
  abstract RunLedger ledger();

  private ChunkCounts counts() {
    return ledger().chunks(RUN);
  }

  @Test
  void chunks_unknownRun_areAllZero() {
    assertThat(counts()).isEqualTo(NOTHING);
  }

  @Test
  void chunks_sentAndWritten_areCounted() {
    ledger().expect(RUN, 0, 1_000);
    ledger().expect(RUN, 1, 337);
    assertThat(counts()).isEqualTo(new ChunkCounts(2, 1_337, 0, 0));
    assertThat(counts().isComplete()).isFalse();

    ledger().written(RUN, 1, 337);
    assertThat(counts()).isEqualTo(new ChunkCounts(2, 1_337, 1, 337));
    assertThat(counts().isComplete()).isFalse();

    ledger().written(RUN, 0, 1_000);
    assertThat(counts()).isEqualTo(new ChunkCounts(2, 1_337, 2, 1_337));
    assertThat(counts().isComplete()).isTrue();
  }

  @Test
  void chunks_manyRows_areCountedBeyondAnInt() {
    ledger().expect(RUN, 0, Integer.MAX_VALUE);
    ledger().expect(RUN, Integer.MAX_VALUE, Integer.MAX_VALUE);

    assertThat(counts()).isEqualTo(new ChunkCounts(2, 2L * Integer.MAX_VALUE, 0, 0));
  }

  @Test
  void chunks_reportedAgain_areCountedOnce() {
    for (int i = 0; i < 100; i++) {
      ledger().expect(RUN, 7, 5);
      ledger().written(RUN, 7, 5);
    }

    assertThat(counts()).isEqualTo(new ChunkCounts(1, 5, 1, 5));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void chunks_anyOrderAndThreeTimesEach_areCountedOnce(long seed) {
    List<Integer> order = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      order.addAll(IntStream.range(0, 40).boxed().toList());
    }
    Random random = new Random(seed);
    Collections.shuffle(order, random);
    order.forEach(chunk -> ledger().expect(RUN, chunk, chunk + 1));
    Collections.shuffle(order, random);
    for (int chunk : order) {
      ledger().written(RUN, chunk, chunk + 1);
      ledger().expect(RUN, chunk, chunk + 1);
    }

    assertThat(counts()).isEqualTo(new ChunkCounts(40, 820, 40, 820));
  }

  @Test
  void chunks_fromManyThreads_areCountedOnce() {
    IntStream.range(0, 200).forEach(chunk -> ledger().expect(RUN, chunk, 10));

    Together.run(
        6,
        n -> {
          for (int i = 0; i < 200; i++) {
            int chunk = n % 2 == 0 ? i : 199 - i;
            ledger().written(RUN, chunk, 10);
            ledger().expect(RUN, 200 + chunk, 5);
          }
          return n;
        });

    assertThat(counts()).isEqualTo(new ChunkCounts(400, 3_000, 200, 2_000));
  }

  @Test
  void chunks_ofOtherRuns_areApart() {
    ledger().expect(RUN, 0, 10);
    ledger().expect(OTHER, 0, 20);
    ledger().written(OTHER, 0, 20);

    assertThat(counts()).isEqualTo(new ChunkCounts(1, 10, 0, 0));
    assertThat(ledger().chunks(OTHER)).isEqualTo(new ChunkCounts(1, 20, 1, 20));
  }

  @Test
  void unwritten_someWritten_areTheOthersInOrder() {
    List.of(10, 9, 0, Integer.MAX_VALUE, 2).forEach(chunk -> ledger().expect(RUN, chunk, 7));
    ledger().expect(OTHER, 5, 7);
    ledger().written(RUN, 9, 7);
    ledger().written(RUN, 9, 7);

    assertThat(ledger().unwritten(RUN, 100)).containsExactly(0, 2, 10, Integer.MAX_VALUE);
    assertThat(ledger().unwritten(RUN, 2)).containsExactly(0, 2);
    assertThat(ledger().unwritten(OTHER, 100)).containsExactly(5);
  }

  @Test
  void unwritten_allWrittenOrNoneExpected_isEmpty() {
    ledger().expect(RUN, 3, 7);
    ledger().written(RUN, 3, 7);

    assertThat(ledger().unwritten(RUN, 100)).isEmpty();
    assertThat(ledger().unwritten(OTHER, 100)).isEmpty();
  }

  @Test
  void expect_otherNumberOfRows_isRefused() {
    ledger().expect(RUN, 3, 10);

    assertRefused(() -> ledger().expect(RUN, 3, 11));

    assertThat(counts()).isEqualTo(new ChunkCounts(1, 10, 0, 0));
  }

  @Test
  void written_otherNumberOfRows_isRefused() {
    ledger().expect(RUN, 3, 10);
    assertRefused(() -> ledger().written(RUN, 3, 9));
    ledger().written(RUN, 3, 10);
    assertRefused(() -> ledger().written(RUN, 3, 11));

    assertThat(counts()).isEqualTo(new ChunkCounts(1, 10, 1, 10));
  }

  @Test
  void written_notExpected_isRefused() {
    ledger().expect(RUN, 2, 10);
    ledger().expect(OTHER, 3, 10);

    assertRefused(() -> ledger().written(RUN, 3, 10));

    assertThat(counts()).isEqualTo(new ChunkCounts(1, 10, 0, 0));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .hasMessageContaining(RUN.value())
        .hasMessageContaining("chunk 3")
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
  }

  @Test
  void forgetChunks_someNoted_startsAnew() {
    ledger().expect(RUN, 0, 10);
    ledger().written(RUN, 0, 10);
    ledger().expect(OTHER, 0, 20);

    ledger().forgetChunks(RUN);

    assertThat(counts()).isEqualTo(NOTHING);
    assertThat(ledger().chunks(OTHER)).isEqualTo(new ChunkCounts(1, 20, 0, 0));
    ledger().expect(RUN, 0, 99);
    assertThat(counts()).isEqualTo(new ChunkCounts(1, 99, 0, 0));
  }

  @Test
  void forgetChunks_none_doesNothing() {
    ledger().forgetChunks(RUN);
    ledger().forgetChunks(RUN);

    assertThat(counts()).isEqualTo(NOTHING);
  }
}
