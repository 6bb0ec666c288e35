package dev.assay.domain.deltav;

import dev.assay.domain.deltav.RendezvousDeltaV.Branch;

/**
 * Elements as printed in Benner's list: a and e to 0.001, i to 0.1 degrees. The list's delta-v was
 * computed from these rounded figures, but its choice between the Apollo and the Amor formula from
 * the exact perihelion.
 *
 * @param semiMajorAxisAu a (au), above 0
 * @param eccentricity e, from 0 to below 1
 * @param inclinationDeg i (degrees), 0..180
 */
public record PrintedElements(double semiMajorAxisAu, double eccentricity, double inclinationDeg) {

  private static final double HALF_UNIT = 0.0005;

  public PrintedElements {
    if (!(semiMajorAxisAu > 0 && eccentricity >= 0 && eccentricity < 1)
        || !(inclinationDeg >= 0 && inclinationDeg <= 180)) {
      throw new IllegalArgumentException(
          "not an elliptic orbit: a="
              + semiMajorAxisAu
              + " e="
              + eccentricity
              + " i="
              + inclinationDeg);
    }
  }

  /**
   * The smallest difference between a listed delta-v and what the formulae give, over the branches
   * that the rounding of a and e leaves open: both Apollo and Amor where |q - 1| is at most
   * 0.0005(1-e) + 0.0005a.
   *
   * @param listedKmPerSecond the delta-v printed in the list (km/s)
   * @return |listed - computed| (km/s)
   */
  public double residual(double listedKmPerSecond) {
    double strict = residual(strictBranch(), listedKmPerSecond);
    if (!branchIsOpen()) {
      return strict;
    }
    Branch other = strictBranch() == Branch.APOLLO ? Branch.AMOR : Branch.APOLLO;
    return Math.min(strict, residual(other, listedKmPerSecond));
  }

  /**
   * The delta-v from the printed figures alone.
   *
   * @return the delta-v with the branch that the printed a and e name
   */
  public RendezvousDeltaV strict() {
    return on(strictBranch());
  }

  private Branch strictBranch() {
    return ShoemakerHelin.branchOf(semiMajorAxisAu, eccentricity);
  }

  private boolean branchIsOpen() {
    double perihelion = semiMajorAxisAu * (1 - eccentricity);
    double uncertainty = HALF_UNIT * (1 - eccentricity) + HALF_UNIT * semiMajorAxisAu;
    return semiMajorAxisAu >= 1 && Math.abs(perihelion - 1) <= uncertainty;
  }

  private double residual(Branch branch, double listed) {
    return Math.abs(on(branch).deltaV().kmPerSecond() - listed);
  }

  private RendezvousDeltaV on(Branch branch) {
    return ShoemakerHelin.onBranch(branch, semiMajorAxisAu, eccentricity, inclinationDeg);
  }
}
