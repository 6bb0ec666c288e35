package dev.assay.aws;

import dev.assay.aws.emulator.Emulators;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedgerContract;

class DynamoDbRunLedgerTest extends RunLedgerContract {

  private final RunLedger ledger =
      new DynamoDbRunLedger(Emulators.dynamoDb(), Emulators.newTables(), Emulators.HURRIED);

  @Override
  protected RunLedger ledger() {
    return ledger;
  }

  @Override
  protected int longestHistory() {
    return DynamoDbRunLedger.LONGEST_HISTORY;
  }
}
