package dev.assay.http;

import java.time.Duration;

/** Decides how long to pause before a request is repeated. */
@FunctionalInterface
interface RetryDelays {

  /**
   * The pause before a retry; asked for also after the last attempt, when none follows.
   *
   * @param retry which retry, from 1
   * @param asked the pause the source asks for; zero if it names none
   */
  Duration before(int retry, Duration asked);
}
