package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay deadletters redrive}: sends messages that died once more. */
@Command(
    name = "redrive",
    description = "Sends messages that nobody could work on once more, the oldest first.",
    mixinStandardHelpOptions = true)
final class DeadLettersRedriveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DeadLetterQueues queues = new DeadLetterQueues();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The most to send (default: ${DEFAULT-VALUE}).")
  private int limit = 1000;

  @Override
  public Integer call() {
    queues.check(spec);
    if (limit < 1) {
      throw AssayCommand.wrong(spec, "--limit must be 1 or more, was " + limit);
    }
    int sent = queues.redrive(common.data(), limit);
    AssayCommand.console(spec).out().println(sent + " sent again");
    return ExitCode.OK;
  }
}
