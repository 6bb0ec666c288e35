package dev.assay.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/** What SQS says of deliveries that are over. */
final class SqsReceipts {

  private SqsReceipts() {}

  /** Whether a request failed because the message was deleted or handed back before. */
  static boolean isOver(SdkException e) {
    return e instanceof MessageNotInflightException
        || e instanceof ReceiptHandleIsInvalidException
        || (e instanceof AwsServiceException refused
            && AwsTrouble.code(refused).equals("InvalidParameterValue"));
  }
}
