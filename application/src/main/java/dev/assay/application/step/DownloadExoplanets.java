package dev.assay.application.step;

import dev.assay.application.source.ExoplanetTable;
import dev.assay.domain.exoplanet.Planet;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.SourceReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches the planets of other stars. No valuation of a small body rests on them, so an archive
 * that cannot be reached is a warning; an answer that is not a table of planets is a failure.
 */
public final class DownloadExoplanets implements Step {

  private final Sources sources;
  private final RunObjects objects;

  /**
   * Makes the step.
   *
   * @param downloader fetches the table
   * @param store keeps it
   */
  public DownloadExoplanets(Downloader downloader, ObjectStore store) {
    this.sources = new Sources(downloader, store);
    this.objects = new RunObjects(store);
  }

  @Override
  public StepResult run(RefreshRun run) {
    URI source = run.request().exoplanets();
    if (source == null) {
      return StepResult.warning("no exoplanets: no table was named");
    }
    Optional<String> unavailable = sources.unavailable(source, run.request().offline());
    if (unavailable.isPresent()) {
      return StepResult.warning("no exoplanets: " + unavailable.get());
    }
    List<SourceReport> report = new ArrayList<>();
    sources.read(
        source,
        true,
        in -> {
          objects.write(
              run.generation(),
              RunObjects.EXOPLANETS,
              Planet.class,
              sink -> report.add(ExoplanetTable.read(in, Sources.name(source), sink)));
          return true;
        });
    return StepResult.of(report.get(0));
  }
}
