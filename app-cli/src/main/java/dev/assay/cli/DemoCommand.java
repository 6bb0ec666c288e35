package dev.assay.cli;

import dev.assay.application.refresh.SmallBodySource;
import dev.assay.domain.value.AssayModel;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay demo}: everything once, on the sample that comes with Assay. */
@Command(
    name = "demo",
    description = "Runs the whole refresh on the bundled sample and shows the top ten.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  /** Within reach: what it takes to go to Mars and somewhat more (km/s). */
  private static final double WITHIN_REACH = 7.0;

  private static final int TEN = 10;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private TableOptions tables = new TableOptions();

  @Override
  public Integer call() {
    Console console = AssayCommand.console(spec);
    Path data = common.data();
    if (!new Refresh(console, AssayCommand.pauses(spec), data, common.quiet()).run(plan())) {
      return ExitCode.FAILED;
    }
    TopQuery query = new TopQuery(Ranking.VALUE, TEN, Set.of(), false, WITHIN_REACH, null);
    try (CatalogueReader catalogue = Assembly.openCatalogue(data)) {
      if (format.format() == CommonOptions.Format.TABLE) {
        console.out().println("The ten of highest gross value within 7 km/s:");
        console.out().println();
      }
      new EntryListing(console, format.format(), query.by()).print(catalogue.top(query));
    }
    if (!common.quiet()) {
      console.flush();
      console.err().println();
      console.err().println("Files are in " + data.toAbsolutePath().normalize());
      String where = data.equals(Path.of(".assay")) ? "" : " --data " + data;
      console
          .err()
          .printf(
              "Next: ./assay show Bennu%1$s | ./assay top --by accessibility%1$s | ./assay runs%1$s%n",
              where);
    }
    return ExitCode.OK;
  }

  private RefreshPlan plan() {
    return new RefreshPlan(
        List.of(new SmallBodySource("sample", List.of(bundled("small-bodies.json")))),
        bundled("delta-v.html"),
        bundled("masses.txt"),
        bundled("exoplanets.csv"),
        new AssayModel(tables.tables()),
        true,
        false,
        "demo");
  }

  private static URI bundled(String name) {
    return URI.create(BundledDownloader.SCHEME + ":" + name);
  }
}
