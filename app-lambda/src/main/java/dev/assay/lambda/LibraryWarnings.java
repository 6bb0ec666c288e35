package dev.assay.lambda;

import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Brings what libraries warn of, the SDK of AWS above all, into the log of the function. What they
 * call information is of use only to those who look closely: there it is DEBUG.
 */
final class LibraryWarnings extends Handler {

  private static final SimpleFormatter MESSAGES = new SimpleFormatter();

  private final JsonLines lines;

  private LibraryWarnings(JsonLines lines) {
    this.lines = lines;
  }

  /**
   * Makes it the only place where libraries log to in this process.
   *
   * @param lines the log of the function
   */
  static void into(JsonLines lines) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new LibraryWarnings(lines));
  }

  @Override
  public void publish(LogRecord record) {
    Throwable thrown = record.getThrown();
    lines.log(
        level(record.getLevel()),
        MESSAGES.formatMessage(record) + (thrown == null ? "" : ": " + thrown),
        Map.of("logger", String.valueOf(record.getLoggerName())));
  }

  private static JsonLines.Level level(Level given) {
    if (given.intValue() >= Level.SEVERE.intValue()) {
      return JsonLines.Level.ERROR;
    }
    return given.intValue() >= Level.WARNING.intValue()
        ? JsonLines.Level.WARN
        : JsonLines.Level.DEBUG;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
