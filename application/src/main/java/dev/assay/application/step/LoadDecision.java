package dev.assay.application.step;

import dev.assay.application.manifest.ManifestHead;
import dev.assay.application.manifest.Manifests;
import dev.assay.application.refresh.RefreshRequest;
import dev.assay.ports.Catalogue;
import dev.assay.ports.ContentHash;
import dev.assay.ports.GenerationId;
import java.util.Optional;

/**
 * Decides whether a run loads everything or only what changed. It follows from the active
 * generation and the request alone, so an attempt that is repeated decides alike.
 */
final class LoadDecision {

  /** Each layer makes reading a little slower, and keeps its bases. */
  static final int MOST_LAYERS = 8;

  /** With more than a tenth changed since the last full load, the next one is full again. */
  private static final int CHANGED_AT_MOST = 10;

  private final Catalogue catalogue;
  private final Manifests manifests;
  private final long mostRows;

  /**
   * Makes the decision.
   *
   * @param catalogue holds the active generation
   * @param manifests tell what it consists of
   * @param mostRows rows of a manifest that a later step may keep in memory, 21 bytes each
   */
  LoadDecision(Catalogue catalogue, Manifests manifests, long mostRows) {
    this.catalogue = catalogue;
    this.manifests = manifests;
    this.mostRows = mostRows;
  }

  LoadPlan plan(RefreshRequest request) {
    if (request.full()) {
      return LoadPlan.full("asked for");
    }
    Optional<GenerationId> active = catalogue.active();
    if (active.isEmpty() || active.get().equals(request.generation())) {
      return LoadPlan.full("there is no catalogue yet");
    }
    return manifests
        .head(active.get())
        .map(head -> plan(request, active.get(), head))
        .orElseGet(() -> LoadPlan.full(active.get() + " has no list of its bodies"));
  }

  private LoadPlan plan(RefreshRequest request, GenerationId active, ManifestHead head) {
    if (head.columns() != ContentHash.COLUMNS) {
      return LoadPlan.full(active + " has other columns");
    }
    if (!head.model().equals(request.model())) {
      return LoadPlan.full(active + " was valued by the model " + head.model());
    }
    if (head.layers() >= MOST_LAYERS) {
      return LoadPlan.full(active + " rests on " + head.layers() + " others");
    }
    if (head.changed() > head.bodies() / CHANGED_AT_MOST) {
      return LoadPlan.full(head.changed() + " bodies changed since the last full load");
    }
    if (head.rows() > mostRows) {
      return LoadPlan.full(head.rows() + " rows are more than fit in memory");
    }
    return LoadPlan.over(active);
  }
}
