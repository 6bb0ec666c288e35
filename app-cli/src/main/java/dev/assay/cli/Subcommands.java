package dev.assay.cli;

import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code assay} can be told to do. */
final class Subcommands {

  private static final List<Class<?>> ALL =
      List.of(
          DemoCommand.class,
          RefreshCommand.class,
          TopCommand.class,
          ShowCommand.class,
          PlanetsCommand.class,
          ExportCommand.class,
          ReportCommand.class,
          DeltaVCommand.class,
          RunsCommand.class,
          RollbackCommand.class,
          DeadLettersCommand.class,
          GenerateCompletion.class);

  private Subcommands() {}

  /**
   * Adds the one that is called for by its name, or all of them if none is: for help, and for
   * suggestions where a name is mistaken. To set up all takes 0.1 s of every start.
   */
  static void addTo(CommandLine commandLine, String... arguments) {
    for (Class<?> command : ALL) {
      if (arguments.length > 0 && name(command).equals(arguments[0]) && !needsAll(command)) {
        commandLine.addSubcommand(command);
        return;
      }
    }
    ALL.forEach(commandLine::addSubcommand);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** Its script completes the names of all others. */
  private static boolean needsAll(Class<?> command) {
    return command == GenerateCompletion.class;
  }
}
