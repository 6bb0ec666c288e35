package dev.assay.application.step;

import dev.assay.application.manifest.BodyContents;
import dev.assay.application.manifest.ManifestHead;
import dev.assay.application.manifest.Manifests;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the bodies of the generation that a run rests on. It is kept in memory for the
 * parts that follow. Thread-safe.
 */
final class BaseContents {

  private final RunObjects objects;
  private final Manifests manifests;
  private @Nullable Loaded last;

  private record Loaded(GenerationId run, @Nullable BodyContents contents) {}

  BaseContents(ObjectStore store) {
    this.objects = new RunObjects(store);
    this.manifests = new Manifests(store);
  }

  /** Null if the run loads everything. */
  synchronized @Nullable BodyContents contents(GenerationId run) {
    Loaded kept = last;
    if (kept == null || !kept.run().equals(run)) {
      // Two of them at once would not fit.
      last = null;
      kept = new Loaded(run, load(run));
      last = kept;
    }
    return kept.contents();
  }

  private @Nullable BodyContents load(GenerationId run) {
    return LoadPlan.load(objects, run)
        .baseGeneration()
        .map(base -> BodyContents.load(manifests, base, head(manifests, base)))
        .orElse(null);
  }

  /** The head of a base, which was there when the run began. */
  static ManifestHead head(Manifests manifests, GenerationId base) {
    return manifests
        .head(base)
        .orElseThrow(
            () ->
                PortException.permanent(
                    "the list of the bodies of "
                        + base
                        + " is gone or damaged; refresh again in full"));
  }
}
