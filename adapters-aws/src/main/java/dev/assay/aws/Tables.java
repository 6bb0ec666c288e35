package dev.assay.aws;

import dev.assay.ports.PortException;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Creates and deletes tables, which takes DynamoDB some seconds each. */
final class Tables {

  /** At the longest pause of five seconds, five minutes. */
  private static final int LOOKS = 60;

  private final DynamoDb db;
  private final Backoff backoff;

  Tables(DynamoDb db, Backoff backoff) {
    this.db = db;
    this.backoff = backoff;
  }

  /** Creates a table and waits until it can be used; nothing happens if it exists. */
  void create(String table) {
    db.call("create the table " + table, client -> createUnlessThere(client, table));
    waitFor(table, Optional.of(TableStatus.ACTIVE));
  }

  private static boolean createUnlessThere(DynamoDbClient client, String table) {
    try {
      client.createTable(definition(table));
      return true;
    } catch (ResourceInUseException e) {
      return false;
    }
  }

  private static CreateTableRequest definition(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attribute(Items.PARTITION), attribute(Items.SORT))
        .keySchema(key(Items.PARTITION, KeyType.HASH), key(Items.SORT, KeyType.RANGE))
        .build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  /** Begins the deletion of a table; nothing happens if there is none. */
  void delete(String table) {
    db.call(
        "delete the table " + table,
        client -> {
          try {
            client.deleteTable(r -> r.tableName(table));
            return true;
          } catch (ResourceNotFoundException e) {
            return false;
          } catch (ResourceInUseException e) {
            if (status(client, table).equals(Optional.of(TableStatus.DELETING))) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Deletes a table and waits until its name is free. */
  void deleteAndWait(String table) {
    delete(table);
    waitFor(table, Optional.empty());
  }

  private void waitFor(String table, Optional<TableStatus> wanted) {
    for (int look = 1; look <= LOOKS; look++) {
      Optional<TableStatus> now =
          db.call("look at the table " + table, client -> status(client, table));
      if (now.equals(wanted)) {
        return;
      }
      backoff.pauseLong();
    }
    throw PortException.temporary(
        "the table "
            + table
            + " is not "
            + wanted.map(TableStatus::toString).orElse("deleted")
            + " after "
            + LOOKS
            + " looks; try again");
  }

  private static Optional<TableStatus> status(DynamoDbClient client, String table) {
    try {
      return Optional.of(client.describeTable(r -> r.tableName(table)).table().tableStatus());
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }
}
