package dev.assay.cli;

import dev.assay.application.query.EntryFormat;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay show}: one body, every number with its uncertainty and where it came from. */
@Command(
    name = "show",
    description = "Shows one body: every number with its uncertainty and where it came from.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  private static final int MOST_NAMESAKES = 5;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CatalogueOption catalogueOption = new CatalogueOption();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private TableOptions tables = new TableOptions();

  @Option(
      names = "--break-even",
      description = {
        "Instead: what price level or launch price would make a mission to it pay.",
        "Rests on --prices and --mission, as the refresh did."
      })
  private boolean breakEven;

  @Parameters(
      arity = "1..*",
      paramLabel = "BODY",
      description = {
        "Name, number or designation, such as Bennu, 101955 or 1999 RQ36;",
        "or a planet of another star, such as Kepler-22 b."
      })
  private List<String> words = List.of();

  @Override
  public Integer call() {
    Console console = AssayCommand.console(spec);
    String wanted = String.join(" ", words).strip();
    if (wanted.isEmpty()) {
      throw AssayCommand.wrong(spec, "name a body, such as: assay show Bennu");
    }
    try (CatalogueOption.Opened opened = catalogueOption.open(common.data())) {
      CatalogueReader catalogue = opened.reader();
      List<CatalogueEntry> found = catalogue.find(wanted, MOST_NAMESAKES);
      if (found.isEmpty()) {
        return new PlanetAnswer(console, format.format()).print(catalogue, wanted)
            ? ExitCode.OK
            : notFound(console, wanted, catalogue);
      }
      print(console, found.get(0));
      if (!common.quiet()) {
        ModelNote.print(console, found.get(0).model());
      }
      if (found.size() > 1 && !common.quiet()) {
        console.err().println("also called so: " + names(found.subList(1, found.size())));
      }
    }
    return ExitCode.OK;
  }

  private static int notFound(Console console, String wanted, CatalogueReader catalogue) {
    List<CatalogueEntry> similar = catalogue.similar(wanted, MOST_NAMESAKES);
    String hint = similar.isEmpty() ? "" : "; similar: " + names(similar);
    String planets = PlanetAnswer.hint(catalogue, wanted, MOST_NAMESAKES);
    console.err().println("assay: no body '" + wanted + "' in the catalogue" + hint + planets);
    return ExitCode.NOT_FOUND;
  }

  private static String names(List<CatalogueEntry> entries) {
    return String.join(", ", entries.stream().map(CatalogueEntry::fullName).toList());
  }

  private void print(Console console, CatalogueEntry entry) {
    if (breakEven) {
      printBreakEven(console, entry);
      return;
    }
    switch (format.format()) {
      case TABLE -> new BodySheet(entry).print(console.out());
      case JSON -> console.out().println(EntryFormat.object(entry));
      case CSV -> printCsv(console, entry);
    }
  }

  private void printBreakEven(Console console, CatalogueEntry entry) {
    BreakEvenSheet sheet = new BreakEvenSheet(entry, tables.tables());
    sheet.print(console, format.format());
    if (!common.quiet()) {
      sheet.warn(console);
    }
  }

  private static void printCsv(Console console, CatalogueEntry entry) {
    try (EntryFormat.EntryWriter writer = EntryFormat.CSV.open(console.out())) {
      writer.write(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
