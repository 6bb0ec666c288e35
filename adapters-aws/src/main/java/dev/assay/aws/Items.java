package dev.assay.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes and reads items: every table has the same two keys. */
final class Items {

  static final String PARTITION = "pk";
  static final String SORT = "sk";

  /** The packed content of an item. */
  static final String BYTES = "b";

  private Items() {}

  static Map<String, AttributeValue> key(String partition, String sort) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(PARTITION, text(partition));
    item.put(SORT, text(sort));
    return item;
  }

  static DynamoDb.Key key(Map<String, AttributeValue> item) {
    return new DynamoDb.Key(text(item, PARTITION), text(item, SORT));
  }

  static Map<String, AttributeValue> packed(String partition, String sort, byte[] bytes) {
    Map<String, AttributeValue> item = key(partition, sort);
    item.put(BYTES, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
    return item;
  }

  static byte[] bytes(Map<String, AttributeValue> item) {
    return attribute(item, BYTES).b().asByteArrayUnsafe();
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(attribute(item, name).n());
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  /** An attribute that every item of its kind has. */
  static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  /** A number as a sort key, so that keys are ordered as numbers are. */
  static String ordered(long number) {
    String digits = Long.toString(number);
    return "0".repeat(10 - digits.length()) + digits;
  }
}
