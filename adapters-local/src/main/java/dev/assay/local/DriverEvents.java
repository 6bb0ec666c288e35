package dev.assay.local;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Keeps the engine's driver from offering its use of memory as events of Java Flight Recorder.
 *
 * <p>It does so when it is first used, asked or not, and that sets up all of the recorder: 40 ms of
 * a start, a tenth of the time that {@code assay top} takes. The driver has no setting for it, so
 * it is told that it has been done already. This rests on the insides of the version that the build
 * pins, as {@link VectorMemory} does; if they change, every test that opens a catalogue fails.
 */
final class DriverEvents {

  private static final VarHandle ALREADY_OFFERED = alreadyOffered();

  private DriverEvents() {}

  private static VarHandle alreadyOffered() {
    try {
      Class<?> monitor = Class.forName("org.duckdb.DuckDBMemoryMonitor");
      return MethodHandles.privateLookupIn(monitor, MethodHandles.lookup())
          .findStaticVarHandle(monitor, "initialized", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Has an effect before the driver is used for the first time. */
  static void turnOff() {
    ALREADY_OFFERED.setVolatile(true);
  }
}
