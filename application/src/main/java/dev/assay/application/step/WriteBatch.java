package dev.assay.application.step;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.RunLedger;

/**
 * Writes a batch that came from the data queue. Not a step of its own: it is done whenever a
 * message arrives, by many at once. Doing it again with the same batch changes nothing.
 */
public final class WriteBatch {

  private final Catalogue catalogue;
  private final RunLedger ledger;

  /**
   * Makes the use case.
   *
   * @param catalogue takes the rows
   * @param ledger notes what was written
   */
  public WriteBatch(Catalogue catalogue, RunLedger ledger) {
    this.catalogue = catalogue;
    this.ledger = ledger;
  }

  /**
   * Writes a batch.
   *
   * @param batch which
   * @throws dev.assay.ports.PortException if it cannot be written; the message is then to be handed
   *     back
   */
  public void write(BodyBatch batch) {
    catalogue.put(batch);
    ledger.written(batch.generation(), batch.chunk(), batch.table().size());
  }
}
