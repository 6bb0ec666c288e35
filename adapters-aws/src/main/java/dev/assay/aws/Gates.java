package dev.assay.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items that are there while a generation takes chunks. A chunk is committed in a transaction that
 * checks one of them, and sealing deletes them all before it looks which chunks there are, so none
 * slips in behind its back. They are several because transactions that touch the same item at the
 * same moment turn each other away.
 */
final class Gates {

  private static final int COUNT = 32;
  private static final String KIND = "gate";

  private Gates() {}

  static List<Map<String, AttributeValue>> items(Generation generation) {
    return keys(generation).stream().map(key -> Items.key(key.partition(), key.sort())).toList();
  }

  static List<DynamoDb.Key> keys(Generation generation) {
    return IntStream.range(0, COUNT).mapToObj(number -> key(generation, number)).toList();
  }

  /** The gate that a chunk goes through. */
  static DynamoDb.Key of(Generation generation, int chunk) {
    return key(generation, chunk % COUNT);
  }

  /** Each has a partition of its own. */
  private static DynamoDb.Key key(Generation generation, int number) {
    return new DynamoDb.Key(generation.partition(KIND) + "#" + number, "0");
  }
}
