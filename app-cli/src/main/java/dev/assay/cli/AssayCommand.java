package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code assay} itself, which only names the others. */
@Command(
    name = "assay",
    description = "Values every known asteroid: what it costs to reach, weighs and is worth.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class AssayCommand implements Callable<Integer> {

  private final Console console;
  private final Pauses pauses;

  @Spec private CommandSpec spec = CommandSpec.create();

  AssayCommand(Console console, Pauses pauses) {
    this.console = console;
    this.pauses = pauses;
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

  /** How patient a refresh is. */
  static Pauses pauses(CommandSpec spec) {
    return ((AssayCommand) spec.root().userObject()).pauses;
  }

  /** Refuses an argument, with the usage that explains it. */
  static CommandLine.ParameterException wrong(CommandSpec spec, String problem) {
    return new CommandLine.ParameterException(spec.commandLine(), problem);
  }
}
