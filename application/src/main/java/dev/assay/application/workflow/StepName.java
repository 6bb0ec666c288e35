package dev.assay.application.workflow;

import java.util.Locale;

/** The steps of a refresh. */
public enum StepName {
  /** Makes an empty generation. */
  CREATE_TABLE,
  /** Fetches the published delta-v list. */
  DOWNLOAD_DELTA_V,
  /** Fetches the planets of other stars. */
  DOWNLOAD_EXOPLANETS,
  /** Combines the published masses. */
  CALCULATE_MASSES,
  /** Fetches the small bodies. */
  GET_LATEST_ASTEROIDS,
  /** Merges, values and sends one part of the small bodies in batches. */
  PARSE_HORIZON,
  /** Holds the parts together and tells that everything is sent. */
  COMPLETE_PARSING,
  /** Waits until every batch is written. */
  AWAIT_WRITES,
  /** Holds the generation against what was sent. */
  VERIFY,
  /** Makes the generation the one that people query. */
  ACTIVATE,
  /** Tells that the run succeeded. */
  NOTIFY_SUCCESS,
  /** Tells that the run failed, and clears up after it. */
  NOTIFY_FAILURE;

  /**
   * The name for people.
   *
   * @return for example "parse horizon"
   */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
