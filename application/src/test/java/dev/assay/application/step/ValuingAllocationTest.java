package dev.assay.application.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.assay.application.source.BlockReader;
import dev.assay.application.source.RowBlock;
import dev.assay.application.source.SmallBodyTables;
import dev.assay.domain.value.AssayModel;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Memory allocated for each row from bytes to columns of valued bodies: as good as a count of
 * instructions for noticing that a fast path was lost, and the same on every machine. Bounds are a
 * quarter above what was measured.
 */
class ValuingAllocationTest {

  private static final int ROWS = 20_000;

  private final BatchValuer valuer =
      new BatchValuer(AssayModel.withBundledTables(), Map.of(), new DeltaVCheck(Map.of()));

  /** Bodies of the main belt; what is known of their sizes is given as columns H to albedo. */
  private static byte[] table(String known) {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    String.format(
                        Locale.ROOT,
                        "%d,  %d (2001 AB%d),,N,N,17.%02d,%s,.1234567890123456,2.345678901234567,"
                            + "5.67890123456789,1.02345,MBA%n",
                        row + 1,
                        row + 1,
                        row,
                        row % 100,
                        known))
            .collect(Collectors.joining());
    return ("pdes,full_name,name,neo,pha,H,H_sigma,diameter,albedo,e,a,i,moid,class\n" + rows)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What a row takes once everything that is made only once has been made. */
  private double perRow(byte[] table) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    value(table);
    long before = threads.getCurrentThreadAllocatedBytes();
    value(table);
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) ROWS;
  }

  private void value(byte[] table) {
    BlockReader reader = SmallBodyTables.open(new ByteArrayInputStream(table), "table");
    long bodies = 0;
    for (RowBlock block = reader.next(); block != null; block = reader.next()) {
      bodies += valuer.value("table", 0, block).bodies().size();
    }
    assertThat(bodies).isEqualTo(ROWS);
  }

  @Test
  void bodiesOfWhichTheMagnitudeIsKnown_takeTwoKilobytes() {
    assertThat(perRow(table("0.31,,"))).isLessThan(1.25 * 1680);
  }

  @Test
  void bodiesOfWhichDiameterAndAlbedoAreKnown_takeThreeKilobytes() {
    assertThat(perRow(table("0.31,2.5,0.22"))).isLessThan(1.25 * 3140);
  }
}
