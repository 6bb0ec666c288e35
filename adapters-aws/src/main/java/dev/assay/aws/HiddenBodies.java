package dev.assay.aws;

import dev.assay.ports.BodyKeys;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The bodies of lower layers that a layer hides, as they lie in its table: the keys of those put
 * into it and of those gone, in pages that are ranges of keys. Keys are as good as random, so pages
 * fill evenly, and whether one body is hidden takes one page.
 */
final class HiddenBodies {

  /** Keys on a page, about: at 8 bytes each, most pages are read for one unit of 4 KB. */
  private static final int PAGE = 440;

  private static final String KIND = "hidden";

  private HiddenBodies() {}

  /** How many pages so many keys take; never none, so that a table without any has lost them. */
  static int pages(int keys) {
    return Math.max(1, (keys + PAGE - 1) / PAGE);
  }

  /** Pages are ranges of keys in ascending order. */
  static int page(long key, int pages) {
    long fromLowest = (key >>> 32) ^ 0x8000_0000L;
    return (int) ((fromLowest * pages) >>> 32);
  }

  static DynamoDb.Key key(Generation generation, int page) {
    return new DynamoDb.Key(generation.partition(KIND), Items.ordered(page));
  }

  /** The items to write. */
  static List<Map<String, AttributeValue>> items(Generation generation, BodyKeys hidden) {
    long[] keys = hidden.stream().toArray();
    int pages = pages(keys.length);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    int from = 0;
    for (int page = 0; page < pages; page++) {
      int to = from;
      while (to < keys.length && page(keys[to], pages) == page) {
        to++;
      }
      DynamoDb.Key key = key(generation, page);
      byte[] content = pack(Arrays.copyOfRange(keys, from, to));
      items.add(Items.packed(key.partition(), key.sort(), content));
      from = to;
    }
    return items;
  }

  private static byte[] pack(long[] keys) {
    return Packing.pack(
        out -> {
          Packing.writeNumber(out, keys.length);
          for (long key : keys) {
            out.writeLong(key);
          }
        });
  }

  static LongStream keys(Map<String, AttributeValue> page) {
    return LongStream.of(Packing.<long[]>unpack(Items.bytes(page), HiddenBodies::read));
  }

  private static long[] read(DataInputStream in) throws IOException {
    long[] keys = new long[Packing.readNumber(in)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readLong();
    }
    return keys;
  }

  /** Where all pages lie. */
  static List<DynamoDb.Key> allKeys(Generation generation) {
    return IntStream.range(0, generation.contents().hiddenPages())
        .mapToObj(page -> key(generation, page))
        .toList();
  }
}
