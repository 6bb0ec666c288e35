package dev.assay.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table of the state, for tests and for emulators; on AWS the stack makes it. */
public final class StateTable {

  private StateTable() {}

  /**
   * Creates the table and waits until it can be used; nothing happens if it exists.
   *
   * @param client talks to DynamoDB
   * @param tables how it is named
   * @param backoff how long to wait
   */
  public static void create(DynamoDbClient client, TableNames tables, Backoff backoff) {
    new Tables(new DynamoDb(client, backoff), backoff).create(tables.state());
  }
}
