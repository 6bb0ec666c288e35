package dev.assay.application.manifest;

import dev.assay.ports.BodyKeys;
import java.util.Map;

/**
 * How the bodies of a run differ from those of the run it is based on.
 *
 * @param bodies how many there are
 * @param written how many of them are new or not as they were
 * @param gone those that are there no more
 * @param unchanged those that are as they were, although rows about them were sent
 * @param sent rows that were sent: those that do not say of a body what was said of it before
 * @param superseded for each part, how many of its rows gave way to later ones, sent or not; parts
 *     without any are left out
 */
public record Changes(
    long bodies,
    long written,
    BodyKeys gone,
    BodyKeys unchanged,
    long sent,
    Map<Integer, Long> superseded) {

  public Changes {
    superseded = Map.copyOf(superseded);
  }
}
