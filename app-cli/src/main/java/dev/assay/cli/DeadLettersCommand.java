package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay deadletters}: messages that nobody could work on. */
@Command(
    name = "deadletters",
    description = "Messages of a refresh that nobody could work on: which, why, and once more.",
    mixinStandardHelpOptions = true,
    subcommands = {DeadLettersListCommand.class, DeadLettersRedriveCommand.class})
final class DeadLettersCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw AssayCommand.wrong(spec, "say what to do: list or redrive");
  }
}
