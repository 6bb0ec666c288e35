package dev.assay.cli;

import dev.assay.application.source.BadSourceException;
import dev.assay.domain.table.BadTableException;
import dev.assay.ports.PortException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns exceptions into one line and an exit code. Only a fault of Assay itself shows its stack.
 */
final class Failures implements IExecutionExceptionHandler {

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    report(failure);
    return failure instanceof ParameterException ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
  }

  void report(Throwable failure) {
    console.err().println("assay: " + String.valueOf(failure.getMessage()).strip());
    if (!isExpected(failure)) {
      console.err().println("This is a fault of Assay itself; please report it with these lines:");
      failure.printStackTrace(console.err());
    }
  }

  private static boolean isExpected(Throwable failure) {
    return failure instanceof PortException
        || failure instanceof BadSourceException
        || failure instanceof BadTableException
        || failure instanceof ParameterException;
  }
}
