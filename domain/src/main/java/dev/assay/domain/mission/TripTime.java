package dev.assay.domain.mission;

import dev.assay.domain.mission.MissionParameters.WayBack;

/** How long a mission takes. */
final class TripTime {

  private TripTime() {}

  /**
   * The time between two like positions of Earth and a body.
   *
   * @param semiMajorAxisAu a (au), above 0
   * @param longest where to cut off, because it is infinite at a = 1 (years)
   * @return 1/|1 - a<sup>-3/2</sup>|, at most the longest (years)
   */
  static double synodicYears(double semiMajorAxisAu, double longest) {
    double turnsPerYear = 1 / (semiMajorAxisAu * Math.sqrt(semiMajorAxisAu));
    return Math.min(longest, 1 / Math.abs(1 - turnsPerYear));
  }

  /**
   * The whole mission.
   *
   * @param transferYears one way (years)
   * @param stayYears at the body (years)
   * @param semiMajorAxisAu a of the body (au)
   * @param wayBack how much of a synodic period is waited
   * @return T = 2 t<sub>tr</sub> + t + wait (years)
   */
  static double years(
      double transferYears, double stayYears, double semiMajorAxisAu, WayBack wayBack) {
    double wait =
        wayBack.synodicWaitShare() * synodicYears(semiMajorAxisAu, wayBack.longestSynodicYears());
    return 2 * transferYears + stayYears + wait;
  }
}
