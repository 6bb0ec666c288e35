package dev.assay.local;

import dev.assay.ports.PortException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletionException;

/** Opens database files, and says in Assay's words what went wrong with them. */
final class DuckDbConnections {

  /** What the engine says of a question that a file has no answer to. */
  private static final String UNKNOWN_COLUMN = "Binder Error";

  private DuckDbConnections() {}

  static Connection writable(Path file, DuckDbSettings settings) throws SQLException {
    Properties properties = limits(settings);
    // The order of the rows is that of their designations, given by each query; keeping the order
    // of insertion would serialise the load.
    properties.setProperty("preserve_insertion_order", "false");
    return open(file.toAbsolutePath().toString(), properties);
  }

  static Connection readOnly(Path file, DuckDbSettings settings) throws SQLException {
    Properties properties = limits(settings);
    properties.setProperty("duckdb.read_only", "true");
    properties.setProperty("jdbc_stream_results", "true");
    return open(file.toAbsolutePath().toString(), properties);
  }

  /** A connection without a file of its own, to look into others. */
  static Connection inMemory(DuckDbSettings settings) throws SQLException {
    return open("", limits(settings));
  }

  private static Properties limits(DuckDbSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    properties.setProperty("threads", String.valueOf(settings.threads()));
    properties.setProperty("autoinstall_known_extensions", "false");
    return properties;
  }

  private static Connection open(String file, Properties properties) throws SQLException {
    DriverEvents.turnOff();
    try {
      return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    } catch (LinkageError e) {
      // The engine is native code that is unpacked into the temporary folder when first used.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw PortException.permanent(
          "the database engine cannot be loaded ("
              + FileTrouble.oneLine(String.valueOf(cause.getMessage()))
              + "); is there room in "
              + System.getProperty("java.io.tmpdir")
              + ", and is this platform supported?",
          e);
    }
  }

  static PortException translate(String action, Path file, Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable trouble = thrown instanceof CompletionException && cause != null ? cause : thrown;
    String reason = String.valueOf(trouble.getMessage()).lines().findFirst().orElse("no reason");
    boolean full = reason.toLowerCase(Locale.ROOT).contains("no space left");
    String remedy = full ? "the disk is full: make room and refresh again" : reason;
    if (reason.startsWith(UNKNOWN_COLUMN)) {
      remedy = "another version of Assay loaded it, with other columns; refresh again";
    }
    return PortException.permanent("cannot " + action + " " + file + ": " + remedy, trouble);
  }
}
