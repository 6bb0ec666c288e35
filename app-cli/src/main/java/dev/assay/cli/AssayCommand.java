package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code assay} itself, which only names the others. */
@Command(
    name = "assay",
    description = "Values every known asteroid: what it costs to reach, weighs and is worth.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      RefreshCommand.class,
      TopCommand.class,
      ShowCommand.class,
      ExportCommand.class,
      DeltaVCommand.class,
      RunsCommand.class,
      RollbackCommand.class,
      GenerateCompletion.class
    })
final class AssayCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  AssayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.WRONG_USAGE;
  }

  /** The console that subcommands print to. */
  static Console console(CommandSpec spec) {
    return ((AssayCommand) spec.root().userObject()).console;
  }

  /** Refuses an argument, with the usage that explains it. */
  static CommandLine.ParameterException wrong(CommandSpec spec, String problem) {
    return new CommandLine.ParameterException(spec.commandLine(), problem);
  }
}
