package dev.assay.local;

import dev.assay.ports.GenerationId;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The ledger as files: one with a line per event for the chunks of each run, and a JSON file for
 * the record of each run. Several processes may write to it.
 *
 * <p>The chunks noted survive the end of the process at any moment, but are not put on the disk one
 * by one: after a power failure the run has to be started anew, which it has anyway. A record is on
 * the disk when {@code record} returns.
 */
public final class FileRunLedger implements RunLedger {

  /** Locks on files are held by the process as a whole, so its threads take turns. */
  private static final Object TURN = new Object();

  private final Path chunks;
  private final RunFiles runs;
  private final Map<GenerationId, ChunkLog> logs = new HashMap<>();

  /**
   * Opens a ledger.
   *
   * @param directory where it is; made when something is noted
   */
  public FileRunLedger(Path directory) {
    chunks = directory.resolve("chunks");
    runs = new RunFiles(directory.resolve("runs"));
  }

  @Override
  public void expect(GenerationId generation, int chunk, int rows) {
    add(generation, new ChunkLine(ChunkLine.Event.EXPECT, chunk, rows));
  }

  @Override
  public void written(GenerationId generation, int chunk, int rows) {
    add(generation, new ChunkLine(ChunkLine.Event.WRITTEN, chunk, rows));
  }

  private void add(GenerationId generation, ChunkLine line) {
    synchronized (TURN) {
      try {
        log(generation).add(line);
      } catch (IOException e) {
        throw FileTrouble.of("write", file(generation), e);
      }
    }
  }

  @Override
  public ChunkCounts chunks(GenerationId generation) {
    return read(generation, ChunkBook::counts);
  }

  @Override
  public List<Integer> unwritten(GenerationId generation, int limit) {
    return read(generation, book -> book.unwritten(limit));
  }

  private <T> T read(GenerationId generation, Function<ChunkBook, T> question) {
    synchronized (TURN) {
      try {
        return question.apply(log(generation).book());
      } catch (IOException e) {
        throw FileTrouble.of("read", file(generation), e);
      }
    }
  }

  private ChunkLog log(GenerationId generation) {
    return logs.computeIfAbsent(generation, g -> new ChunkLog(g, file(g)));
  }

  private Path file(GenerationId generation) {
    return chunks.resolve(generation + ".log");
  }

  @Override
  public void forgetChunks(GenerationId generation) {
    synchronized (TURN) {
      logs.remove(generation);
      try {
        Files.deleteIfExists(file(generation));
      } catch (IOException e) {
        throw FileTrouble.of("delete", file(generation), e);
      }
    }
  }

  @Override
  public void record(RunRecord run) {
    runs.write(run);
  }

  @Override
  public List<RunRecord> history(int limit) {
    return runs.newest(limit);
  }
}
