package dev.assay.local;

import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.message.BatchCodec;
import dev.assay.application.step.WriteBatch;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import dev.assay.ports.memory.InMemoryRunLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches on their way from the queue into the catalogue. */
@Timeout(60)
class BatchWritersTest {

  private static final GenerationId RUN = new GenerationId("run-1");
  private static final int ATTEMPTS = 3;

  @TempDir private Path folder;
  private Path deadLetters;
  private GuardedQueue<BodyBatch> queue;
  private final InMemoryRunLedger ledger = new InMemoryRunLedger();
  private final Set<Integer> written = Collections.synchronizedSet(new HashSet<>());

  @BeforeEach
  void makeQueue() {
    deadLetters = folder.resolve("dead");
    queue =
        new GuardedQueue<>(
            new InProcessBatchQueue<>(
                new QueueLimits(4, ATTEMPTS, Duration.ofMinutes(1)),
                new BatchCodec(),
                new DeadLetterFolder(deadLetters, 10)));
  }

  private BatchWriters writers(int count, Consumer<BodyBatch> put) {
    return new BatchWriters(queue, new WriteBatch(new PutOnly(put), ledger), count);
  }

  private BodyBatch batch(int chunk) {
    ledger.expect(RUN, chunk, 1);
    return Entries.batch(RUN, chunk, anEntry().withDesignation("" + chunk).row(0, chunk));
  }

  private void note(BodyBatch batch) {
    written.add(batch.chunk());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void batches_areAllWritten_andNoted(int threads) {
    try (BatchWriters ignored = writers(threads, this::note)) {
      for (int chunk = 0; chunk < 100; chunk++) {
        queue.send(batch(chunk));
      }
      awaitWritten(100);
    }

    assertThat(ledger.chunks(RUN).isComplete()).isTrue();
    assertThat(queue.deadLetters(1)).isEmpty();
  }

  @Test
  void poisonBatch_endsAsADeadLetter_andTheOthersAreWritten() {
    try (BatchWriters ignored =
        writers(
            2,
            batch -> {
              if (batch.chunk() == 3) {
                throw new IllegalStateException("cannot digest this");
              }
              note(batch);
            })) {
      for (int chunk = 0; chunk < 20; chunk++) {
        queue.send(batch(chunk));
      }
      awaitWritten(19);
      awaitDeadLetters(1);
    }

    assertThat(written).doesNotContain(3).hasSize(19);
    assertThat(queue.deadLetters(10)).hasSize(1);
    DeadLetter letter = queue.deadLetters(10).get(0);
    assertThat(letter.reason()).isEqualTo("cannot digest this");
    assertThat(letter.summary()).contains("chunk 3");
    assertThat(ledger.chunks(RUN).isComplete()).isFalse();

    new DeadLetterFolder(deadLetters, 10).clear();
    assertThat(queue.deadLetters(10)).isEmpty();
  }

  @Test
  void passingTrouble_isOvercome() {
    Set<Integer> tried = Collections.synchronizedSet(new HashSet<>());
    try (BatchWriters ignored =
        writers(
            1,
            batch -> {
              if (tried.add(batch.chunk())) {
                throw PortException.temporary("busy");
              }
              note(batch);
            })) {
      for (int chunk = 0; chunk < 10; chunk++) {
        queue.send(batch(chunk));
      }
      awaitWritten(10);
    }

    assertThat(ledger.chunks(RUN).isComplete()).isTrue();
    assertThat(queue.deadLetters(1)).isEmpty();
  }

  @Test
  void permanentTrouble_stopsTheSender_withTheReason() {
    try (BatchWriters ignored =
        writers(
            1,
            batch -> {
              throw PortException.permanent("the disk is full");
            })) {
      assertThatThrownBy(() -> sendUntilRefused()).hasMessage("the disk is full");
    }
  }

  @Test
  void deadLetterThatCannotBeKept_doesNotLeaveTheSenderWaiting() throws IOException {
    Files.writeString(deadLetters, "a file in its place");
    try (BatchWriters ignored =
        writers(
            1,
            batch -> {
              throw new IllegalStateException("cannot digest this");
            })) {
      assertThatThrownBy(() -> sendUntilRefused())
          .isInstanceOf(PortException.class)
          .hasMessageContaining("cannot digest this");
    }
  }

  private void sendUntilRefused() {
    for (int chunk = 0; chunk < 1000; chunk++) {
      queue.send(batch(chunk));
    }
  }

  @Test
  void close_waitsForTheBatchInHand_andTakesNoMore() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    BatchWriters writers =
        writers(
            1,
            batch -> {
              begun.countDown();
              awaitFor(goOn);
              note(batch);
            });
    queue.send(batch(0));
    begun.await();
    Thread closing = new Thread(writers::close);
    closing.start();
    goOn.countDown();
    closing.join();

    assertThat(written).containsExactly(0);
    queue.send(batch(1));
    assertThat(queue.receive(1, Duration.ZERO)).hasSize(1);
  }

  private void awaitWritten(int count) {
    await(() -> written.size() == count && ledger.chunks(RUN).writtenChunks() == count);
  }

  private void awaitDeadLetters(int count) {
    await(() -> queue.deadLetters(count).size() == count);
  }

  /** Writing takes no time here; the interrupt comes from JUnit when it does not happen at all. */
  private static void await(BooleanSupplier happened) {
    while (!happened.getAsBoolean()) {
      assertThat(Thread.currentThread().isInterrupted()).as("given up").isFalse();
      Thread.onSpinWait();
    }
  }

  private static void awaitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A catalogue that only takes batches. */
  private record PutOnly(Consumer<BodyBatch> sink) implements Catalogue {

    @Override
    public void put(BodyBatch batch) {
      sink.accept(batch);
    }

    @Override
    public void putPlanets(PlanetTable table) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void create(GenerationId generation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void createOver(GenerationId generation, GenerationId base) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Sealed seal(GenerationId generation, Difference difference) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Sealed seal(GenerationId generation) {
      return new Sealed(0, Map.of());
    }

    @Override
    public void activate(GenerationId generation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<GenerationId> rollback() {
      return Optional.empty();
    }

    @Override
    public void drop(GenerationId generation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<GenerationId> generations() {
      return List.of();
    }

    @Override
    public Optional<GenerationId> active() {
      return Optional.empty();
    }

    @Override
    public Optional<CatalogueReader> readPrevious() {
      return Optional.empty();
    }

    @Override
    public Optional<CatalogueReader> read() {
      return Optional.empty();
    }
  }
}
