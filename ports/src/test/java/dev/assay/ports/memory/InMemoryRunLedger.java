package dev.assay.ports.memory;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A ledger in memory. */
public final class InMemoryRunLedger implements RunLedger {

  /** How many runs the history holds. */
  public static final int LONGEST_HISTORY = 200;

  private final Map<GenerationId, Chunks> chunks = new HashMap<>();
  private final NavigableMap<GenerationId, RunRecord> runs = new TreeMap<>();

  /** Rows by chunk number. */
  private static final class Chunks {
    private final Map<Integer, Integer> expected = new HashMap<>();
    private final Map<Integer, Integer> written = new HashMap<>();
  }

  @Override
  public synchronized void expect(GenerationId generation, int chunk, int rows) {
    Chunks noted = chunks.computeIfAbsent(generation, g -> new Chunks());
    Integer before = noted.expected.putIfAbsent(chunk, rows);
    if (before != null && before != rows) {
      throw conflict(generation, chunk, rows, before + " are expected");
    }
  }

  @Override
  public synchronized void written(GenerationId generation, int chunk, int rows) {
    Chunks noted = chunks.getOrDefault(generation, new Chunks());
    Integer expected = noted.expected.get(chunk);
    if (expected == null) {
      throw conflict(generation, chunk, rows, "the chunk is not expected");
    }
    if (expected != rows) {
      throw conflict(generation, chunk, rows, expected + " are expected");
    }
    noted.written.put(chunk, rows);
  }

  private static PortException conflict(
      GenerationId generation, int chunk, int rows, String instead) {
    return PortException.permanent(
        generation + ": chunk " + chunk + " with " + rows + " rows, but " + instead);
  }

  @Override
  public synchronized ChunkCounts chunks(GenerationId generation) {
    Chunks noted = chunks.getOrDefault(generation, new Chunks());
    return new ChunkCounts(
        noted.expected.size(),
        sum(noted.expected.values()),
        noted.written.size(),
        sum(noted.written.values()));
  }

  private static long sum(Collection<Integer> rows) {
    return rows.stream().mapToLong(Integer::longValue).sum();
  }

  @Override
  public synchronized List<Integer> unwritten(GenerationId generation, int limit) {
    Chunks noted = chunks.getOrDefault(generation, new Chunks());
    return noted.expected.keySet().stream()
        .filter(chunk -> !noted.written.containsKey(chunk))
        .sorted()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void forgetChunks(GenerationId generation) {
    chunks.remove(generation);
  }

  @Override
  public synchronized void record(RunRecord run) {
    runs.put(run.generation(), run);
    if (runs.size() > LONGEST_HISTORY) {
      runs.pollFirstEntry();
    }
  }

  @Override
  public synchronized List<RunRecord> history(int limit) {
    return runs.descendingMap().values().stream().limit(limit).toList();
  }
}
