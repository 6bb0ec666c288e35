package dev.assay.local;

import dev.assay.ports.PortException;

/** Why a thread stops waiting for a queue. */
final class Waiting {

  private Waiting() {}

  static PortException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return PortException.temporary("interrupted while waiting for the queue", e);
  }

  static PortException stayedFull(QueueLimits limits) {
    return PortException.temporary(
        "the queue stayed full ("
            + limits.messages()
            + " messages) for "
            + limits.patience()
            + "; see whether anybody works on them");
  }
}
