package dev.assay.cli;

import picocli.CommandLine;

/** Where {@code assay} begins. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    StandardOutput results = StandardOutput.ofProcess();
    Console console = Console.ofProcess(results);
    int code = commandLine(console, Pauses.CONSIDERATE).execute(arguments);
    console.flush();
    String trouble = results.trouble();
    if (trouble != null) {
      console.err().println("assay: the results could not be written: " + trouble);
    }
    System.exit(code == ExitCode.OK && trouble != null ? ExitCode.FAILED : code);
  }

  /** The command line with all commands, printing where the console says. */
  static CommandLine commandLine(Console console, Pauses pauses) {
    return new CommandLine(new AssayCommand(console, pauses))
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.ansi()))
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Failures(console));
  }
}
