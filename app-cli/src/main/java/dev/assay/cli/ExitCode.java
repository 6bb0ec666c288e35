package dev.assay.cli;

/** What the process tells its caller. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int NOT_FOUND = 3;

  private ExitCode() {}
}
