package dev.assay.domain.body;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One small body as observed. What is not known is null; nothing is guessed here.
 *
 * @param identity what it is called
 * @param orbit its orbit
 * @param orbitClass JPL's orbit class
 * @param nearEarth whether its perihelion lies within 1.3 au; null if the source does not say and
 *     it does not follow
 * @param potentiallyHazardous whether it comes within 0.05 au of Earth's orbit and has H of 22 or
 *     less; null if not known
 * @param moidAu minimum distance between its orbit and Earth's (au), 0 or more; null if not known
 * @param absoluteMagnitude H; null if not known
 * @param diameter measured diameter; null if none
 * @param albedo geometric albedo p<sub>V</sub>, 1e-6..1; null if not measured
 * @param gravitationalParameter GM; null if not measured
 * @param smassType SMASSII or Bus-DeMeo spectral type as written (SBDB {@code spec_B}); null if
 *     none
 * @param tholenType Tholen spectral type as written (SBDB {@code spec_T}); null if none
 */
public record SmallBody(
    Identity identity,
    OrbitalElements orbit,
    OrbitClass orbitClass,
    @Nullable Boolean nearEarth,
    @Nullable Boolean potentiallyHazardous,
    @Nullable Double moidAu,
    @Nullable AbsoluteMagnitude absoluteMagnitude,
    @Nullable MeasuredDiameter diameter,
    @Nullable Double albedo,
    @Nullable GravitationalParameter gravitationalParameter,
    @Nullable String smassType,
    @Nullable String tholenType) {

  public SmallBody {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(orbit, "orbit");
    Objects.requireNonNull(orbitClass, "orbitClass");
    if (albedo != null && !(albedo >= 1e-6 && albedo <= 1)) {
      throw new IllegalArgumentException("albedo must be 1e-6..1, was " + albedo);
    }
    if (moidAu != null && !(moidAu >= 0 && Double.isFinite(moidAu))) {
      throw new IllegalArgumentException("MOID must be 0 au or more, was " + moidAu);
    }
  }

  /**
   * Starts the description of a body.
   *
   * @param fullName name and designation, such as "433 Eros" or "2006 RH120"
   * @param orbit its orbit
   * @return a builder that knows nothing else yet
   */
  public static Builder builder(String fullName, OrbitalElements orbit) {
    return new Builder(Identity.ofFullName(fullName), orbit);
  }

  /**
   * Starts the description of a body whose identity is known in parts.
   *
   * @param identity what it is called
   * @param orbit its orbit
   * @return a builder that knows nothing else yet
   */
  public static Builder builder(Identity identity, OrbitalElements orbit) {
    return new Builder(identity, orbit);
  }

  /**
   * The same body with another absolute magnitude.
   *
   * @param magnitude H
   * @return the changed body
   */
  public SmallBody withAbsoluteMagnitude(AbsoluteMagnitude magnitude) {
    return new SmallBody(
        identity,
        orbit,
        orbitClass,
        nearEarth,
        potentiallyHazardous,
        moidAu,
        magnitude,
        diameter,
        albedo,
        gravitationalParameter,
        smassType,
        tholenType);
  }

  /**
   * Whether the body is a comet by its orbit class.
   *
   * @return true for JPL's comet classes
   */
  public boolean isComet() {
    return orbitClass.isComet();
  }

  /** Collects what is known of a body. Not thread-safe. */
  public static final class Builder {

    /** JPL's limits for potentially hazardous asteroids: MOID (au) and H (mag). */
    private static final double HAZARD_MOID_AU = 0.05;

    private static final double HAZARD_H = 22.0;
    private static final double NEAR_EARTH_PERIHELION_AU = 1.3;

    private final Identity identity;
    private final OrbitalElements orbit;
    private @Nullable OrbitClass orbitClass;
    private @Nullable Boolean nearEarth;
    private @Nullable Boolean potentiallyHazardous;
    private @Nullable Double moidAu;
    private @Nullable AbsoluteMagnitude absoluteMagnitude;
    private @Nullable MeasuredDiameter diameter;
    private @Nullable Double albedo;
    private @Nullable GravitationalParameter gravitationalParameter;
    private @Nullable String smassType;
    private @Nullable String tholenType;

    private Builder(Identity identity, OrbitalElements orbit) {
      this.identity = identity;
      this.orbit = orbit;
    }

    /**
     * Sets the orbit class; left out, it follows from the orbit by JPL's definitions.
     *
     * @param value JPL's class
     * @return this
     */
    public Builder orbitClass(OrbitClass value) {
      orbitClass = value;
      return this;
    }

    /**
     * Sets whether the body is near-Earth; left out, it follows from the perihelion.
     *
     * @param value true for a perihelion within 1.3 au
     * @return this
     */
    public Builder nearEarth(boolean value) {
      nearEarth = value;
      return this;
    }

    /**
     * Sets whether the body is potentially hazardous; left out, it follows from MOID and H where
     * both are known.
     *
     * @param value JPL's flag
     * @return this
     */
    public Builder potentiallyHazardous(boolean value) {
      potentiallyHazardous = value;
      return this;
    }

    /**
     * Sets the minimum orbit intersection distance to Earth.
     *
     * @param au distance (au), 0 or more
     * @return this
     */
    public Builder moid(double au) {
      moidAu = au;
      return this;
    }

    /**
     * Sets the absolute magnitude without an error.
     *
     * @param magnitudes H (mag)
     * @return this
     */
    public Builder absoluteMagnitude(double magnitudes) {
      return absoluteMagnitude(new AbsoluteMagnitude(magnitudes, null));
    }

    /**
     * Sets the absolute magnitude.
     *
     * @param value H
     * @return this
     */
    public Builder absoluteMagnitude(AbsoluteMagnitude value) {
      absoluteMagnitude = value;
      return this;
    }

    /**
     * Sets a measured diameter without an error.
     *
     * @param kilometres effective diameter (km)
     * @return this
     */
    public Builder diameter(double kilometres) {
      return diameter(new MeasuredDiameter(kilometres, null));
    }

    /**
     * Sets a measured diameter.
     *
     * @param value the measurement
     * @return this
     */
    public Builder diameter(MeasuredDiameter value) {
      diameter = value;
      return this;
    }

    /**
     * Sets the measured geometric albedo.
     *
     * @param value p<sub>V</sub>, 1e-6..1
     * @return this
     */
    public Builder albedo(double value) {
      albedo = value;
      return this;
    }

    /**
     * Sets GM.
     *
     * @param km3PerS2 GM (km&sup3;/s&sup2;)
     * @return this
     */
    public Builder gravitationalParameter(double km3PerS2) {
      gravitationalParameter = new GravitationalParameter(km3PerS2);
      return this;
    }

    /**
     * Sets the SMASSII or Bus-DeMeo type.
     *
     * @param text as written in SBDB's {@code spec_B}
     * @return this
     */
    public Builder smassType(String text) {
      smassType = text;
      return this;
    }

    /**
     * Sets the Tholen type.
     *
     * @param text as written in SBDB's {@code spec_T}
     * @return this
     */
    public Builder tholenType(String text) {
      tholenType = text;
      return this;
    }

    /**
     * Completes the body; class and flags that were not set follow from their definitions.
     *
     * @return the body
     * @throws IllegalArgumentException if albedo or MOID is out of range
     */
    public SmallBody build() {
      OrbitClass effectiveClass = orbitClass == null ? OrbitClass.ofAsteroid(orbit) : orbitClass;
      return new SmallBody(
          identity,
          orbit,
          effectiveClass,
          nearEarth == null ? Boolean.valueOf(hasNearEarthPerihelion()) : nearEarth,
          potentiallyHazardous == null ? hazardByDefinition() : potentiallyHazardous,
          moidAu,
          absoluteMagnitude,
          diameter,
          albedo,
          gravitationalParameter,
          smassType,
          tholenType);
    }

    private boolean hasNearEarthPerihelion() {
      return orbit.perihelionAu() < NEAR_EARTH_PERIHELION_AU;
    }

    private @Nullable Boolean hazardByDefinition() {
      if (moidAu == null || absoluteMagnitude == null) {
        return null;
      }
      return moidAu <= HAZARD_MOID_AU && absoluteMagnitude.magnitudes() <= HAZARD_H;
    }
  }
}
