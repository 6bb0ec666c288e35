package dev.assay.application.step;

import dev.assay.application.source.BadSourceException;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.SourceReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends the parsing: every part was parsed, every table is complete, and the batches noted in the
 * ledger hold just the rows that were to be sent. Then one message on a second queue says how many
 * there were.
 */
public final class CompleteParsing implements Step {

  private final ObjectStore store;
  private final RunObjects objects;
  private final BatchQueue<ParseCompleted> completions;
  private final RunLedger ledger;

  /**
   * Makes the step.
   *
   * @param store holds what came of the parts
   * @param completions takes the message that all batches are sent
   * @param ledger knows what was sent
   */
  public CompleteParsing(
      ObjectStore store, BatchQueue<ParseCompleted> completions, RunLedger ledger) {
    this.store = store;
    this.objects = new RunObjects(store);
    this.completions = completions;
    this.ledger = ledger;
  }

  @Override
  public StepResult run(RefreshRun run) {
    List<SmallBodyPart> parts = SmallBodyPart.load(objects, run.generation());
    List<ParsedPart> parsed = parsed(run.generation(), parts);
    requireWholeTables(parts, parsed);
    List<SourceReport> reports = parsed.stream().map(ParsedPart::report).toList();
    requireRows(reports);
    ChunkCounts sent = ledger.chunks(run.generation());
    requireSent(sent, parsed.stream().mapToLong(ParsedPart::sent).sum());
    completions.send(
        new ParseCompleted(run.generation(), sent.expectedChunks(), sent.expectedRows()));
    return new StepResult(sent.expectedRows(), reports, notes(parsed));
  }

  private List<ParsedPart> parsed(GenerationId run, List<SmallBodyPart> parts) {
    List<ParsedPart> parsed = new ArrayList<>();
    for (int number = 0; number < parts.size(); number++) {
      String name = parts.get(number).name();
      parsed.add(
          ParsedPart.load(objects, run, number)
              .orElseThrow(() -> PortException.permanent(name + " was not parsed; refresh again")));
    }
    return parsed;
  }

  private void requireWholeTables(List<SmallBodyPart> parts, List<ParsedPart> parsed) {
    @Nullable TableCount table = null;
    for (int number = 0; number < parsed.size(); number++) {
      ParsedPart part = parsed.get(number);
      if (table == null || !table.contains(part)) {
        if (table != null) {
          table.requireComplete();
        }
        table = new TableCount(part);
      } else {
        add(table, part, parts.get(number));
      }
    }
    if (table != null) {
      table.requireComplete();
    }
  }

  private void add(TableCount table, ParsedPart parsed, SmallBodyPart part) {
    try {
      table.add(parsed);
    } catch (BadSourceException e) {
      PartReader.forgetCopy(store, part);
      throw e;
    }
  }

  private static void requireRows(List<SourceReport> reports) {
    if (reports.stream().allMatch(report -> report.accepted() == 0)) {
      throw PortException.permanent(
          "no row of the small-body tables could be used"
              + reports.stream()
                  .filter(report -> !report.problems().isEmpty())
                  .findFirst()
                  .map(
                      report -> "; " + report.source() + ", " + described(report.problems().get(0)))
                  .orElse(""));
    }
  }

  private static String described(RowProblem problem) {
    String field = problem.field().isEmpty() ? "" : problem.field() + " '" + problem.value() + "' ";
    return "row " + problem.row() + ": " + field + problem.reason();
  }

  /** A part parsed again with its rows divided otherwise would leave batches of both attempts. */
  private static void requireSent(ChunkCounts sent, long wanted) {
    if (sent.expectedRows() != wanted) {
      throw PortException.permanent(
          "the batches sent hold "
              + sent.expectedRows()
              + " rows, but "
              + wanted
              + " were to be sent; start the run anew");
    }
  }

  private static List<String> notes(List<ParsedPart> parsed) {
    long agreeing = parsed.stream().mapToLong(ParsedPart::deltaVAgreeing).sum();
    long compared = parsed.stream().mapToLong(ParsedPart::deltaVCompared).sum();
    List<String> notes = new ArrayList<>(DeltaVCheck.summary(agreeing, compared).stream().toList());
    notes.addAll(FlagCounts.summary(parsed.stream().map(ParsedPart::flags).toList()));
    return notes;
  }
}
