package dev.assay.domain.value;

import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import org.jspecify.annotations.Nullable;

/**
 * Size, mass and gross value of a body, which belong together.
 *
 * @param diameter null if not known
 * @param mass null if not known
 * @param grossValue null without a mass
 */
record Appraisal(
    @Nullable Estimate<Diameter> diameter,
    @Nullable Estimate<Mass> mass,
    @Nullable GrossValue grossValue) {

  /** The same for a body that is larger by a factor and otherwise alike: mass grows as its cube. */
  Appraisal scaledBy(double factor) {
    double cube = factor * factor * factor;
    return new Appraisal(
        diameter == null ? null : diameter.scaledBy(factor),
        mass == null ? null : mass.scaledBy(cube),
        grossValue == null ? null : grossValue.scaledBy(cube));
  }
}
