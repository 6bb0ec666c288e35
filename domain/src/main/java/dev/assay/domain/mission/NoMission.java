package dev.assay.domain.mission;

/** Why no mission can be planned; what cannot be planned earns nothing and has no profit, not 0. */
public enum NoMission implements MissionOutcome {
  /** The orbit has no rendezvous delta-v. */
  NO_DELTA_V("no-delta-v", "no delta-v: the body does not return"),
  /** Nothing is known that the mass could follow from. */
  NO_MASS("no-mass", "its mass is not known"),
  /** The stage cannot carry even itself there. */
  INFEASIBLE("infeasible", "infeasible: the stage would arrive without any payload");

  private final String status;
  private final String reason;

  NoMission(String status, String reason) {
    this.status = status;
    this.reason = reason;
  }

  @Override
  public String status() {
    return status;
  }

  /**
   * The reason for a reader.
   *
   * @return a few words
   */
  public String reason() {
    return reason;
  }
}
