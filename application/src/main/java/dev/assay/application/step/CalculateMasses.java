package dev.assay.application.step;

import dev.assay.application.source.MassTable;
import dev.assay.application.step.Sources.Reading;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;

/**
 * Combines the published masses of each body. While their source is unavailable the copy of it
 * serves, or what the generation before has.
 */
public final class CalculateMasses implements Step {

  private final Sources sources;
  private final SideTable<BodyMass> masses;

  /**
   * Makes the step.
   *
   * @param downloader opens the table
   * @param store keeps the result
   * @param clock tells how old a copy is
   */
  public CalculateMasses(Downloader downloader, ObjectStore store, Clock clock) {
    this.sources = new Sources(downloader, store, clock);
    this.masses = SideTable.masses(store);
  }

  /**
   * The combined mass of one body.
   *
   * @param designation its primary designation
   * @param mass the combination
   */
  record BodyMass(String designation, CombinedMass mass) {}

  @Override
  public StepResult run(RefreshRun run) {
    URI source = run.request().masses();
    if (source == null) {
      return StepResult.warning("no masses: no table was named");
    }
    Function<InputStream, MassTable> reader = in -> MassTable.read(in, Sources.name(source));
    try {
      return save(run, sources.read(source, run.request().offline(), reader));
    } catch (SourceUnavailableException e) {
      return masses.takeOver(run, e.reason());
    }
  }

  private StepResult save(RefreshRun run, Reading<MassTable> reading) {
    MassTable table = reading.content();
    masses.write(
        run.generation(),
        sink ->
            table
                .measurements()
                .forEach(
                    (body, measurements) ->
                        sink.accept(new BodyMass(body.value(), CombinedMass.of(measurements)))));
    return StepResult.of(table.report(), reading.warnings(masses.what()));
  }
}
