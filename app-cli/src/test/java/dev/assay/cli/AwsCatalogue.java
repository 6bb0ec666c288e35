package dev.assay.cli;

import dev.assay.application.message.BatchCodec;
import dev.assay.aws.DynamoDbCatalogue;
import dev.assay.aws.DynamoDbRunLedger;
import dev.assay.aws.QueueUrls;
import dev.assay.aws.SqsBatchQueue;
import dev.assay.aws.TableNames;
import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Local;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A catalogue in the emulators that holds what a local one holds, and the way to it. */
final class AwsCatalogue {

  private final TableNames tables = Emulators.newTables();

  private AwsCatalogue() {}

  /** Copies a local catalogue, with its runs. */
  static AwsCatalogue of(Path data) {
    AwsCatalogue copy = new AwsCatalogue();
    List<CatalogueRow> rows = new ArrayList<>();
    try (CatalogueReader local = Assembly.openCatalogue(data)) {
      local.forEach(entry -> rows.add(new CatalogueRow(entry, 0, rows.size() + 1)));
      copy.load(local.generation(), rows, local.planets(PlanetTable.MOST));
    }
    DynamoDbRunLedger ledger =
        new DynamoDbRunLedger(Emulators.dynamoDb(), copy.tables, Emulators.HURRIED);
    for (RunRecord run : Assembly.runs(data, 100)) {
      ledger.record(run);
    }
    return copy;
  }

  private void load(GenerationId generation, List<CatalogueRow> rows, List<PlanetEntry> planets) {
    DynamoDbCatalogue catalogue = catalogue();
    catalogue.create(generation);
    int half = rows.size() / 2;
    catalogue.put(new BodyBatch(generation, 1, rows.subList(half, rows.size())));
    catalogue.put(new BodyBatch(generation, 0, rows.subList(0, half)));
    catalogue.putPlanets(new PlanetTable(generation, planets));
    catalogue.seal(generation);
    catalogue.activate(generation);
  }

  DynamoDbCatalogue catalogue() {
    return new DynamoDbCatalogue(Emulators.dynamoDb(), tables, Emulators.HURRIED);
  }

  /** The option that names it. */
  String option() {
    return "--catalogue=dynamodb:" + tables.name();
  }

  /** Makes its queue of this kind. */
  SqsBatchQueue<BodyBatch> newDataQueue() {
    QueueUrls urls = Emulators.newQueue(Emulators.sqs(), tables.name() + "-data");
    Emulators.newQueue(Emulators.sqs(), tables.name() + "-completions");
    return queue(urls);
  }

  static SqsBatchQueue<BodyBatch> queue(QueueUrls urls) {
    return new SqsBatchQueue<>(
        Emulators.sqs(), urls, new BatchCodec(), Emulators.IMPATIENT, Clock.systemUTC());
  }

  /** The settings that lead to the emulators, as properties of the process. */
  static Map<String, String> settings() {
    return Map.of(
        "aws.region", "us-east-1",
        "aws.accessKeyId", Local.CREDENTIALS.accessKeyId(),
        "aws.secretAccessKey", Local.CREDENTIALS.secretAccessKey(),
        "aws.endpointUrlDynamoDb", Emulators.dynamoDbEndpoint().toString(),
        "aws.endpointUrlSqs", Emulators.sqsEndpoint().toString());
  }
}
