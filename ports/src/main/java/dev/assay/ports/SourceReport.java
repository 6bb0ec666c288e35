package dev.assay.ports;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the rows of one source. Always {@code read = accepted + rejected + superseded}.
 *
 * @param source its name, as the user gave it
 * @param read rows found
 * @param accepted rows taken
 * @param rejected rows refused, each for a reason
 * @param superseded rows replaced by a later row about the same body
 * @param fieldsIgnored fields that could not be used, in rows that were taken
 * @param problems the first problems, in row order, at most {@link #PROBLEMS_KEPT}
 */
public record SourceReport(
    String source,
    long read,
    long accepted,
    long rejected,
    long superseded,
    long fieldsIgnored,
    List<RowProblem> problems) {

  /** How many problems a report names; the others are only counted. */
  public static final int PROBLEMS_KEPT = 20;

  /** Checks that the rows add up. */
  public SourceReport {
    problems = List.copyOf(problems);
    if (read != accepted + rejected + superseded) {
      throw new IllegalArgumentException(
          source
              + ": "
              + read
              + " rows read, but "
              + accepted
              + " accepted + "
              + rejected
              + " rejected + "
              + superseded
              + " superseded");
    }
  }

  /**
   * The report on a source of which nothing is read yet.
   *
   * @param source its name
   * @return all counts 0
   */
  public static SourceReport empty(String source) {
    return new SourceReport(source, 0, 0, 0, 0, 0, List.of());
  }

  /**
   * This report and that on the rows that follow.
   *
   * @param next on later rows of the same source
   * @return both together
   */
  public SourceReport plus(SourceReport next) {
    List<RowProblem> both = new ArrayList<>(problems);
    both.addAll(next.problems);
    return new SourceReport(
        source,
        read + next.read,
        accepted + next.accepted,
        rejected + next.rejected,
        superseded + next.superseded,
        fieldsIgnored + next.fieldsIgnored,
        both.subList(0, Math.min(both.size(), PROBLEMS_KEPT)));
  }

  /**
   * The same report on rows that were numbered from 1 but come after others.
   *
   * @param rowsBefore how many rows of the source come before them
   * @return the report with the numbers of its problems moved
   */
  public SourceReport after(long rowsBefore) {
    return new SourceReport(
        source,
        read,
        accepted,
        rejected,
        superseded,
        fieldsIgnored,
        problems.stream().map(problem -> problem.after(rowsBefore)).toList());
  }

  /**
   * The same report after some of the accepted rows were replaced by later ones.
   *
   * @param count how many
   * @return the corrected report
   */
  public SourceReport withSuperseded(long count) {
    return new SourceReport(
        source, read, accepted - count, rejected, superseded + count, fieldsIgnored, problems);
  }

  /** Counts rows as they are read. Not thread-safe. */
  public static final class Counter {
    private final String source;
    private final List<RowProblem> problems = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long fieldsIgnored;

    /**
     * Starts at zero.
     *
     * @param source name of the source, as the user gave it
     */
    public Counter(String source) {
      this.source = source;
    }

    /** Counts a row that was taken. */
    public void accept() {
      accepted++;
    }

    /**
     * Counts a row that was refused.
     *
     * @param problem why
     */
    public void reject(RowProblem problem) {
      rejected++;
      keep(problem);
    }

    /**
     * Counts a field that was ignored.
     *
     * @param problem why
     */
    public void ignoreField(RowProblem problem) {
      fieldsIgnored++;
      keep(problem);
    }

    private void keep(RowProblem problem) {
      if (problems.size() < PROBLEMS_KEPT) {
        problems.add(problem);
      }
    }

    /**
     * The counts so far.
     *
     * @return a report with nothing superseded
     */
    public SourceReport report() {
      return new SourceReport(
          source, accepted + rejected, accepted, rejected, 0, fieldsIgnored, problems);
    }
  }
}
