package dev.assay.application.step;

import dev.assay.application.source.BennerTable;
import dev.assay.application.source.DeltaVEntry;
import dev.assay.application.step.Sources.Reading;
import dev.assay.domain.deltav.PrintedElements;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Fetches the published delta-v list, which serves as a check on the delta-v that is computed for
 * every body. The list has disappeared before: while it is unavailable the copy of it serves, or
 * what the generation before has. A page that can be had and is not a list is a failure.
 */
public final class DownloadDeltaV implements Step {

  /** Half a unit of the last printed digit (km/s), and what floating point may add. */
  private static final double PRINTED_PRECISION = 0.0005 + 1e-9;

  private final Sources sources;
  private final SideTable<DeltaVEntry> list;

  /**
   * Makes the step.
   *
   * @param downloader fetches the list
   * @param store keeps it
   * @param clock tells how old a copy is
   */
  public DownloadDeltaV(Downloader downloader, ObjectStore store, Clock clock) {
    this.sources = new Sources(downloader, store, clock);
    this.list = SideTable.deltaV(store);
  }

  @Override
  public StepResult run(RefreshRun run) {
    URI source = run.request().deltaV();
    if (source == null) {
      return StepResult.warning("no delta-v list to check against: none was named");
    }
    Function<InputStream, BennerTable> reader = in -> BennerTable.read(in, Sources.name(source));
    try {
      return save(run, sources.read(source, run.request().offline(), reader));
    } catch (SourceUnavailableException e) {
      return list.takeOver(run, e.reason());
    }
  }

  private StepResult save(RefreshRun run, Reading<BennerTable> reading) {
    BennerTable table = reading.content();
    list.write(run.generation(), table.entries()::forEach);
    List<String> warnings = new ArrayList<>(reading.warnings(list.what()));
    long deviating = table.entries().stream().filter(DownloadDeltaV::deviates).count();
    if (deviating > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d rows of the delta-v list do not follow from their own elements",
              deviating,
              table.entries().size()));
    }
    return StepResult.of(table.report(), warnings);
  }

  private static boolean deviates(DeltaVEntry entry) {
    PrintedElements printed =
        new PrintedElements(entry.semiMajorAxisAu(), entry.eccentricity(), entry.inclinationDeg());
    return printed.residual(entry.deltaVKmS()) > PRINTED_PRECISION;
  }
}
