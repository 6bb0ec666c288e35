package dev.assay.application.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What two manifests say of the same bodies: first all of the earlier one, then the later one. */
final class ComparedBodies {

  /** The state of a body: the part of its last row, and what has been seen of it. */
  private static final int PART = 0x0FFF_FFFF;

  private static final int WAS = 1 << 28;
  private static final int IS = 1 << 29;
  private static final int SENT = 1 << 30;

  private final KeyTable keys;
  private final long[] before;
  private final long[] now;
  private final int[] states;
  private final Map<Integer, Long> superseded = new HashMap<>();
  private long sent;

  ComparedBodies(int mostBodies) {
    keys = new KeyTable(mostBodies);
    before = new long[keys.slots()];
    now = new long[keys.slots()];
    states = new int[keys.slots()];
  }

  /** A row of the earlier manifest. */
  void was(long key, long content) {
    int slot = keys.add(key);
    before[slot] = content;
    states[slot] = WAS;
  }

  /** A row of the later manifest. */
  void is(int part, long key, long content) {
    int slot = keys.add(key);
    int state = states[slot];
    if ((state & IS) != 0) {
      superseded.merge(state & PART, 1L, Long::sum);
    }
    now[slot] = content;
    boolean same = (state & WAS) != 0 && before[slot] == content;
    if (!same) {
      sent++;
    }
    states[slot] = (state & ~PART) | part | IS | (same ? 0 : SENT);
  }

  long bodies() {
    return slots(this::isThere).count();
  }

  /** Bodies that are new or not as they were. */
  long written() {
    return slots(slot -> isThere(slot) && !isUnchanged(slot)).count();
  }

  LongStream gone() {
    return slots(slot -> !isThere(slot)).mapToLong(keys::key);
  }

  LongStream unchangedThoughSent() {
    return slots(slot -> (states[slot] & SENT) != 0 && isUnchanged(slot)).mapToLong(keys::key);
  }

  /** Rows that do not say of a body what was said of it before. */
  long sent() {
    return sent;
  }

  Map<Integer, Long> superseded() {
    return superseded;
  }

  private boolean isThere(int slot) {
    return (states[slot] & IS) != 0;
  }

  private boolean isUnchanged(int slot) {
    int both = WAS | IS;
    return (states[slot] & both) == both && before[slot] == now[slot];
  }

  private IntStream slots(IntPredicate wanted) {
    return IntStream.range(0, keys.slots()).filter(keys::isUsed).filter(wanted);
  }
}
