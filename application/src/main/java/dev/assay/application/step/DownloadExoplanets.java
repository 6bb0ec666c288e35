package dev.assay.application.step;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.ExoplanetTable;
import dev.assay.application.step.Sources.Reading;
import dev.assay.application.step.TakeOver.Known;
import dev.assay.domain.exoplanet.Planet;
import dev.assay.domain.exoplanet.PlanetEstimator;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.Downloader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.SourceReport;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches the planets of other stars and puts them into the catalogue. While their source is
 * unavailable the copy of it serves, or the active generation's planets. An answer that is not a
 * table of planets is a failure.
 */
public final class DownloadExoplanets implements Step {

  private static final String WHAT = "exoplanets";

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
   * @param clock tells how old a copy is
   */
  public DownloadExoplanets(
      Downloader downloader, ObjectStore store, Catalogue catalogue, Clock clock) {
    this.sources = new Sources(downloader, store, clock);
    this.objects = new RunObjects(store);
    this.catalogue = catalogue;
  }

  @Override
  public StepResult run(RefreshRun run) {
    URI source = run.request().exoplanets();
    if (source == null) {
      return StepResult.warning("no exoplanets: no table was named");
    }
    try {
      return download(run, source);
    } catch (SourceUnavailableException e) {
      return takeOver(run, e.reason());
    }
  }

  /** Planets as they go into the catalogue, and what became of the rows they come from. */
  private record Published(List<PlanetEntry> planets, SourceReport report) {}

  private StepResult download(RefreshRun run, URI source) {
    Reading<Published> reading =
        sources.read(
            source,
            run.request().offline(),
            in -> read(in, Sources.name(source), run.generation()));
    Published published = reading.content();
    catalogue.putPlanets(new PlanetTable(run.generation(), published.planets()));
    return StepResult.of(published.report(), reading.warnings(WHAT));
  }

  /** Puts the planets of the active generation into the new one. */
  private StepResult takeOver(RefreshRun run, String reason) {
    return new TakeOver(WHAT, "planets")
        .run(
            reason,
            this::active,
            planets -> catalogue.putPlanets(new PlanetTable(run.generation(), planets)));
  }

  private Optional<Known<PlanetEntry>> active() {
    try (CatalogueReader active = catalogue.read().orElse(null)) {
      return active == null
          ? Optional.empty()
          : Optional.of(new Known<>(active.generation(), active.planets(PlanetTable.MOST)));
    }
  }

  /** Keeps the planets as published, and returns what follows for each. */
  private Published read(InputStream in, String name, GenerationId generation) {
    Map<String, PlanetEntry> planets = new LinkedHashMap<>();
    List<SourceReport> reports = new ArrayList<>();
    objects.write(
        generation,
        RunObjects.EXOPLANETS,
        Planet.class,
        sink ->
            reports.add(
                ExoplanetTable.read(in, name, sink.andThen(planet -> add(planets, planet, name)))));
    SourceReport report = reports.get(0);
    return new Published(
        List.copyOf(planets.values()), report.withSuperseded(report.accepted() - planets.size()));
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
