package dev.assay.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command prints: results on {@link #out}, progress and messages on {@link #err}.
 *
 * @param out results
 * @param err progress and messages
 * @param terminal whether somebody looks at a terminal
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {

  private static final int BUFFER = 1 << 16;

  /** The console of this process. */
  static Console ofProcess(StandardOutput results) {
    // The launcher looks: what System.console() says of a pipe differs between Java versions.
    boolean terminal = Boolean.getBoolean("assay.terminal") && System.getenv("NO_COLOR") == null;
    return new Console(
        writer(results, false), writer(new FileOutputStream(FileDescriptor.err), true), terminal);
  }

  private static PrintWriter writer(OutputStream stream, boolean flushing) {
    OutputStreamWriter encoded = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    return flushing
        ? new PrintWriter(encoded, true)
        : new PrintWriter(new BufferedWriter(encoded, BUFFER));
  }

  Ansi ansi() {
    return terminal ? Ansi.ON : Ansi.OFF;
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
