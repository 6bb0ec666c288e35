package dev.assay.lambda;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.workflow.FailureKind;
import dev.assay.application.workflow.StepName;
import dev.assay.domain.table.BadTableException;
import dev.assay.ports.PortException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what a step threw into the failure that the state machine sees, and logs it. */
final class Failures {

  private static final int LONGEST_MESSAGE = 2000;
  private static final int LONGEST_STACK = 8000;

  private final JsonLines lines;

  Failures(JsonLines lines) {
    this.lines = lines;
  }

  /**
   * The failure of a step.
   *
   * @param step which
   * @param part of which part; below 0 if it works on the whole
   * @param fields what the log says beside it
   * @param thrown what it threw
   */
  StepFailure of(StepName step, int part, Map<String, ?> fields, RuntimeException thrown) {
    String where = step.title() + (part < 0 ? "" : ", part " + part);
    String message = shortened(where + ": " + oneLine(thrown), LONGEST_MESSAGE);
    boolean passing = FailureKind.of(thrown) == FailureKind.TRANSIENT;
    Map<String, Object> logged = new LinkedHashMap<>(fields);
    if (!isExpected(thrown)) {
      logged.put("stack", stack(thrown));
    }
    // Nothing after the handler of failures could tell that it failed for good.
    boolean matters = !passing || step == StepName.NOTIFY_FAILURE;
    lines.log(matters ? JsonLines.Level.ERROR : JsonLines.Level.WARN, message, logged);
    return passing ? new TransientFailure(step, message) : new PermanentFailure(step, message);
  }

  private static String oneLine(RuntimeException thrown) {
    String message = String.valueOf(thrown.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
    return isExpected(thrown)
        ? message
        : "a fault of Assay itself, please report it with the log of this call ("
            + thrown.getClass().getSimpleName()
            + ": "
            + message
            + ")";
  }

  private static boolean isExpected(RuntimeException thrown) {
    return thrown instanceof PortException
        || thrown instanceof BadSourceException
        || thrown instanceof BadTableException
        || thrown instanceof BadEventException;
  }

  private static String stack(RuntimeException thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return shortened(text.toString(), LONGEST_STACK);
  }

  static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
  }
}
