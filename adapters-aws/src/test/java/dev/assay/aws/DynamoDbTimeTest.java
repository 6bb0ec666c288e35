package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.emulator.Emulators;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The processor time that writing, sealing and reading take of the thread that does it, the SDK
 * included and the emulator not: {@code mvn verify -pl adapters-aws -am -Dtest=DynamoDbTimeTest
 * -Dassay.timed=200000 -Dsurefire.failIfNoSpecifiedTests=false}. For docs/performance-aws.md;
 * nothing is asserted of it.
 */
@EnabledIfSystemProperty(named = "assay.timed", matches = "\\d+")
class DynamoDbTimeTest {

  private static final int BODIES = Integer.getInteger("assay.timed", 0);
  private static final int CHUNK = 1_000;
  private static final int KINDS = 11;
  private static final GenerationId WARM_UP = new GenerationId("g-0");
  private static final GenerationId FULL = new GenerationId("g-1");
  private static final GenerationId LAYER = new GenerationId("g-2");

  private final DynamoDbCatalogue catalogue =
      new DynamoDbCatalogue(Emulators.dynamoDb(), Emulators.newTables(), Emulators.HURRIED);

  private double seconds;

  @Test
  void processorTime_ofWritingSealingAndReading() {
    catalogue.create(WARM_UP);
    put(WARM_UP, Math.min(BODIES, 20_000), CHUNK);
    catalogue.seal(WARM_UP);

    seconds = 0;
    catalogue.create(FULL);
    put(FULL, BODIES, CHUNK);
    tell("put", BODIES);
    timed(() -> catalogue.seal(FULL));
    tell("seal", BODIES);
    catalogue.activate(FULL);
    timed(() -> assertThat(read()).isEqualTo(BODIES));
    tell("read everything", BODIES);

    int changed = BODIES / 50;
    catalogue.createOver(LAYER, FULL);
    put(LAYER, changed, CHUNK * 2 / 5);
    tell("put into a layer", changed);
    Difference difference = new Difference(BODIES, BodyKeys.NONE, BodyKeys.NONE);
    timed(() -> catalogue.seal(LAYER, difference));
    tell("seal a layer", changed);
    catalogue.activate(LAYER);
    timed(() -> assertThat(read()).isEqualTo(BODIES));
    tell("read everything through the layer", BODIES);
  }

  private void put(GenerationId generation, int bodies, int chunkRows) {
    for (int chunk = 0; chunk * chunkRows < bodies; chunk++) {
      int number = chunk;
      int rows = Math.min(chunkRows, bodies - chunk * chunkRows);
      List<CatalogueRow> some = MeasuredRows.rows(chunk * chunkRows + 1, rows, KINDS);
      timed(() -> catalogue.put(new BodyBatch(generation, number, some)));
    }
  }

  private long read() {
    long[] bodies = {0};
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(entry -> bodies[0]++);
    }
    return bodies[0];
  }

  private void timed(Runnable work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    seconds += (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
  }

  private void tell(String what, int bodies) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s of processor time for %,d bodies, %,.0f bodies/s%n",
        what,
        seconds,
        bodies,
        bodies / seconds);
    seconds = 0;
  }
}
