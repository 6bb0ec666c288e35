package dev.assay.lambda;

import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Brings what libraries warn of, the SDK of AWS above all, into the log of the function. */
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
    root.setLevel(Level.WARNING);
    root.addHandler(new LibraryWarnings(lines));
  }

  @Override
  public void publish(LogRecord warning) {
    boolean error = warning.getLevel().intValue() >= Level.SEVERE.intValue();
    Throwable thrown = warning.getThrown();
    lines.log(
        error ? JsonLines.Level.ERROR : JsonLines.Level.WARN,
        MESSAGES.formatMessage(warning) + (thrown == null ? "" : ": " + thrown),
        Map.of("logger", String.valueOf(warning.getLoggerName())));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
