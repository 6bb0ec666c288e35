package dev.assay.aws;

import dev.assay.ports.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Requests to tables, with what DynamoDB leaves to its callers: pages, what a batch did not get
 * done, and a limited number of attempts where it asks to slow down. All reads are consistent.
 */
final class DynamoDb {

  /** What one BatchWriteItem takes. */
  private static final int MOST_WRITES = 25;

  /** What one BatchGetItem takes. */
  private static final int MOST_READS = 100;

  private final DynamoDbClient client;
  private final Backoff backoff;

  DynamoDb(DynamoDbClient client, Backoff backoff) {
    this.client = client;
    this.backoff = backoff;
  }

  /** An item of a table. */
  record Key(String partition, String sort) {}

  /** Makes one request, again if the failure is likely to pass. */
  <T> T call(String action, Function<DynamoDbClient, T> request) {
    if (!backoff.hasTime()) {
      throw PortException.busy("cannot " + action + ": no time is left for it; try again");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return request.apply(client);
      } catch (SdkException e) {
        PortException trouble = AwsTrouble.of(action, e);
        if (trouble.kind() == PortException.Kind.PERMANENT
            || Thread.currentThread().isInterrupted()
            || !backoff.again(attempt)) {
          throw trouble;
        }
      }
    }
  }

  Optional<Map<String, AttributeValue>> get(String table, String partition, String sort) {
    Map<String, AttributeValue> item =
        call(
            "read the table " + table,
            c ->
                c.getItem(
                        r ->
                            r.tableName(table).key(Items.key(partition, sort)).consistentRead(true))
                    .item());
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /** The items of some keys, in any order; those that are missing are left out. */
  List<Map<String, AttributeValue>> getAll(String table, List<Key> keys) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += MOST_READS) {
      List<Map<String, AttributeValue>> left =
          keys.subList(from, Math.min(keys.size(), from + MOST_READS)).stream()
              .map(key -> Items.key(key.partition(), key.sort()))
              .toList();
      for (int attempt = 1; !left.isEmpty(); attempt++) {
        BatchGetItemResponse answer = getOnce(table, left);
        found.addAll(answer.responses().getOrDefault(table, List.of()));
        KeysAndAttributes undone = answer.unprocessedKeys().get(table);
        left = undone == null ? List.of() : undone.keys();
        pauseUnlessDone(left.size(), attempt, "read from the table " + table);
      }
    }
    return found;
  }

  private BatchGetItemResponse getOnce(String table, List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return call(
        "read the table " + table, c -> c.batchGetItem(r -> r.requestItems(Map.of(table, wanted))));
  }

  /** Writes items, in any order; each replaces one that has its key. */
  void putAll(String table, List<Map<String, AttributeValue>> items) {
    writeAll(
        table,
        items.stream().map(item -> WriteRequest.builder().putRequest(put(item)).build()).toList());
  }

  private static PutRequest put(Map<String, AttributeValue> item) {
    return PutRequest.builder().item(item).build();
  }

  /** Deletes items; nothing happens to those that are not there. */
  void deleteAll(String table, List<Key> keys) {
    writeAll(
        table,
        keys.stream()
            .map(key -> Items.key(key.partition(), key.sort()))
            .map(key -> DeleteRequest.builder().key(key).build())
            .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
            .toList());
  }

  private void writeAll(String table, List<WriteRequest> requests) {
    for (int from = 0; from < requests.size(); from += MOST_WRITES) {
      List<WriteRequest> left =
          requests.subList(from, Math.min(requests.size(), from + MOST_WRITES));
      for (int attempt = 1; !left.isEmpty(); attempt++) {
        left = writeOnce(table, left);
        pauseUnlessDone(left.size(), attempt, "write to the table " + table);
      }
    }
  }

  private List<WriteRequest> writeOnce(String table, List<WriteRequest> requests) {
    BatchWriteItemResponse answer =
        call(
            "write to the table " + table,
            c -> c.batchWriteItem(r -> r.requestItems(Map.of(table, requests))));
    return answer.unprocessedItems().getOrDefault(table, List.of());
  }

  private void pauseUnlessDone(int left, int attempt, String action) {
    if (left > 0 && !backoff.again(attempt)) {
      throw PortException.busy(
          "cannot " + action + ": " + left + " items were turned away " + attempt + " times");
    }
  }

  /** Every item of a partition, in the order of their sort keys. */
  List<Map<String, AttributeValue>> all(String table, String partition) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    forEach(table, partition, items::add);
    return items;
  }

  /** Hands out every item of a partition, in the order of their sort keys. */
  void forEach(String table, String partition, Consumer<Map<String, AttributeValue>> consumer) {
    Map<String, AttributeValue> last = Map.of();
    do {
      QueryResponse page = query(table, partition, last, null, true);
      page.items().forEach(consumer);
      last = page.lastEvaluatedKey();
    } while (!last.isEmpty());
  }

  /** Some items of a partition, from its beginning or end or from a sort key on. */
  List<Map<String, AttributeValue>> some(
      String table, String partition, String after, int most, boolean ascending) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Map<String, AttributeValue> last = after.isEmpty() ? Map.of() : Items.key(partition, after);
    do {
      QueryResponse page = query(table, partition, last, most - items.size(), ascending);
      items.addAll(page.items());
      last = page.lastEvaluatedKey();
    } while (!last.isEmpty() && items.size() < most);
    return items;
  }

  private QueryResponse query(
      String table,
      String partition,
      Map<String, AttributeValue> after,
      @Nullable Integer most,
      boolean ascending) {
    return call(
        "read the table " + table,
        c ->
            c.query(
                r ->
                    r.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Items.text(partition)))
                        .consistentRead(true)
                        .limit(most)
                        .scanIndexForward(ascending)
                        .exclusiveStartKey(after.isEmpty() ? null : after)));
  }
}
