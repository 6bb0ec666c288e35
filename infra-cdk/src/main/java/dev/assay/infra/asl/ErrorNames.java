package dev.assay.infra.asl;

import dev.assay.application.workflow.FailureKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The error names by which the state machine knows the kinds of failure. The functions raise two of
 * them; the others are the platform's own and pass by themselves: every step may be repeated.
 */
public final class ErrorNames {

  /** What a function raises when another attempt may succeed. */
  public static final String TRANSIENT = "dev.assay.lambda.TransientFailure";

  /** What a function raises when repeating does not help. */
  public static final String PERMANENT = "dev.assay.lambda.PermanentFailure";

  static final String ANY = "States.ALL";
  static final String TIMEOUT = "States.Timeout";

  private static final List<String> PLATFORM =
      List.of(
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.TooManyRequestsException",
          "Sandbox.Timedout",
          TIMEOUT);

  private ErrorNames() {}

  /**
   * The errors of a kind.
   *
   * @param kind transient or permanent
   * @return names for ErrorEquals
   */
  public static List<String> of(FailureKind kind) {
    return kind == FailureKind.PERMANENT
        ? List.of(PERMANENT)
        : Stream.concat(Stream.of(TRANSIENT), PLATFORM.stream()).toList();
  }

  /** The errors of several kinds: all there are, if the kinds are. */
  static List<String> of(Set<FailureKind> kinds) {
    return kinds.size() == FailureKind.values().length
        ? List.of(ANY)
        : kinds.stream().sorted().flatMap(kind -> of(kind).stream()).toList();
  }
}
