package dev.assay.ports.memory;

import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedgerContract;

class InMemoryRunLedgerTest extends RunLedgerContract {

  private final RunLedger ledger = new InMemoryRunLedger();

  @Override
  protected RunLedger ledger() {
    return ledger;
  }

  @Override
  protected int longestHistory() {
    return InMemoryRunLedger.LONGEST_HISTORY;
  }
}
