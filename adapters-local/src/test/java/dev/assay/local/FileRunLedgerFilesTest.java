package dev.assay.local;

import static dev.assay.local.Refusals.assertFailsForGood;
import static dev.assay.local.Refusals.belowAFile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import dev.assay.ports.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link FileRunLedger} does with its files, beyond its contract. */
class FileRunLedgerFilesTest {

  private static final GenerationId RUN = new GenerationId("run-1");
  private static final RunRecord RECORD =
      new RunRecord(
          RUN,
          "assay",
          Instant.parse("2026-10-05T03:00:00Z"),
          null,
          Outcome.RUNNING,
          "started",
          0,
          List.of(),
          List.of());

  @TempDir private Path temporary;
  private Path directory;
  private Path log;
  private Path record;

  @BeforeEach
  void name() {
    directory = temporary.resolve("ledger");
    log = directory.resolve("chunks").resolve("run-1.log");
    record = directory.resolve("runs").resolve("run-1.json");
  }

  /** Opens the ledger like another process. */
  private RunLedger open() {
    return new FileRunLedger(directory);
  }

  private static void noteThree(RunLedger ledger) {
    ledger.expect(RUN, 0, 1_000);
    ledger.expect(RUN, 1, 337);
    ledger.written(RUN, 0, 1_000);
  }

  @Test
  void chunks_processEnded_areThereForTheNext() {
    noteThree(open());

    assertThat(open().chunks(RUN)).isEqualTo(new ChunkCounts(2, 1_337, 1, 1_000));
  }

  @Test
  void chunks_notedByAnotherProcess_areSeenAtOnce() {
    RunLedger one = open();
    RunLedger other = open();
    noteThree(one);
    assertThat(other.chunks(RUN).writtenChunks()).isEqualTo(1);

    other.written(RUN, 1, 337);
    one.written(RUN, 1, 337);

    assertThat(one.chunks(RUN).isComplete()).isTrue();
    assertThat(other.chunks(RUN)).isEqualTo(one.chunks(RUN));
    assertThat(log).content().hasLineCount(4);
  }

  @Test
  void chunks_forgottenByAnotherProcess_areGone() {
    RunLedger one = open();
    noteThree(one);

    open().forgetChunks(RUN);

    assertThat(one.chunks(RUN)).isEqualTo(new ChunkCounts(0, 0, 0, 0));
    one.expect(RUN, 0, 5);
    assertThat(open().chunks(RUN)).isEqualTo(new ChunkCounts(1, 5, 0, 0));
  }

  @Test
  void chunks_fromManyInstances_areCountedOnce() {
    Together.run(
        6,
        n -> {
          RunLedger ledger = open();
          for (int chunk = 0; chunk < 50; chunk++) {
            ledger.expect(RUN, chunk, 10);
            ledger.written(RUN, chunk, 10);
          }
          return n;
        });

    assertThat(open().chunks(RUN)).isEqualTo(new ChunkCounts(50, 500, 50, 500));
  }

  @Test
  void chunks_fileCutOffAnywhere_countWholeLinesAndGoOn() throws IOException {
    noteThree(open());
    byte[] whole = Files.readAllBytes(log);

    for (int length = 0; length < whole.length; length++) {
      Files.write(log, Arrays.copyOf(whole, length));
      long lines = Files.readString(log).chars().filter(c -> c == '\n').count();
      assertThat(open().chunks(RUN))
          .isEqualTo(
              new ChunkCounts(
                  (int) Math.min(lines, 2), lines == 0 ? 0 : lines == 1 ? 1_000 : 1_337, 0, 0));

      noteThree(open());
      assertThat(open().chunks(RUN)).isEqualTo(new ChunkCounts(2, 1_337, 1, 1_000));
    }
    assertThat(log).hasBinaryContent(whole);
  }

