package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Memory allocated per row, which is as good as a count of instructions for noticing that a fast
 * path was lost, and does not depend on the machine. Bounds are half as much again as measured.
 */
class ReadingAllocationTest {

  private static final int ROWS = 20_000;

  private static String csv() {
    return "pdes,full_name,name,neo,pha,H,e,a,q,i,om,w,ma,moid,class,spec_B,albedo\n"
        + IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    String.format(
                        Locale.ROOT,
                        "%d,  %d (2001 AB%d),,N,N,17.%d,.1234567890123456,2.345678901234567,"
                            + "2.01234567890123,5.67890123456789,123.4567890123456,"
                            + "234.5678901234567,345.6789012345678,1.02345,MBA,,%n",
                        row,
                        row,
                        row,
                        row % 100))
            .collect(Collectors.joining());
  }

  /** What reading allocates per row, once everything that is made only once has been made. */
  private static double perRow(byte[] table, Consumer<byte[]> reading) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    reading.accept(table);
    long before = threads.getCurrentThreadAllocatedBytes();
    reading.accept(table);
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) ROWS;
  }

  private static void readRows(byte[] table) {
    BlockReader reader = SmallBodyTables.open(new ByteArrayInputStream(table), "table");
    long rows = 0;
    for (RowBlock block = reader.next(); block != null; block = reader.next()) {
      rows += block.read(rows, row -> {});
    }
    assertThat(rows).isEqualTo(ROWS);
  }

  private static void readBodies(byte[] table) {
    assertThat(
            SmallBodyTables.read(new ByteArrayInputStream(table), "table", body -> {}).accepted())
        .isEqualTo(ROWS);
  }

  @Test
  void csv_rows_takeLittleMoreThanTheirBytes() {
    byte[] table = csv().getBytes(StandardCharsets.UTF_8);

    assertThat(perRow(table, ReadingAllocationTest::readRows)).isLessThan(1.5 * 310);
  }

  @Test
  void csv_bodies_takeAKilobyte() {
    byte[] table = csv().getBytes(StandardCharsets.UTF_8);

    assertThat(perRow(table, ReadingAllocationTest::readBodies)).isLessThan(1.5 * 800);
  }
}
