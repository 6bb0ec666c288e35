package dev.assay.cli;

import dev.assay.http.HttpSettings;
import dev.assay.local.LocalRunner;

/**
 * How patient a refresh is with what fails in passing.
 *
 * @param requests how often and after which pauses a request is repeated
 * @param steps waits before a step is repeated
 */
record Pauses(HttpSettings.Retries requests, LocalRunner.Pause steps) {

  /** What the sources ask of their users. */
  static final Pauses CONSIDERATE =
      new Pauses(HttpSettings.Retries.DEFAULT, pause -> Thread.sleep(pause.toMillis()));
}
