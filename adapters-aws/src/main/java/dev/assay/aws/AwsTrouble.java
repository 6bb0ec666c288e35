package dev.assay.aws;

import dev.assay.ports.PortException;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one place where what the SDK reports becomes a {@link PortException} in one line. */
final class AwsTrouble {

  private static final int LONGEST = 300;

  private static final Set<String> PASSING =
      Set.of(
          "LimitExceededException",
          "ResourceInUseException",
          "TransactionConflictException",
          "TransactionInProgressException",
          "ConditionalRequestConflict",
          "OperationAborted",
          "RequestTimeout",
          "RequestTimeoutException",
          "ReplicatedWriteConflictException");

  /** What to do about failures that repeating cannot mend, by the code that AWS gives them. */
  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("ExpiredToken", Advice.EXPIRED),
          Map.entry("ExpiredTokenException", Advice.EXPIRED),
          Map.entry("RequestExpired", Advice.EXPIRED),
          Map.entry("TokenRefreshRequired", Advice.EXPIRED),
          Map.entry("InvalidClientTokenId", Advice.UNKNOWN_KEY),
          Map.entry("UnrecognizedClientException", Advice.UNKNOWN_KEY),
          Map.entry("InvalidAccessKeyId", Advice.UNKNOWN_KEY),
          Map.entry("InvalidToken", Advice.UNKNOWN_KEY),
          Map.entry("SignatureDoesNotMatch", Advice.UNKNOWN_KEY),
          Map.entry("InvalidSignatureException", Advice.UNKNOWN_KEY),
          Map.entry("IncompleteSignature", Advice.UNKNOWN_KEY),
          Map.entry("MissingAuthenticationToken", Advice.UNKNOWN_KEY),
          Map.entry("RequestTimeTooSkewed", Advice.CLOCK),
          Map.entry("AccessDenied", Advice.DENIED),
          Map.entry("AccessDeniedException", Advice.DENIED),
          Map.entry("AuthorizationError", Advice.DENIED),
          Map.entry("AuthorizationErrorException", Advice.DENIED),
          Map.entry("KMSAccessDeniedException", Advice.DENIED),
          Map.entry("KmsAccessDenied", Advice.DENIED),
          Map.entry("ResourceNotFoundException", Advice.MISSING),
          Map.entry("NoSuchBucket", Advice.MISSING),
          Map.entry("QueueDoesNotExist", Advice.MISSING),
          Map.entry("AWS.SimpleQueueService.NonExistentQueue", Advice.MISSING),
          Map.entry("NotFound", Advice.MISSING),
          Map.entry("NotFoundException", Advice.MISSING));

  private static final class Advice {
    static final String EXPIRED =
        "the AWS credentials have expired; log in again or renew the session";
    static final String UNKNOWN_KEY =
        "AWS does not accept the credentials; check AWS_PROFILE or the access key, and the region";
    static final String CLOCK = "the clock of this machine is wrong; set it";
    static final String DENIED =
        "access denied; grant the role the permission that AWS names or use another profile";
    static final String MISSING =
        "it does not exist; check its name and the region, or deploy the stack";

    private Advice() {}
  }

  private AwsTrouble() {}

  /**
   * Translates a failure.
   *
   * @param action what was tried, as in "cannot [action]"
   * @param e what the SDK reports
   * @return what the port throws
   */
  static PortException of(String action, SdkException e) {
    if (e instanceof AbortedException) {
      Thread.currentThread().interrupt();
      return PortException.temporary("interrupted: could not " + action, e);
    }
    if (e instanceof AwsServiceException refused) {
      return ofService(action, refused);
    }
    if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
      return temporary(action, "AWS did not answer in time; whether it was done is not known", e);
    }
    if (e instanceof SdkClientException && text(e).contains("credentials")) {
      return permanent(
          action, "there are no AWS credentials; set AWS_PROFILE, or log in: " + text(e), e);
    }
    return temporary(
        action, "AWS cannot be reached; check the network and the region: " + why(e), e);
  }

  private static PortException ofService(String action, AwsServiceException e) {
    String code = code(e);
    String said = code + ": " + text(e);
    if (e.isThrottlingException()) {
      return busy(action, "AWS asks to slow down (" + said + ")", e);
    }
    if (isConflict(code, e)) {
      return busy(action, "AWS failed for now (" + said + ")", e);
    }
    if (e.statusCode() >= 500 || PASSING.contains(code)) {
      return temporary(action, "AWS failed for now (" + said + ")", e);
    }
    if (e.isClockSkewException()) {
      return permanent(action, Advice.CLOCK, e);
    }
    String advice = ADVICE.get(code);
    if (advice == null && e.statusCode() == 403) {
      advice = Advice.DENIED;
    }
    return advice == null
        ? permanent(action, "AWS refuses it (" + said + ")", e)
        : permanent(action, advice + " (" + said + ")", e);
  }

  /** Whether another transaction, or too much traffic, turned a transaction away. */
  private static boolean isConflict(String code, AwsServiceException e) {
    return code.equals("TransactionCanceledException") && !text(e).contains("ValidationError");
  }

  /** The code that AWS gives a failure, else its status. */
  static String code(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null ? "status " + e.statusCode() : code;
  }

  /** Whether the thing asked for is not there. */
  static boolean isMissing(AwsServiceException e) {
    return Advice.MISSING.equals(ADVICE.get(code(e)));
  }

  private static PortException temporary(String action, String why, SdkException e) {
    return PortException.temporary(oneLine("cannot " + action + ": " + why), e);
  }

  private static PortException busy(String action, String why, SdkException e) {
    return PortException.busy(oneLine("cannot " + action + ": " + why), e);
  }

  private static PortException permanent(String action, String why, SdkException e) {
    return PortException.permanent(oneLine("cannot " + action + ": " + why), e);
  }

  private static String text(SdkException e) {
    if (e instanceof AwsServiceException refused
        && refused.awsErrorDetails() != null
        && refused.awsErrorDetails().errorMessage() != null) {
      return refused.awsErrorDetails().errorMessage();
    }
    return String.valueOf(e.getMessage());
  }

  /** The cause at the bottom says more than "unable to execute request". */
  private static String why(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause == e
        ? String.valueOf(e.getMessage())
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