  @Test
  void chunks_anyBitFlipped_isNoticed() throws IOException {
    noteThree(open());
    byte[] whole = Files.readAllBytes(log);

    for (int i = 0; i < whole.length - 1; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << i % 7);
      Files.write(log, flipped);

      assertFailsForGood(() -> open().chunks(RUN)).startsWith("ledger " + log + " is damaged");
      assertFailsForGood(() -> open().expect(RUN, 9, 1)).contains("start the run anew");
    }
  }

  @Test
  void chunks_damagedFile_canBeForgotten() throws IOException {
    Files.createDirectories(log.getParent());
    Files.writeString(log, "nonsense\n");
    RunLedger ledger = open();
    assertFailsForGood(() -> ledger.chunks(RUN));

    ledger.forgetChunks(RUN);
    noteThree(ledger);

    assertThat(ledger.chunks(RUN).expectedChunks()).isEqualTo(2);
  }

  @Test
  void record_killedWhileWriting_keepsTheRecordBefore() throws IOException {
    open().record(RECORD);
    Path half = record.resolveSibling(".run-1.json.unfinished");
    Files.writeString(half, "{\"gener");

    assertThat(open().history(10)).containsExactly(RECORD);

    open().record(RECORD);
    assertThat(half).doesNotExist();
  }

  @Test
  void history_otherFiles_arePassedOver() throws IOException {
    open().record(RECORD);
    Files.writeString(record.resolveSibling("notes.txt"), "mine");

    assertThat(open().history(10)).containsExactly(RECORD);
  }

  @Test
  void history_recordCutOffAnywhere_namesTheFile() throws IOException {
    open().record(RECORD);
    byte[] whole = Files.readAllBytes(record);

    for (int length = 0; length < whole.length; length++) {
      Files.write(record, Arrays.copyOf(whole, length));
      assertFailsForGood(() -> open().history(10))
          .startsWith("run record " + record + " is damaged")
          .endsWith("delete it");
    }
  }

  @Test
  void history_recordOfALaterVersion_isRead() throws IOException {
    open().record(RECORD);
    String json = Files.readString(record);
    Files.writeString(
        record,
        json.replaceFirst(
            "\\{", "{\"new\":{\"a\":[1,2.5,true,null,{}]},\"newer\":1.5,\"newest\":null,"));

    assertThat(open().history(10)).containsExactly(RECORD);
  }

  @Test
  void history_recordThatSaysNonsense_saysWhat() throws IOException {
    open().record(RECORD);
    String json = Files.readString(record);

    assertDamaged(json.replace("\"running\"", "\"walking\""), "WALKING");
    assertDamaged(json.replace("2026-10-05", "2026-13-05"), "2026-13-05");
    assertDamaged(json.replace("\"bodies\":0", "\"bodies\":\"0\""), "bodies is missing");
    assertDamaged(json.replace("\"bodies\":0,", ""), "bodies is missing");
    assertDamaged(
        json.replace("\"bodies\":0", "\"bodies\":99999999999999999999"), "bodies is missing");
    assertDamaged(json + "{}", "not the record of a run");
    assertDamaged("[]", "run is missing");
  }

  private void assertDamaged(String json, String reason) throws IOException {
    Files.writeString(record, json);

    assertFailsForGood(() -> open().history(10)).contains(reason);
  }

  @Test
  void anyCall_directoryIsBelowAFile_saysWhatToDo() throws IOException {
    RunLedger impossible = new FileRunLedger(belowAFile(temporary));

    for (Optional<PortException> failure :
        List.of(
            failure(() -> impossible.expect(RUN, 0, 1)),
            failure(() -> impossible.chunks(RUN)),
            failure(() -> impossible.record(RECORD)),
            failure(() -> impossible.history(1)))) {
      assertThat(failure.orElseThrow())
          .hasMessageContaining(temporary.toString())
          .hasMessageEndingWith("a file is where a directory should be; move it away");
    }
  }

  private static Optional<PortException> failure(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (PortException e) {
      return Optional.of(e);
    }
  }
}
