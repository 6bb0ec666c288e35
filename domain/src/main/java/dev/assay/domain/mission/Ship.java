package dev.assay.domain.mission;

/**
 * A rocket stage.
 *
 * @param kilograms mass at departure with propellant and payload (kg), above 0
 * @param ispSeconds specific impulse (s), above 0
 * @param dryShare &epsilon;: dry mass of the stage over its dry mass and propellant, 0 to below 1
 */
public record Ship(double kilograms, double ispSeconds, double dryShare) {

  /** Standard gravity (m/s&sup2;), exact. */
  private static final double STANDARD_GRAVITY = 9.80665;

  /**
   * The effective exhaust speed.
   *
   * @return I<sub>sp</sub> g<sub>0</sub> (km/s)
   */
  public double exhaustKmPerSecond() {
    return ispSeconds * STANDARD_GRAVITY / 1000;
  }

  /**
   * What the stage carries to the end of a manoeuvre (Tsiolkovsky's equation).
   *
   * @param deltaVKmPerSecond its size (km/s), 0 or more
   * @return propellant, dry mass and payload; together the mass at departure
   */
  public Burn burn(double deltaVKmPerSecond) {
    double arriving = kilograms * Math.exp(-deltaVKmPerSecond / exhaustKmPerSecond());
    double propellant = kilograms - arriving;
    double dry = dryShare / (1 - dryShare) * propellant;
    return new Burn(propellant, dry, arriving - dry);
  }

  /**
   * Mass at departure for each kilogram of payload.
   *
   * @param deltaVKmPerSecond size of the manoeuvre (km/s), 0 or more
   * @return R(1 + &epsilon;(R-1)/(1-&epsilon;R)) with R = exp(&Delta;v/v<sub>e</sub>), 1 or more;
   *     infinite if the stage cannot do it
   */
  public double departureMassPerPayload(double deltaVKmPerSecond) {
    double ratio = Math.exp(deltaVKmPerSecond / exhaustKmPerSecond());
    double left = 1 - dryShare * ratio;
    return left <= 0 ? Double.POSITIVE_INFINITY : ratio * (1 + dryShare * (ratio - 1) / left);
  }

  /**
   * The masses of a burn (kg).
   *
   * @param propellant burnt, 0 or more
   * @param dry dry mass of the stage, 0 or more
   * @param payload what arrives besides; 0 or less if the manoeuvre is beyond the stage
   */
  public record Burn(double propellant, double dry, double payload) {

    /**
     * Whether anything arrives besides the empty stage.
     *
     * @return false if &epsilon; exp(&Delta;v/v<sub>e</sub>) is 1 or more
     */
    public boolean isFeasible() {
      return payload > 0;
    }
  }
}
