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
    int code = commandLine(console, Pauses.CONSIDERATE, arguments).execute(arguments);
    console.flush();
    String trouble = results.trouble();
    if (trouble != null) {
      console.err().println("assay: the results could not be written: " + trouble);
    }
    System.exit(code == ExitCode.OK && trouble != null ? ExitCode.FAILED : code);
  }

  /** The command line for what was typed, printing where the console says. */
  static CommandLine commandLine(Console console, Pauses pauses, String... arguments) {
    CommandLine commandLine = new CommandLine(new AssayCommand(console, pauses));
    Subcommands.addTo(commandLine, arguments);
    return commandLine
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.ansi()))
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Failures(console));
  }
}
