package dev.assay.application.step;

import dev.assay.application.source.MassTable;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import java.net.URI;

/** Combines the published masses of each body. */
public final class CalculateMasses implements Step {

  private final Sources sources;
  private final RunObjects objects;

  /**
   * Makes the step.
   *
   * @param downloader opens the table
   * @param store keeps the result
   */
  public CalculateMasses(Downloader downloader, ObjectStore store) {
    this.sources = new Sources(downloader, store);
    this.objects = new RunObjects(store);
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
    MassTable table =
        sources.read(
            source, run.request().offline(), in -> MassTable.read(in, Sources.name(source)));
    objects.write(
        run.generation(),
        RunObjects.MASSES,
        BodyMass.class,
        sink ->
            table
                .measurements()
                .forEach(
                    (body, measurements) ->
                        sink.accept(new BodyMass(body.value(), CombinedMass.of(measurements)))));
    return StepResult.of(table.report());
  }
}
