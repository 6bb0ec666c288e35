package dev.assay.ports;

import java.util.List;

/**
 * Remembers what every run set out to do and what became of it: the chunks it sent and those that
 * were written, each counted exactly once however often they are reported, and the history of runs.
 * Implementations are thread-safe.
 */
public interface RunLedger {

  /**
   * Notes that a chunk is about to be sent.
   *
   * @param generation of which run
   * @param chunk its number
   * @param rows its number of rows
   * @throws PortException permanent if the chunk is noted with another number of rows; else if the
   *     ledger cannot be written
   */
  void expect(GenerationId generation, int chunk, int rows);

  /**
   * Notes that a chunk was put into the catalogue.
   *
   * @param generation of which run
   * @param chunk its number
   * @param rows its number of rows
   * @throws PortException permanent if the chunk is not expected, or with another number of rows;
   *     else if the ledger cannot be written
   */
  void written(GenerationId generation, int chunk, int rows);

  /**
   * How far the writing of a run is.
   *
   * @param generation of which run
   * @return the counts; all 0 for a run without chunks
   * @throws PortException if the ledger cannot be read
   */
  ChunkCounts chunks(GenerationId generation);

  /**
   * The chunks of a run that are expected and not written yet.
   *
   * @param generation of which run
   * @param limit the most wanted, 1 or more
   * @return their numbers, the lowest first
   * @throws PortException if the ledger cannot be read
   */
  List<Integer> unwritten(GenerationId generation, int limit);

  /**
   * Counts of chunks and rows.
   *
   * @param expectedChunks chunks sent
   * @param expectedRows rows in them
   * @param writtenChunks chunks put into the catalogue
   * @param writtenRows rows in them
   */
  record ChunkCounts(int expectedChunks, long expectedRows, int writtenChunks, long writtenRows) {

    /**
     * Whether everything that was sent was written, and nothing else.
     *
     * @return true if the counts agree
     */
    public boolean isComplete() {
      return expectedChunks == writtenChunks && expectedRows == writtenRows;
    }
  }

  /**
   * Forgets the chunks of a run; its record stays. Nothing happens if there are none.
   *
   * @param generation of which run
   */
  void forgetChunks(GenerationId generation);

  /**
   * Keeps the record of a run, replacing an earlier state of it. The history holds a bounded number
   * of runs, the oldest go first.
   *
   * @param run its state now
   * @throws PortException if the ledger cannot be written
   */
  void record(RunRecord run);

  /**
   * The runs on record.
   *
   * @param limit the most wanted, 1 or more
   * @return the newest first, by generation
   * @throws PortException if the ledger cannot be read
   */
  List<RunRecord> history(int limit);
}
