package dev.assay.ports;

import org.junit.jupiter.api.Nested;

/** What every {@link RunLedger} does. */
public abstract class RunLedgerContract {

  /** The ledger under test, empty when the test begins, and the same throughout. */
  protected abstract RunLedger ledger();

  /** How many runs its history holds. */
  protected abstract int longestHistory();

  @Nested
  class Chunks extends RunLedgerChunks {
    @Override
    RunLedger ledger() {
      return RunLedgerContract.this.ledger();
    }
  }

  @Nested
  class History extends RunLedgerHistory {
    @Override
    RunLedger ledger() {
      return RunLedgerContract.this.ledger();
    }

    @Override
    int longestHistory() {
      return RunLedgerContract.this.longestHistory();
    }
  }
}
