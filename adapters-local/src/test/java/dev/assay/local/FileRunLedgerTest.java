package dev.assay.local;

import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileRunLedgerTest extends RunLedgerContract {

  @TempDir private Path directory;
  private RunLedger ledger;

  @BeforeEach
  void open() {
    ledger = new FileRunLedger(directory.resolve("my ledger"));
  }

  @Override
  protected RunLedger ledger() {
    return ledger;
  }

  @Override
  protected int longestHistory() {
    return RunFiles.LONGEST_HISTORY;
  }
}
