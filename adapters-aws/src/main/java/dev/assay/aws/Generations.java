package dev.assay.aws;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The generations that the table of the state knows. */
final class Generations {

  private final DynamoDb db;
  private final String table;

  Generations(DynamoDb db, String table) {
    this.db = db;
    this.table = table;
  }

  Optional<Generation> find(GenerationId id) {
    return db.get(table, Generation.PARTITION, id.value()).map(Generation::of);
  }

  /** All of them, ordered by name. */
  List<Generation> all() {
    return db.all(table, Generation.PARTITION).stream().map(Generation::of).toList();
  }

  Lineage lineage() {
    return new Lineage(all());
  }

  void put(Generation generation) {
    db.call(
        "write the table " + table,
        client -> client.putItem(r -> r.tableName(table).item(generation.toItem())));
  }

  /** Replaces what is known of a generation, unless somebody created it anew meanwhile. */
  void replace(Generation generation) {
    boolean replaced =
        db.call(
            "write the table " + table,
            client -> {
              try {
                client.putItem(
                    r ->
                        r.tableName(table)
                            .item(generation.toItem())
                            .conditionExpression("incarnation = :incarnation")
                            .expressionAttributeValues(incarnation(generation)));
                return true;
              } catch (ConditionalCheckFailedException e) {
                return false;
              }
            });
    if (!replaced) {
      throw PortException.permanent(
          "generation " + generation.id() + " was created anew or dropped meanwhile");
    }
  }

  private static Map<String, AttributeValue> incarnation(Generation generation) {
    return Map.of(":incarnation", Items.text(generation.incarnation()));
  }

  void forget(GenerationId id) {
    db.call(
        "write the table " + table,
        client ->
            client.deleteItem(
                r -> r.tableName(table).key(Items.key(Generation.PARTITION, id.value()))));
  }
}
