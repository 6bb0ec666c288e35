package dev.assay.local;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger.ChunkCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The chunks of one run, each counted once. Not thread-safe. */
final class ChunkBook {

  private final GenerationId generation;
  private final Map<Integer, Integer> expected = new HashMap<>();
  private final Set<Integer> written = new HashSet<>();
  private long expectedRows;
  private long writtenRows;

  ChunkBook(GenerationId generation) {
    this.generation = generation;
  }

  /**
   * Notes a chunk that is sent.
   *
   * @return whether that is news
   */
  boolean expect(int chunk, int rows) {
    Integer before = expected.putIfAbsent(chunk, rows);
    if (before != null) {
      agree(chunk, rows, before);
      return false;
    }
    expectedRows += rows;
    return true;
  }

  /**
   * Notes a chunk that was written.
   *
   * @return whether that is news
   */
  boolean written(int chunk, int rows) {
    Integer sent = expected.get(chunk);
    if (sent == null) {
      throw conflict(chunk, rows, "nobody has announced it");
    }
    agree(chunk, rows, sent);
    if (!written.add(chunk)) {
      return false;
    }
    writtenRows += rows;
    return true;
  }

  private void agree(int chunk, int rows, int noted) {
    if (rows != noted) {
      throw conflict(chunk, rows, "it was announced with " + noted);
    }
  }

  private PortException conflict(int chunk, int rows, String instead) {
    return PortException.permanent(
        "run "
            + generation
            + ": chunk "
            + chunk
            + " comes with "
            + rows
            + " rows, but "
            + instead
            + "; start the run anew");
  }

  /** The chunks that are sent and not written, the lowest first. */
  List<Integer> unwritten(int most) {
    return expected.keySet().stream()
        .filter(chunk -> !written.contains(chunk))
        .sorted()
        .limit(most)
        .toList();
  }

  ChunkCounts counts() {
    return new ChunkCounts(expected.size(), expectedRows, written.size(), writtenRows);
  }
}
