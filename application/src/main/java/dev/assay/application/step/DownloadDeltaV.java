package dev.assay.application.step;

import dev.assay.application.source.BennerTable;
import dev.assay.application.source.DeltaVEntry;
import dev.assay.domain.deltav.PrintedElements;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches the published delta-v list, which serves as a check on the delta-v that is computed for
 * every body. The list has disappeared before, so a page that cannot be had is a warning; one that
 * can be had and is not a list is a failure.
 */
public final class DownloadDeltaV implements Step {

  /** Half a unit of the last printed digit (km/s), and what floating point may add. */
  private static final double PRINTED_PRECISION = 0.0005 + 1e-9;

  private final Sources sources;
  private final RunObjects objects;

  /**
   * Makes the step.
   *
   * @param downloader fetches the list
   * @param store keeps it
   */
  public DownloadDeltaV(Downloader downloader, ObjectStore store) {
    this.sources = new Sources(downloader, store);
    this.objects = new RunObjects(store);
  }

  @Override
  public StepResult run(RefreshRun run) {
    URI source = run.request().deltaV();
    if (source == null) {
      return StepResult.warning("no delta-v list to check against: none was named");
    }
    Optional<String> unavailable = sources.unavailable(source, run.request().offline());
    if (unavailable.isPresent()) {
      return StepResult.warning("no delta-v list to check against: " + unavailable.get());
    }
    BennerTable table =
        sources.read(source, true, in -> BennerTable.read(in, Sources.name(source)));
    objects.write(
        run.generation(), RunObjects.DELTA_V, DeltaVEntry.class, table.entries()::forEach);
    List<String> warnings = new ArrayList<>();
    long deviating = table.entries().stream().filter(DownloadDeltaV::deviates).count();
    if (deviating > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d rows of the delta-v list do not follow from their own elements",
              deviating,
              table.entries().size()));
    }
    return new StepResult(table.report().accepted(), List.of(table.report()), warnings);
  }

  private static boolean deviates(DeltaVEntry entry) {
    PrintedElements printed =
        new PrintedElements(entry.semiMajorAxisAu(), entry.eccentricity(), entry.inclinationDeg());
    return printed.residual(entry.deltaVKmS()) > PRINTED_PRECISION;
  }
}
