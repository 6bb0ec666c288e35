package dev.assay.application.step;

import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.memory.InMemoryCatalogue;
import dev.assay.ports.memory.InMemoryRunLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteBatchTest {

  private static final GenerationId RUN = new GenerationId("run-1");
  private static final BodyBatch BATCH = Entries.batch(RUN, 0, anEntry().row(0, 1));

  private final Catalogue catalogue = new InMemoryCatalogue();
  private final RunLedger ledger = new InMemoryRunLedger();
  private final WriteBatch writer = new WriteBatch(catalogue, ledger);

  @Test
  void write_batch_isPutBeforeItIsNoted() {
    catalogue.create(RUN);
    ledger.expect(RUN, 0, 1);
    List<String> calls = new ArrayList<>();

    new WriteBatch(
            Tap.before(Catalogue.class, catalogue, calls::add),
            Tap.before(RunLedger.class, ledger, calls::add))
        .write(BATCH);

    assertThat(calls).containsExactly("put", "written");
  }

  @Test
  void write_sameBatchManyTimes_changesNothing() {
    catalogue.create(RUN);
    ledger.expect(RUN, 0, 1);

    for (int delivery = 0; delivery < 100; delivery++) {
      writer.write(BATCH);
    }

    assertThat(ledger.chunks(RUN)).isEqualTo(new ChunkCounts(1, 1, 1, 1));
    assertThat(catalogue.seal(RUN)).isEqualTo(new Catalogue.Sealed(1, Map.of()));
  }

  @Test
  void write_generationDropped_isTroubleAndNotNoted() {
    ledger.expect(RUN, 0, 1);

    assertThatThrownBy(() -> writer.write(BATCH)).isInstanceOf(PortException.class);
    assertThat(ledger.chunks(RUN).writtenChunks()).isZero();
  }

  @Test
  void write_chunkThatNobodySent_isTrouble() {
    catalogue.create(RUN);

    assertThatThrownBy(() -> writer.write(BATCH))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("not expected");
  }
}
