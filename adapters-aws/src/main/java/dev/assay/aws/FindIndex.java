package dev.assay.aws;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finds rows by what bodies are called: buckets of (hash of a calling, address). Different callings
 * may have one hash, so what is found is to be compared.
 */
final class FindIndex {

  /** Entries in a bucket, about, which makes it some 4 KB. */
  private static final int BUCKET = 512;

  private static final String KIND = "find";

  private FindIndex() {}

  /** FNV-1a over the characters, well mixed, so that buckets fill evenly. */
  static int hash(String calling) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < calling.length(); i++) {
      hash = (hash ^ calling.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9e3779b97f4a7c15L;
    return (int) (hash >>> 32);
  }

  /** Buckets are ranges of hashes, so that entries sorted by hash are sorted by bucket. */
  static int bucket(int hash, int buckets) {
    return (int) ((Integer.toUnsignedLong(hash) * buckets) >>> 32);
  }

  private static Map<String, AttributeValue> item(
      Generation generation, int bucket, byte[] content) {
    return Items.packed(partition(generation, bucket), "0", content);
  }

  private static String partition(Generation generation, int bucket) {
    return generation.partition(KIND) + "#" + bucket;
  }

  static DynamoDb.Key key(Generation generation, String calling) {
    int bucket = bucket(hash(calling), generation.contents().buckets());
    return new DynamoDb.Key(partition(generation, bucket), "0");
  }

  /** The addresses in a bucket that belong to callings with one of these hashes. */
  static List<Address> addresses(byte[] bucket, Set<Integer> hashes) {
    return Packing.unpack(bucket, in -> addresses(in, hashes));
  }

  private static List<Address> addresses(DataInputStream in, Set<Integer> hashes)
      throws IOException {
    List<Address> found = new ArrayList<>();
    int count = Packing.readNumber(in);
    for (int i = 0; i < count; i++) {
      int hash = in.readInt();
      Address address = new Address(Packing.readNumber(in), Packing.readNumber(in));
      if (hashes.contains(hash)) {
        found.add(address);
      }
    }
    return found;
  }

  /** Collects the entries of a generation: 16 bytes each. */
  static final class Builder {

    private long[] hashAndChunk = new long[1 << 10];
    private int[] positions = new int[1 << 10];
    private int size;

    void add(String calling, Address address) {
      if (size == positions.length) {
        hashAndChunk = Arrays.copyOf(hashAndChunk, size + (size >> 1));
        positions = Arrays.copyOf(positions, size + (size >> 1));
      }
      hashAndChunk[size] = ((long) hash(calling) << 32) | address.chunk();
      positions[size] = address.position();
      size++;
    }

    int buckets() {
      return Math.max(1, (size + BUCKET - 1) / BUCKET);
    }

    /** The items to write; every bucket has one, even if it is empty. */
    Stream<Map<String, AttributeValue>> items(Generation generation) {
      int buckets = buckets();
      int[] order = sorted();
      int[] next = {0};
      return java.util.stream.IntStream.range(0, buckets)
          .mapToObj(
              bucket -> {
                int from = next[0];
                while (next[0] < size && bucket(hash(order[next[0]]), buckets) == bucket) {
                  next[0]++;
                }
                return item(generation, bucket, content(order, from, next[0]));
              });
    }

    private int hash(int entry) {
      return (int) (hashAndChunk[entry] >>> 32);
    }

    private static int hash(String calling) {
      return FindIndex.hash(calling);
    }

    /** The numbers of the entries by unsigned hash. */
    private int[] sorted() {
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        keys[i] = (((long) (hash(i) ^ Integer.MIN_VALUE)) << 32) | i;
      }
      Arrays.sort(keys);
      return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private byte[] content(int[] order, int from, int to) {
      return Packing.pack(
          out -> {
            Packing.writeNumber(out, to - from);
            for (int i = from; i < to; i++) {
              out.writeInt(hash(order[i]));
              Packing.writeNumber(out, (int) hashAndChunk[order[i]]);
              Packing.writeNumber(out, positions[order[i]]);
            }
          });
    }
  }
}
