package dev.assay.aws;

import dev.assay.application.message.RunRecordJson;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The ledger in the table of the state: an item per chunk and an item per run.
 *
 * <p>Each report is one conditional write to the item of its chunk, and the counts are what a query
 * of these items finds: exact however often a chunk is reported, and with 750 chunks in a run
 * cheaper than a counter that would have to be changed in a transaction.
 */
public final class DynamoDbRunLedger implements RunLedger {

  /** Runs on record, some four years of weekly ones. */
  static final int LONGEST_HISTORY = 200;

  private static final String RUNS = "runs";
  private static final String ROWS = "rows";
  private static final String WRITTEN = "written";

  private final DynamoDb db;
  private final String table;

  /**
   * Uses the table of the state, which must exist.
   *
   * @param client talks to DynamoDB
   * @param tables how the tables are named
   * @param backoff how patient to be when DynamoDB asks to slow down
   */
  public DynamoDbRunLedger(DynamoDbClient client, TableNames tables, Backoff backoff) {
    db = new DynamoDb(client, backoff);
    table = tables.state();
  }

  @Override
  public void expect(GenerationId generation, int chunk, int rows) {
    note(
        generation,
        chunk,
        rows,
        "SET #rows = :rows",
        "attribute_not_exists(#rows) OR #rows = :rows",
        Map.of());
  }

  @Override
  public void written(GenerationId generation, int chunk, int rows) {
    note(
        generation,
        chunk,
        rows,
        "SET written = :yes",
        "#rows = :rows",
        Map.of(":yes", AttributeValue.fromBool(true)));
  }

  private void note(
      GenerationId generation,
      int chunk,
      int rows,
      String update,
      String condition,
      Map<String, AttributeValue> more) {
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":rows", Items.number(rows));
    Map<String, AttributeValue> noted =
        db.call(
            "write to the ledger in the table " + table,
            client -> {
              try {
                client.updateItem(
                    r ->
                        r.tableName(table)
                            .key(Items.key(partition(generation), Items.ordered(chunk)))
                            .updateExpression(update)
                            .conditionExpression(condition)
                            .expressionAttributeNames(Map.of("#rows", ROWS))
                            .expressionAttributeValues(values)
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return DONE;
              } catch (ConditionalCheckFailedException e) {
                return e.hasItem() ? e.item() : Map.<String, AttributeValue>of();
              }
            });
    if (noted != DONE) {
      throw conflict(generation, chunk, rows, noted.get(ROWS));
    }
  }

  private static final Map<String, AttributeValue> DONE =
      Map.of("done", AttributeValue.fromBool(true));

  private static PortException conflict(
      GenerationId generation, int chunk, int rows, @Nullable AttributeValue noted) {
    return PortException.permanent(
        "run "
            + generation
            + ": chunk "
            + chunk
            + " comes with "
            + rows
            + " rows, but "
            + (noted == null ? "nobody has announced it" : "it was announced with " + noted.n())
            + "; start the run anew");
  }

  private static String partition(GenerationId generation) {
    return "chunks#" + generation;
  }

  @Override
  public ChunkCounts chunks(GenerationId generation) {
    Counter counter = new Counter();
    db.forEach(table, partition(generation), counter::add);
    return new ChunkCounts(
        counter.chunks, counter.rows, counter.writtenChunks, counter.writtenRows);
  }

  @Override
  public List<Integer> unwritten(GenerationId generation, int limit) {
    List<Integer> chunks = new ArrayList<>();
    db.forEach(
        table,
        partition(generation),
        item -> {
          if (!item.containsKey(WRITTEN) && chunks.size() < limit) {
            chunks.add(Integer.parseInt(Items.text(item, Items.SORT)));
          }
        });
    return chunks;
  }

  /** Adds up the items of chunks. */
  private static final class Counter {
    private int chunks;
    private long rows;
    private int writtenChunks;
    private long writtenRows;

    void add(Map<String, AttributeValue> item) {
      long these = Items.number(item, ROWS);
      chunks++;
      rows += these;
      if (item.containsKey(WRITTEN)) {
        writtenChunks++;
        writtenRows += these;
      }
    }
  }

  @Override
  public void forgetChunks(GenerationId generation) {
    db.deleteAll(table, db.all(table, partition(generation)).stream().map(Items::key).toList());
  }

  @Override
  public void record(RunRecord run) {
    byte[] json = RunRecordJson.encode(run);
    db.putAll(
        table,
        List.of(
            Items.packed(RUNS, run.generation().value(), Packing.pack(out -> out.write(json)))));
    List<DynamoDb.Key> all = db.all(table, RUNS).stream().map(Items::key).toList();
    db.deleteAll(table, all.subList(0, Math.max(0, all.size() - LONGEST_HISTORY)));
  }

  @Override
  public List<RunRecord> history(int limit) {
    return db.some(table, RUNS, "", Math.min(limit, LONGEST_HISTORY), false).stream()
        .map(item -> Packing.unpack(Items.bytes(item), in -> in.readAllBytes()))
        .map(RunRecordJson::decode)
        .toList();
  }
}
