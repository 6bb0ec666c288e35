package dev.assay.cli;

import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.TopQuery;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay top}: the best bodies by a ranking. */
@Command(
    name = "top",
    description = "Lists the best bodies by value, accessibility or another ranking.",
    mixinStandardHelpOptions = true)
final class TopCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CatalogueOption catalogueOption = new CatalogueOption();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private TopOptions options = new TopOptions();

  @Override
  public Integer call() {
    TopQuery query = options.query(spec);
    Console console = AssayCommand.console(spec);
    try (CatalogueOption.Opened opened = catalogueOption.open(common.data())) {
      CatalogueReader catalogue = opened.reader();
      List<CatalogueEntry> best = catalogue.top(query);
      new EntryListing(console, format.format(), query.by()).print(best);
      if (!common.quiet()) {
        ModelNote.print(console, best);
      }
      if (!common.quiet() && best.isEmpty()) {
        console.err().println("no body in the catalogue fits");
      }
    }
    return ExitCode.OK;
  }
}
