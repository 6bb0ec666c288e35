package dev.assay.ports;

import dev.assay.domain.body.Designation;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A set of bodies, each by a number of 64 bits that follows from its primary designation: eight
 * bytes a body, where the designation itself takes about sixty in memory. Two bodies of 5 million
 * share a number with a probability of 7e-7 (n&sup2; / 2 / 2<sup>64</sup>). Immutable.
 */
public final class BodyKeys {

  /** No bodies. */
  public static final BodyKeys NONE = new BodyKeys(new long[0]);

  /** Odd numbers of 64 bits without a pattern: the fractions of the golden ratio and of pi. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final long PI = 0x243F6A8885A308D3L;

  private final long[] sorted;

  private BodyKeys(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Makes a set.
   *
   * @param keys numbers of bodies as {@link #key} gives them, in any order, repeated or not
   * @return the set of them
   */
  public static BodyKeys of(LongStream keys) {
    return new BodyKeys(keys.sorted().distinct().toArray());
  }

  /**
   * The number of a body. It is stored, so it stays the same in all versions.
   *
   * @param designation primary designation
   * @return any number
   */
  public static long key(String designation) {
    long hash = PI;
    for (int i = 0; i < designation.length(); i++) {
      hash = (hash ^ designation.charAt(i)) * GOLDEN;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /**
   * Whether a body is one of them.
   *
   * @param designation its primary designation
   * @return whether it is
   */
  public boolean contains(Designation designation) {
    return contains(key(designation.value()));
  }

  /**
   * Whether a body is one of them.
   *
   * @param key its number
   * @return whether it is
   */
  public boolean contains(long key) {
    return Arrays.binarySearch(sorted, key) >= 0;
  }

  /**
   * How many they are.
   *
   * @return 0 or more
   */
  public int size() {
    return sorted.length;
  }

  /**
   * Their numbers.
   *
   * @return ascending
   */
  public LongStream stream() {
    return Arrays.stream(sorted);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BodyKeys keys && Arrays.equals(sorted, keys.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return sorted.length + " bodies";
  }
}
