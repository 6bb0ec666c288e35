package dev.assay.cli;

import dev.assay.cli.DeadLetterQueues.Letter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay deadletters list}: which messages died, and why. */
@Command(
    name = "list",
    description = "Lists messages that nobody could work on, the oldest first, and why.",
    mixinStandardHelpOptions = true)
final class DeadLettersListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private DeadLetterQueues queues = new DeadLetterQueues();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int limit = 100;

  @Override
  public Integer call() {
    queues.check(spec);
    if (limit < 1) {
      throw AssayCommand.wrong(spec, "--limit must be 1 or more, was " + limit);
    }
    Console console = AssayCommand.console(spec);
    List<Letter> letters = queues.list(common.data(), limit);
    switch (format.format()) {
      case TABLE -> printTable(console, letters);
      case CSV -> LetterListing.printCsv(console.out(), letters);
      case JSON -> LetterListing.printJson(console.out(), letters);
    }
    if (letters.isEmpty() && !common.quiet()) {
      console.err().println("no dead letters");
    }
    return ExitCode.OK;
  }

  private static void printTable(Console console, List<Letter> letters) {
    TextTable table = TextTable.of("queue", "letter", "about", "reason");
    for (Letter letter : letters) {
      table.add(
          letter.queue().code(),
          letter.letter().id(),
          letter.letter().summary(),
          letter.letter().reason());
    }
    table.print(console.out());
  }
}
