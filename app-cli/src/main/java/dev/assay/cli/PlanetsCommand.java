package dev.assay.cli;

import dev.assay.ports.CatalogueReader;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay planets}: the planets of other stars. */
@Command(
    name = "planets",
    description = "Lists planets of other stars, the heaviest first, and how their mass is known.",
    mixinStandardHelpOptions = true)
final class PlanetsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CatalogueOption catalogueOption = new CatalogueOption();
  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many, 1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Override
  public Integer call() {
    if (limit < 1 || limit > PlanetTable.MOST) {
      throw AssayCommand.wrong(spec, "--limit must be 1 to " + PlanetTable.MOST + ", was " + limit);
    }
    Console console = AssayCommand.console(spec);
    try (CatalogueOption.Opened opened = catalogueOption.open(common.data())) {
      CatalogueReader catalogue = opened.reader();
      List<PlanetEntry> planets = catalogue.planets(limit);
      new PlanetListing(console, format.format()).print(planets);
      if (planets.isEmpty() && !common.quiet()) {
        console.flush();
        console
            .err()
            .println("no planets in the catalogue: its refresh had no table of exoplanets");
      }
    }
    return ExitCode.OK;
  }
}
