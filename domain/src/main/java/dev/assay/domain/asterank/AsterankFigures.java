package dev.assay.domain.asterank;

import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import org.jspecify.annotations.Nullable;

/**
 * What Asterank publishes of a body, under its own names. None of it is true.
 *
 * @param spec the spectral type it takes the body for; "?" for none, "comet" for a comet without
 *     one
 * @param diameter its diameter; null if neither a diameter nor H is known
 * @param mass its mass; null for what counts as "comet", which is not weighed
 * @param price gross value (US dollars), 0 or more; -1 for "comet"
 * @param saved cost saved over a launch from Earth (US dollars), mostly negative
 * @param closeness 2601 to 8200; -1 for "comet" and beyond Q = 50 au
 * @param profit profit without costs (US dollars); -1 for "comet"
 * @param score what Asterank ranks by
 */
public record AsterankFigures(
    String spec,
    @Nullable Estimate<Diameter> diameter,
    @Nullable Estimate<Mass> mass,
    double price,
    double saved,
    double closeness,
    double profit,
    double score) {}
