package dev.assay.cli;

import dev.assay.ports.GenerationId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay rollback}: back to the generation before the active one. */
@Command(
    name = "rollback",
    description = "Makes the generation before the active one active again.",
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CatalogueOption catalogueOption = new CatalogueOption();

  @Override
  public Integer call() {
    Console console = AssayCommand.console(spec);
    Optional<GenerationId> now = catalogueOption.rollback(common.data());
    if (now.isEmpty()) {
      console.err().println("assay: there is no earlier generation to go back to");
      return ExitCode.NOT_FOUND;
    }
    console.out().println(now.get());
    return ExitCode.OK;
  }
}
