package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.RowProblem.Consequence;
import dev.assay.ports.RunRecord.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Part of {@link RunLedgerContract}: runs are remembered. */
abstract class RunLedgerHistory {

  private static final Instant START = Instant.parse("2026-10-05T03:00:00.123456789Z");

  /** The ledger under test. */
  abstract RunLedger ledger();

  /** How many runs its history holds. */
  abstract int longestHistory();

  private static GenerationId id(int number) {
    return new GenerationId(String.format(Locale.ROOT, "run-%05d", number));
  }

  private static RunRecord run(int number) {
    return new RunRecord(
        id(number), "assay", START, null, Outcome.RUNNING, "started", 0, List.of(), List.of());
  }

  private List<GenerationId> generations(int limit) {
    return ledger().history(limit).stream().map(RunRecord::generation).toList();
  }

  @Test
  void history_noRun_isEmpty() {
    assertThat(ledger().history(10)).isEmpty();
  }

  @Test
  void history_severalRuns_isNewestFirst() {
    IntStream.of(3, 1, 5, 2, 4).forEach(n -> ledger().record(run(n)));

    assertThat(generations(10)).containsExactly(id(5), id(4), id(3), id(2), id(1));
    assertThat(generations(2)).containsExactly(id(5), id(4));
  }

  @Test
  void record_sameRunAgain_replacesIt() {
    ledger().record(run(1));
    ledger().record(run(2));
    RunRecord finished =
        new RunRecord(
            id(1),
            "assay",
            START,
            START.plusSeconds(3),
            Outcome.SUCCEEDED,
            "12 bodies loaded",
            12,
            List.of(),
            List.of());

    ledger().record(finished);

    assertThat(ledger().history(10)).containsExactly(run(2), finished);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void record_everyField_isKept(Outcome outcome) {
    RunRecord run =
        new RunRecord(
            new GenerationId("Run-1"),
            "asterank",
            START,
            Instant.parse("2026-10-05T03:00:02Z"),
            outcome,
            "Čapek | \"quoted\" \\ \uD83D\uDE80, <b> & 100 %",
            Long.MAX_VALUE,
            List.of(source("file:///dir with blanks/größe.json", 2), source("", 0)),
            List.of("no delta-v table: computed for every body", ""),
            7,
            "1.2.0-SNAPSHOT");

    ledger().record(run);

    assertThat(ledger().history(1)).containsExactly(run);
  }

  private static SourceReport source(String name, int problems) {
    return new SourceReport(
        name,
        6_000_000_000L,
        5_999_999_990L,
        7,
        3,
        4,
        IntStream.rangeClosed(1, problems)
            .mapToObj(
                n ->
                    new RowProblem(
                        n * 3_000_000_000L,
                        "H",
                        "1e400\u00a0İ",
                        "is not \"finite\"",
                        Consequence.values()[n % 2]))
            .toList());
  }

  @Test
  void record_moreRunsThanItHolds_forgetsTheOldest() {
    IntStream.rangeClosed(1, longestHistory() + 2).forEach(n -> ledger().record(run(n)));

    assertThat(generations(10_000))
        .hasSize(longestHistory())
        .startsWith(id(longestHistory() + 2))
        .endsWith(id(3));
  }

  @Test
  void forgetChunks_runOnRecord_staysOnRecord() {
    ledger().record(run(1));
    ledger().expect(id(1), 0, 10);

    ledger().forgetChunks(id(1));

    assertThat(ledger().history(10)).containsExactly(run(1));
  }

  @Test
  void record_fromManyThreads_keepsEach() {
    Together.run(
        8,
        n -> {
          ledger().record(run(n));
          ledger().record(run(100));
          return n;
        });

    assertThat(generations(100)).hasSize(9).startsWith(id(100), id(7));
  }
}
