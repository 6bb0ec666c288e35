package dev.assay.benchmark;

import dev.assay.application.source.BlockReader;
import dev.assay.application.source.RowBlock;
import dev.assay.application.source.SmallBodyTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading tables, per row of 28 columns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingKernels {

  private static final int ROWS = 20_000;

  @Param({"csv", "json"})
  private String format = "csv";

  private byte[] table = {};

  /**
   * Makes the table.
   *
   * @throws IOException never: it is made in memory
   */
  @Setup
  public void makeTable() throws IOException {
    table = format.equals("csv") ? CatalogueMaker.csv(ROWS) : CatalogueMaker.json(ROWS);
  }

  /**
   * What one thread has to do alone.
   *
   * @param sink takes the blocks
   * @throws IOException never: the table is in memory
   */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void divideIntoBlocks(Blackhole sink) throws IOException {
    try (BlockReader reader = SmallBodyTables.open(new ByteArrayInputStream(table), "made")) {
      for (RowBlock block = reader.next(); block != null; block = reader.next()) {
        sink.consume(block);
      }
    }
  }

  /**
   * Dividing, and taking the rows of each block apart.
   *
   * @param sink takes the rows
   * @throws IOException never: the table is in memory
   */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void readRows(Blackhole sink) throws IOException {
    try (BlockReader reader = SmallBodyTables.open(new ByteArrayInputStream(table), "made")) {
      for (RowBlock block = reader.next(); block != null; block = reader.next()) {
        sink.consume(block.read(0, sink::consume));
      }
    }
  }

  /**
   * All the way to bodies.
   *
   * @param sink takes the bodies
   */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void readBodies(Blackhole sink) {
    sink.consume(SmallBodyTables.read(new ByteArrayInputStream(table), "made", sink::consume));
  }
}
