package dev.assay.domain.mission;

/** A reference mission to a body, or the reason why there is none. */
public sealed interface MissionOutcome permits Mission, NoMission {

  /**
   * What came of it, for exports.
   *
   * @return a lower-case word
   */
  String status();
}
