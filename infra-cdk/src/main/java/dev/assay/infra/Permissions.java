package dev.assay.infra;

import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;

/** What functions may be allowed to do; each statement names its actions and resources. */
final class Permissions {

  private final Storage storage;
  private final ITopic topic;
  private final String generations;

  /** The tables of generations come and go with the runs; their names tell whose they are. */
  Permissions(Stack stack, Names names, Storage storage, ITopic topic) {
    this.storage = storage;
    this.topic = topic;
    this.generations =
        stack.formatArn(
            ArnComponents.builder()
                .service("dynamodb")
                .resource("table")
                .resourceName(names.of("generation-*"))
                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                .build());
  }

  /** The wildcard that stands for the tables of generations, as cdk-nag shows it. */
  static String generationsPattern(Names names) {
    return "table/" + names.of("generation-*");
  }

  List<PolicyStatement> objects() {
    IBucket bucket = storage.bucket();
    return List.of(
        allow(List.of("s3:ListBucket"), bucket.getBucketArn()),
        allow(
            List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"),
            bucket.arnForObjects("*")));
  }

  PolicyStatement ledger() {
    return allow(
        List.of(
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem"),
        storage.state().getTableArn());
  }

  PolicyStatement generationTables() {
    return allow(
        List.of("dynamodb:CreateTable", "dynamodb:DescribeTable", "dynamodb:DeleteTable"),
        generations);
  }

  PolicyStatement generationItems() {
    return allow(
        List.of(
            "dynamodb:GetItem",
            "dynamodb:BatchGetItem",
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:BatchWriteItem"),
        generations);
  }

  PolicyStatement send(WorkQueue queue) {
    return allow(List.of("sqs:SendMessage", "sqs:GetQueueAttributes"), queue.queue().getQueueArn());
  }

  List<PolicyStatement> receive(WorkQueue queue) {
    return List.of(
        allow(
            List.of(
                "sqs:ReceiveMessage",
                "sqs:DeleteMessage",
                "sqs:ChangeMessageVisibility",
                "sqs:GetQueueAttributes"),
            queue.queue().getQueueArn()),
        allow(List.of("sqs:SendMessage"), queue.deadLetters().getQueueArn()));
  }

  PolicyStatement publish() {
    return allow(List.of("sns:Publish"), topic.getTopicArn());
  }

  private static PolicyStatement allow(List<String> actions, String resource) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
  }
}
