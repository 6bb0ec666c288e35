package dev.assay.cli;

import dev.assay.application.refresh.SmallBodySource;
import dev.assay.domain.value.ValuationModel;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh is to do, checked.
 *
 * @param smallBodies tables of small bodies
 * @param deltaV published delta-v list; null to do without
 * @param masses published masses; null to do without
 * @param exoplanets planets of other stars; null to do without
 * @param model values the bodies
 * @param offline whether nothing may be downloaded
 * @param full whether every body is written, changed or not
 * @param contact whom the sources may write to
 */
record RefreshPlan(
    List<SmallBodySource> smallBodies,
    @Nullable URI deltaV,
    @Nullable URI masses,
    @Nullable URI exoplanets,
    ValuationModel model,
    boolean offline,
    boolean full,
    String contact) {}
