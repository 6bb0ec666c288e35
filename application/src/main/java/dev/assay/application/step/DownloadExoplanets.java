package dev.assay.application.step;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.ExoplanetTable;
import dev.assay.domain.exoplanet.Planet;
import dev.assay.domain.exoplanet.PlanetEstimator;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Downloader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.SourceReport;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches the planets of other stars and puts them into the catalogue. No valuation of a small body
 * rests on them, so an archive that cannot be reached is a warning; an answer that is not a table
 * of planets is a failure.
 */
public final class DownloadExoplanets implements Step {

  private final Sources sources;
  private final RunObjects objects;
  private final Catalogue catalogue;
  private final PlanetEstimator estimator = PlanetEstimator.bundled();

  /**
   * Makes the step.
   *
   * @param downloader fetches the table
   * @param store keeps it
   * @param catalogue takes the planets, with the masses and densities that follow
   */
  public DownloadExoplanets(Downloader downloader, ObjectStore store, Catalogue catalogue) {
    this.sources = new Sources(downloader, store);
    this.objects = new RunObjects(store);
    this.catalogue = catalogue;
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
    String name = Sources.name(source);
    Map<String, PlanetEntry> planets = new LinkedHashMap<>();
    SourceReport report =
        sources.read(source, true, in -> read(in, name, run.generation(), planets));
    catalogue.putPlanets(new PlanetTable(run.generation(), List.copyOf(planets.values())));
    return StepResult.of(report.withSuperseded(report.accepted() - planets.size()));
  }

  /** Keeps the planets as published, and what follows for each by its name. */
  private SourceReport read(
      InputStream in, String name, GenerationId generation, Map<String, PlanetEntry> planets) {
    List<SourceReport> report = new ArrayList<>();
    objects.write(
        generation,
        RunObjects.EXOPLANETS,
        Planet.class,
        sink ->
            report.add(
                ExoplanetTable.read(in, name, sink.andThen(planet -> add(planets, planet, name)))));
    return report.get(0);
  }

  /** Of several rows about one planet the last stays, as with small bodies. */
  private void add(Map<String, PlanetEntry> planets, Planet planet, String source) {
    planets.put(planet.name(), PlanetEntry.of(planet, estimator));
    if (planets.size() > PlanetTable.MOST) {
      throw new BadSourceException(
          source, "has more than " + PlanetTable.MOST + " planets; select fewer");
    }
  }
}
