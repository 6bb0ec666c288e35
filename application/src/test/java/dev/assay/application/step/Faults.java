package dev.assay.application.step;

import dev.assay.ports.PortException;
import org.jspecify.annotations.Nullable;

/** Makes one call of any port fail, counted over all of them. Used by one thread. */
final class Faults {

  /** What happens at the call. */
  enum Kind {
    /** It is not made and fails for a passing reason. */
    TRANSIENT,
    /** It is not made and fails for good. */
    PERMANENT,
    /** It is made, but its caller hears that it failed for a passing reason. */
    ANSWER_LOST,
    /** It fails for good, and so does every call after it. */
    LASTING,
    /** It is not made, and nothing is done after it. */
    KILLED,
    /** It is made, and nothing is done after it. */
    KILLED_AFTER
  }

  /** Ends a process; nobody catches it but the test. */
  static final class Killed extends Error {}

  private Kind kind = Kind.TRANSIENT;
  private int failing;
  private int calls;

  /** Lets a call fail, the next one being 1. */
  void failAt(int call, Kind how) {
    kind = how;
    failing = call;
    calls = 0;
  }

  /** Lets calls succeed again, and tells whether one failed. */
  boolean end() {
    boolean struck = failing > 0 && calls >= failing;
    failing = 0;
    return struck;
  }

  <T> T around(Class<? super T> port, T real) {
    return Tap.around(port, real, (name, call) -> make(name, call));
  }

  private @Nullable Object make(String name, Tap.Call call) {
    if (failing == 0) {
      return call.proceed();
    }
    calls++;
    boolean strikes = calls == failing || (calls > failing && kind == Kind.LASTING);
    return strikes ? fail(name, call) : call.proceed();
  }

  private @Nullable Object fail(String name, Tap.Call call) {
    if (kind == Kind.ANSWER_LOST || kind == Kind.KILLED_AFTER) {
      call.proceed();
    }
    switch (kind) {
      case TRANSIENT, ANSWER_LOST -> throw PortException.temporary(name + " failed for the test");
      case PERMANENT, LASTING -> throw PortException.permanent(name + " failed for the test");
      case KILLED, KILLED_AFTER -> throw new Killed();
    }
    throw new IllegalStateException("unreachable");
  }
}
