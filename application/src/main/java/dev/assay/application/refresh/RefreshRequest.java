package dev.assay.application.refresh;

import dev.assay.ports.GenerationId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh is asked to do.
 *
 * @param generation the generation to load, which names the run
 * @param startedAt when the run began
 * @param model name of the valuation model
 * @param smallBodies the tables of small bodies, the later the more trusted
 * @param deltaV the published delta-v list; null to do without
 * @param masses the published masses; null to do without
 * @param exoplanets the planets of other stars; null to do without
 * @param offline whether to use only files and copies that were downloaded before
 * @param full whether to load every body, also those that are as in the active generation
 */
public record RefreshRequest(
    GenerationId generation,
    Instant startedAt,
    String model,
    List<SmallBodySource> smallBodies,
    @Nullable URI deltaV,
    @Nullable URI masses,
    @Nullable URI exoplanets,
    boolean offline,
    boolean full) {

  public RefreshRequest {
    smallBodies = List.copyOf(smallBodies);
    if (smallBodies.isEmpty()) {
      throw new IllegalArgumentException("a refresh needs a table of small bodies");
    }
  }
}
