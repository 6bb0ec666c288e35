package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Local;
import dev.assay.aws.emulator.Meter;
import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the catalogue takes of DynamoDB, by the units that the emulator states. The prices are those
 * of us-east-1 of November 2024: 0.625 dollars a million write units, 0.125 a million read units.
 */
class DynamoDbCostTest {

  private static final GenerationId GENERATION = new GenerationId("g-1");
  private static final int BODIES = 20_000;
  private static final int CHUNK = 2_000;
  private static final double ALL_BODIES = 1_500_000;

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
    List<CatalogueRow> rows = rows();
    for (int chunk = 0; chunk * CHUNK < BODIES; chunk++) {
      List<CatalogueRow> some = rows.subList(chunk * CHUNK, (chunk + 1) * CHUNK);
      catalogue.put(new BodyBatch(GENERATION, chunk, some));
    }
    double loaded = meter.writeUnits();
    catalogue.seal(GENERATION);
    double scale = ALL_BODIES / BODIES;
    double dollars = (meter.writeUnits() * 0.625 + meter.readUnits() * 0.125) * scale / 1_000_000;
    System.out.printf(
        java.util.Locale.ROOT,
        "1.5 million bodies: %.0f write units to load, %.0f to seal, %.0f read units, %.3f USD%n",
        loaded * scale,
        (meter.writeUnits() - loaded) * scale,
        meter.readUnits() * scale,
        dollars);

    assertThat(dollars).isLessThan(0.5);
    assertQuestionsReadLittle();
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

  /** Numbers that do not compress, as those of real bodies. */
  private static List<CatalogueRow> rows() {
    Random random = new Random(1);
    List<CatalogueRow> rows = new ArrayList<>();
    for (int number = 1; number <= BODIES; number++) {
      Entries entry = Entries.anEntry().withDesignation(Integer.toString(number));
      for (String column :
          List.of(
              "a_au",
              "e",
              "i_deg",
              "q_au",
              "q_aphelion_au",
              "moid_au",
              "h_mag",
              "diameter_km",
              "mass_kg",
              "delta_v_km_s",
              "value_usd",
              "value_low_usd",
              "value_high_usd",
              "accessibility",
              "class_confidence",
              "mass_sigma_ln",
              "diameter_sigma_ln")) {
        entry = entry.with(column, Math.exp(random.nextGaussian()));
      }
      entry =
          entry
              .withFullName(number + " (" + (1980 + number % 40) + " AB" + number + ")")
              .withOrbitClass(number % 20 == 0 ? "APO" : "MBA")
              .withNeo(number % 20 == 0)
              .withSpectralClass(random.nextInt(3) == 0 ? "S" : "C")
              .with("profit_usd", random.nextGaussian())
              .with("gm_km3_s2", null);
      rows.add(entry.row(0, number));
    }
    return rows;
  }
}
