package dev.assay.aws;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The item that names the active generation and the one before; switched by conditional write. */
final class Pointer {

  private static final String KEY = "pointer";
  private static final String ACTIVE = "active";
  private static final String PREVIOUS = "previous";
  private static final String SWITCHES = "switches";

  private final DynamoDb db;
  private final String table;

  Pointer(DynamoDb db, String table) {
    this.db = db;
    this.table = table;
  }

  /**
   * Where the pointer stands.
   *
   * @param active what readers see
   * @param previous what a rollback goes back to
   * @param switches how often it was switched, which tells one switch from another
   */
  record Position(Optional<GenerationId> active, Optional<GenerationId> previous, long switches) {

    boolean isActive(GenerationId generation) {
      return active.equals(Optional.of(generation));
    }

    /** Those that are kept. */
    List<GenerationId> generations() {
      return Stream.concat(active.stream(), previous.stream()).toList();
    }
  }

  Position read() {
    Map<String, AttributeValue> item = db.get(table, KEY, KEY).orElse(Map.of());
    return new Position(
        generation(item, ACTIVE),
        generation(item, PREVIOUS),
        item.containsKey(SWITCHES) ? Items.number(item, SWITCHES) : 0);
  }

  private static Optional<GenerationId> generation(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).map(GenerationId::new);
  }

  /**
   * Makes a generation the active one.
   *
   * @param seen where the pointer stood when that was decided
   * @throws PortException transient if it was switched since
   */
  Position switchTo(GenerationId generation, Position seen) {
    Position next = new Position(Optional.of(generation), seen.active(), seen.switches() + 1);
    boolean switched =
        db.call("switch the pointer in the table " + table, client -> put(client, next));
    // An answer may be lost after the write was done: then the pointer stands as it should.
    if (!switched && !read().equals(next)) {
      throw PortException.temporary(
          "another process switched the active generation at the same moment; try again");
    }
    return next;
  }

  private boolean put(
      software.amazon.awssdk.services.dynamodb.DynamoDbClient client, Position next) {
    try {
      client.putItem(
          r ->
              r.tableName(table)
                  .item(item(next))
                  .conditionExpression("attribute_not_exists(pk) OR switches = :seen")
                  .expressionAttributeValues(Map.of(":seen", Items.number(next.switches() - 1))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> item(Position position) {
    Map<String, AttributeValue> item = new HashMap<>(Items.key(KEY, KEY));
    position.active().ifPresent(id -> item.put(ACTIVE, Items.text(id.value())));
    position.previous().ifPresent(id -> item.put(PREVIOUS, Items.text(id.value())));
    item.put(SWITCHES, Items.number(position.switches()));
    return item;
  }
}
