package dev.assay.aws;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.PortException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes chunks into the table of one generation, each as a whole or not at all: the rows first,
 * then the marker that makes them part of the generation.
 */
final class ChunkWriter {

  private final DynamoDb db;
  private final String table;
  private final Generation generation;

  ChunkWriter(DynamoDb db, String table, Generation generation) {
    this.db = db;
    this.table = table;
    this.generation = generation;
  }

  void write(BodyBatch batch) {
    if (isThere(batch.chunk())) {
      return;
    }
    if (generation.state() != Generation.State.OPEN) {
      throw tooLate(batch);
    }
    if (!generation.columns().equals(RowCodec.columns())) {
      throw PortException.permanent(
          "generation "
              + generation.id()
              + " was created by another version of Assay, with other columns; refresh again");
    }
    ChunkRun.Packed packed = ChunkRun.pack(generation, batch.chunk(), batch.rows());
    db.putAll(table, packed.items());
    if (!commit(packed.run()) && !isThere(batch.chunk())) {
      throw tooLate(batch);
    }
  }

  private boolean isThere(int chunk) {
    return db.get(table, ChunkRun.markers(generation), Items.ordered(chunk)).isPresent();
  }

  private static PortException tooLate(BodyBatch batch) {
    return PortException.permanent(
        "generation "
            + batch.generation()
            + " takes no more rows: chunk "
            + batch.chunk()
            + " comes too late");
  }

  /** Makes the rows part of the generation, if it is still open and the chunk is new. */
  private boolean commit(ChunkRun run) {
    Put marker =
        Put.builder()
            .tableName(table)
            .item(run.marker(generation))
            .conditionExpression("attribute_not_exists(pk)")
            .build();
    DynamoDb.Key gate = Gates.of(generation, run.chunk());
    ConditionCheck open =
        ConditionCheck.builder()
            .tableName(table)
            .key(Items.key(gate.partition(), gate.sort()))
            .conditionExpression("attribute_exists(pk)")
            .build();
    return db.call("write to the table " + table, client -> commit(client, open, marker));
  }

  private static boolean commit(DynamoDbClient client, ConditionCheck open, Put marker) {
    try {
      client.transactWriteItems(
          r ->
              r.transactItems(
                  TransactWriteItem.builder().conditionCheck(open).build(),
                  TransactWriteItem.builder().put(marker).build()));
      return true;
    } catch (TransactionCanceledException e) {
      if (isRefused(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isRefused(TransactionCanceledException e) {
    return e.cancellationReasons().stream()
        .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
  }
}
