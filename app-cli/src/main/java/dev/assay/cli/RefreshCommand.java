package dev.assay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay refresh}: gathers, values and loads the whole catalogue. */
@Command(
    name = "refresh",
    description = "Gathers what is known of all bodies, values them and loads the catalogue.",
    mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RefreshOptions options = new RefreshOptions();

  @Override
  public Integer call() {
    Console console = AssayCommand.console(spec);
    RefreshPlan plan =
        new RefreshPlan(
            options.smallBodies(),
            options.deltaV(),
            options.masses(),
            options.exoplanets(),
            ModelOption.model(spec, options.model(), options.tables()),
            options.offline(),
            options.full(),
            options.contact());
    if (!common.quiet()) {
      ModelNote.print(console, plan.model().name());
    }
    boolean succeeded =
        new Refresh(console, AssayCommand.pauses(spec), common.data(), common.quiet()).run(plan);
    return succeeded ? ExitCode.OK : ExitCode.FAILED;
  }
}
