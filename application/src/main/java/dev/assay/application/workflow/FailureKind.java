package dev.assay.application.workflow;

import dev.assay.ports.PortException;

/** The kinds of failure that a workflow tells apart. */
public enum FailureKind {
  /** Likely to pass by itself. */
  TRANSIENT,
  /** Repeating does not help. */
  PERMANENT;

  /**
   * The kind of a failure.
   *
   * @param failure what a step threw
   * @return transient only if a port says so
   */
  public static FailureKind of(Throwable failure) {
    boolean passing =
        failure instanceof PortException trouble && trouble.kind() == PortException.Kind.TRANSIENT;
    return passing ? TRANSIENT : PERMANENT;
  }
}
