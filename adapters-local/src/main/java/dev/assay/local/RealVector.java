package dev.assay.local;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.duckdb.DuckDBWritableVector;

/**
 * Writes real numbers into a vector of the engine, all of a column in one go.
 *
 * <p>The driver's own {@code setDouble} checks the type and takes a lock for each number: 39
 * million times for a full catalogue, which took PLACEHOLDER. So the numbers go straight into the
 * memory of the vector, which the driver keeps in two buffers that it does not hand out. This rests
 * on the insides of the version that the build pins; if they change, the first load in any test
 * fails.
 */
final class RealVector {

  private static final VarHandle DATA = buffer("data");
  private static final VarHandle VALIDITY = buffer("validity");

  private RealVector() {}

  private static VarHandle buffer(String name) {
    try {
      return MethodHandles.privateLookupIn(DuckDBWritableVector.class, MethodHandles.lookup())
          .findVarHandle(DuckDBWritableVector.class, name, ByteBuffer.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Writes numbers from one place of an array to another as rows 0 and on; NaN is unknown. */
  static void write(double[] numbers, int from, int to, DuckDBWritableVector vector) {
    ByteBuffer data = (ByteBuffer) DATA.get(vector);
    data.duplicate().order(data.order()).asDoubleBuffer().put(numbers, from, to - from);
    ByteBuffer validity = (ByteBuffer) VALIDITY.get(vector);
    for (int word = from; word < to; word += Long.SIZE) {
      validity.putLong((word - from) / Byte.SIZE, known(numbers, word, Math.min(to, word + 64)));
    }
  }

  /** A bit for each number that is known, the first of them lowest. */
  private static long known(double[] numbers, int from, int to) {
    long bits = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(numbers[i])) {
        bits |= 1L << (i - from);
      }
    }
    return bits;
  }
}
