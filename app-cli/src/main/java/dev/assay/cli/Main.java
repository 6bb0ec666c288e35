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
    Console console = Console.ofProcess();
    int code = commandLine(console, Pauses.CONSIDERATE).execute(arguments);
    console.flush();
    System.exit(code);
  }

  /** The command line with all commands, printing where the console says. */
  static CommandLine commandLine(Console console, Pauses pauses) {
    CommandLine.IFactory defaults = CommandLine.defaultFactory();
    CommandLine.IFactory factory =
        new CommandLine.IFactory() {
          @Override
          public <K> K create(Class<K> type) throws Exception {
            return type == Console.class ? type.cast(console) : defaults.create(type);
          }
        };
    return new CommandLine(new AssayCommand(console, pauses), factory)
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.ansi()))
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Failures(console));
  }
}
