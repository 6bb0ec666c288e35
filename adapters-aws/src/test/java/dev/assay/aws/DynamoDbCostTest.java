package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Local;
import dev.assay.aws.emulator.Meter;
import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the catalogue takes of DynamoDB, by the units that the emulator states. The prices are those
 * of us-east-1 of November 2024: 0.625 dollars a million write units, 0.125 a million read units.
 */
class DynamoDbCostTest {

  private static final GenerationId GENERATION = new GenerationId("g-1");
  private static final GenerationId LAYER = new GenerationId("g-2");
  private static final int BODIES = 20_000;
  private static final int CHUNK = 2_000;
  private static final double SCALE = 1_500_000.0 / BODIES;

  /** Bodies that are put when 2 % of 1.5 million have changed. */
  private static final int CHANGED = 30_000;

  /** Those of them that the base does not hold, and those it holds that are gone. */
  private static final int NEW = 15_000;

  private static final int GONE = 300;

  /** Pages of the source; the changed bodies of each make one chunk. */
  private static final int PAGES = 75;

  /**
   * As many orbit and spectral classes as bodies really have, about: boards of layers are small.
   */
  private static final int KINDS = 11;

  private static final double WRITE = 0.625e-6;
  private static final double READ = 0.125e-6;

  /**
   * What a full refresh costs besides DynamoDB (docs/cost.md), in dollars; a layered one needs no
   * more of anything, and less of queues and writers.
   */
  private static final double ALL_ELSE = 0.039;

  private final Meter meter = new Meter();
  private final TableNames tables = Emulators.newTables();
  private final DynamoDbClient client =
      Local.to(Emulators.dynamoDbEndpoint(), DynamoDbClient.builder())
          .overrideConfiguration(c -> c.addExecutionInterceptor(meter))
          .build();
  private final DynamoDbCatalogue catalogue =
      new DynamoDbCatalogue(client, tables, Emulators.HURRIED);

  @Test
  void wholeLoad_costsWellBelowADollarForAllBodies() {
    catalogue.create(GENERATION);
    put(GENERATION, MeasuredRows.rows(1, BODIES, 2), CHUNK);
    double loaded = meter.writeUnits();
    catalogue.seal(GENERATION);
    double dollars = (meter.writeUnits() * WRITE + meter.readUnits() * READ) * SCALE;
    print(
        "1.5 million bodies: %.0f write units to load, %.0f to seal, %.0f read units, %.3f USD",
        loaded * SCALE, (meter.writeUnits() - loaded) * SCALE, meter.readUnits() * SCALE, dollars);

    assertThat(dollars).isLessThan(0.5);
    assertQuestionsReadLittle();
  }

  /** The layer has the size it would have in reality, so only the full load is scaled. */
  @Test
  void layer_twoPerCentChanged_movesAndCostsLittle() {
    catalogue.create(GENERATION);
    put(GENERATION, MeasuredRows.rows(1, BODIES, KINDS), CHUNK);
    double full = meter.writeUnits() * SCALE;
    catalogue.seal(GENERATION);
    catalogue.activate(GENERATION);

    double written = meter.writeUnits();
    double read = meter.readUnits();
    catalogue.createOver(LAYER, GENERATION);
    List<CatalogueRow> changed = MeasuredRows.rows(BODIES - CHANGED + NEW + 1, CHANGED, KINDS);
    put(LAYER, changed, CHANGED / PAGES);
    double loaded = meter.writeUnits() - written;
    BodyKeys gone =
        BodyKeys.of(LongStream.rangeClosed(1, GONE).map(n -> BodyKeys.key(Long.toString(n))));
    catalogue.seal(LAYER, new Difference(BODIES + NEW - GONE, gone, BodyKeys.NONE));
    double all = meter.writeUnits() - written;
    double dollars = all * WRITE + (meter.readUnits() - read) * READ + ALL_ELSE;
    print(
        "2 %% of them changed: %.0f write units to load, %.0f to seal: %.1f %% of a full load's;"
            + " %.0f read units; %.3f USD for the whole refresh",
        loaded, all - loaded, 100 * all / full, meter.readUnits() - read, dollars);

    assertThat(all / full).isLessThan(0.05);
    assertThat(dollars).isLessThan(0.10);
    assertLayerAddsLittleToQuestions();
  }

  private void assertLayerAddsLittleToQuestions() {
    double[] before = unitsOfQuestions();
    catalogue.activate(LAYER);
    double[] after = unitsOfQuestions();
    print(
        "Read units, base alone and with the layer: get %.0f and %.0f, find %.0f and %.0f,"
            + " top 20 %.0f and %.0f",
        before[0], after[0], before[1], after[1], before[2], after[2]);

    assertThat(after[0] - before[0]).isLessThanOrEqualTo(2);
    assertThat(after[1] - before[1]).isLessThanOrEqualTo(4);
    assertThat(after[2] - before[2]).isLessThan(200);
  }

  /** Of get, find and top, each asked of a reader that knows nothing yet. */
  private double[] unitsOfQuestions() {
    return new double[] {
      units(reader -> assertThat(reader.get(new Designation("1017"))).isPresent()),
      units(reader -> assertThat(reader.find("1017", 2)).hasSize(1)),
      units(
          reader ->
              assertThat(
                      reader.top(new TopQuery(Ranking.VALUE, 20, Set.of("MBA"), false, null, "C")))
                  .hasSize(20))
    };
  }

  private double units(Consumer<CatalogueReader> question) {
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      double before = meter.readUnits();
      question.accept(reader);
      return meter.readUnits() - before;
    }
  }

  private static void print(String format, Object... figures) {
    System.out.printf(Locale.ROOT, format + "%n", figures);
  }

  private void put(GenerationId generation, List<CatalogueRow> rows, int chunkRows) {
    for (int chunk = 0; chunk * chunkRows < rows.size(); chunk++) {
      int end = Math.min(rows.size(), (chunk + 1) * chunkRows);
      catalogue.put(new BodyBatch(generation, chunk, rows.subList(chunk * chunkRows, end)));
    }
  }

  private void assertQuestionsReadLittle() {
    catalogue.activate(GENERATION);
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      double before = meter.readUnits();
      assertThat(reader.get(new Designation("17"))).isPresent();
      assertThat(meter.readUnits() - before).isLessThan(20);

      before = meter.readUnits();
      for (Ranking ranking : Ranking.values()) {
        assertThat(reader.top(new TopQuery(ranking, 20, Set.of("MBA"), false, null, "C")))
            .hasSize(20);
      }
      assertThat((meter.readUnits() - before) / Ranking.values().length).isLessThan(100);
    }
    assertThat(meter.requests()).doesNotContainKey("Scan");
  }
}
