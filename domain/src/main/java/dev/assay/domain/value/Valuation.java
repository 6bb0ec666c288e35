package dev.assay.domain.value;

import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.mission.MissionOutcome;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that follows for one body. What cannot be known is null.
 *
 * @param model name of the model that made it
 * @param deltaV what it costs to reach, or why that cannot be said
 * @param classification the classes it may have; null if the model does not weigh classes, as
 *     {@code asterank}
 * @param spectralClass the class that counts: the most likely one, or the one the model took it
 *     for; null if there is none among Assay's classes
 * @param diameter its size; null if neither a diameter nor H is known
 * @param mass its mass; null if nothing is known that it could follow from
 * @param grossValue its gross in-situ value; null without a mass
 * @param profitUsd for the model {@code assay} the net present value of one reference mission,
 *     negative where it does not pay; for {@code asterank} Asterank's, which contains no cost (US
 *     dollars); null if it cannot be computed, never 0 for that reason
 * @param accessibility how cheaply it is reached: above 0 up to 1 for the model {@code assay}, null
 *     without a delta-v; for {@code asterank} its closeness, some thousands, and -1 for comets and
 *     beyond Q = 50 au
 * @param mission the reference mission that the profit is of, or why there is none; null if the
 *     model plans no missions, as {@code asterank}
 * @param flags where what is known of it does not fit together; unmodifiable, often empty
 */
public record Valuation(
    String model,
    DeltaVOutcome deltaV,
    @Nullable Classification classification,
    @Nullable SpectralClass spectralClass,
    @Nullable Estimate<Diameter> diameter,
    @Nullable Estimate<Mass> mass,
    @Nullable GrossValue grossValue,
    @Nullable Double profitUsd,
    @Nullable Double accessibility,
    @Nullable MissionOutcome mission,
    Set<Flag> flags) {}
