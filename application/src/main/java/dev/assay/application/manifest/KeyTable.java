package dev.assay.application.manifest;

/**
 * Gives keys of bodies places in arrays: an open-addressing hash table of primitive numbers. Keys
 * are hashes already, so their own bits tell where to look. What belongs to a key is kept by the
 * user, in arrays of as many elements as there are {@link #slots()}.
 */
final class KeyTable {

  /** Three quarters are used at most: 21 bytes for a key and a number, few steps to find them. */
  private static final double SLOTS_PER_KEY = 4 / 3.0;

  /** Stands for a free slot; the key of the same number has a slot of its own, the last. */
  private static final long FREE = 0;

  private final long[] keys;
  private boolean hasFreeKey;
  private int size;

  KeyTable(int mostKeys) {
    keys = new long[(int) Math.min(Integer.MAX_VALUE - 8, (long) (mostKeys * SLOTS_PER_KEY) + 2)];
  }

  /** How many elements an array needs that goes with this table. */
  int slots() {
    return keys.length;
  }

  /** Whether a slot has a key. */
  boolean isUsed(int slot) {
    return slot == keys.length - 1 ? hasFreeKey : keys[slot] != FREE;
  }

  /** The key of a slot that is used. */
  long key(int slot) {
    return keys[slot];
  }

  /** The slot of a key; negative if it has none. */
  int find(long key) {
    if (key == FREE) {
      return hasFreeKey ? keys.length - 1 : -1;
    }
    int slot = first(key);
    while (keys[slot] != key) {
      if (keys[slot] == FREE) {
        return -1;
      }
      slot = next(slot);
    }
    return slot;
  }

  /** The slot of a key, a new one if it has none. */
  int add(long key) {
    if (key == FREE) {
      size += hasFreeKey ? 0 : 1;
      hasFreeKey = true;
      return keys.length - 1;
    }
    int slot = first(key);
    while (keys[slot] != key) {
      if (keys[slot] == FREE) {
        return take(slot, key);
      }
      slot = next(slot);
    }
    return slot;
  }

  /** One slot stays free, which ends every search. */
  private int take(int slot, long key) {
    if (size == keys.length - 2) {
      throw new IllegalStateException("more than " + size + " keys");
    }
    keys[slot] = key;
    size++;
    return slot;
  }

  /** The upper half of the key, spread evenly over all slots but the last. */
  private int first(long key) {
    return (int) (((key >>> 32) * (keys.length - 1)) >>> 32);
  }

  private int next(int slot) {
    return slot + 1 == keys.length - 1 ? 0 : slot + 1;
  }
}
