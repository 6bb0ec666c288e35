package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What CloudFormation may do for the stacks, if the account was bootstrapped as advised. */
@RequiresNode
class BootstrapPolicyTest {

  private static final Path FILE = Tools.MODULE.resolve("bootstrap-policy.json");
  private static final JsonNode STATEMENTS = Synth.read(FILE).get("Statement");

  /** IAM takes no longer ones as managed policies; spaces do not count. */
  private static final int LONGEST = 6144;

  /** What it takes to make, change and remove a resource. */
  private static final Map<String, List<String>> ACTIONS =
      Map.ofEntries(
          Map.entry(
              "AWS::CloudWatch::Alarm",
              List.of("cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms")),
          Map.entry(
              "AWS::CloudWatch::Dashboard",
              List.of("cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards")),
          Map.entry(
              "AWS::DynamoDB::Table",
              List.of(
                  "dynamodb:CreateTable",
                  "dynamodb:UpdateTable",
                  "dynamodb:UpdateContinuousBackups",
                  "dynamodb:DeleteTable")),
          Map.entry(
              "AWS::IAM::OIDCProvider",
              List.of(
                  "iam:CreateOpenIDConnectProvider",
                  "iam:AddClientIDToOpenIDConnectProvider",
                  "iam:DeleteOpenIDConnectProvider")),
          Map.entry("AWS::IAM::Policy", List.of("iam:PutRolePolicy", "iam:DeleteRolePolicy")),
          Map.entry(
              "AWS::IAM::Role",
              List.of(
                  "iam:CreateRole",
                  "iam:UpdateRole",
                  "iam:UpdateAssumeRolePolicy",
                  "iam:PassRole",
                  "iam:DeleteRole")),
          Map.entry(
              "AWS::Lambda::EventSourceMapping",
              List.of(
                  "lambda:CreateEventSourceMapping",
                  "lambda:UpdateEventSourceMapping",
                  "lambda:DeleteEventSourceMapping")),
          Map.entry(
              "AWS::Lambda::Function",
              List.of(
                  "lambda:CreateFunction",
                  "lambda:UpdateFunctionCode",
                  "lambda:UpdateFunctionConfiguration",
                  "lambda:DeleteFunction",
                  "s3:GetObject")),
          Map.entry(
              "AWS::Logs::LogGroup",
              List.of("logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:DeleteLogGroup")),
          Map.entry(
              "AWS::S3::Bucket",
              List.of(
                  "s3:CreateBucket",
                  "s3:PutEncryptionConfiguration",
                  "s3:PutLifecycleConfiguration",
                  "s3:PutBucketOwnershipControls",
                  "s3:PutBucketPublicAccessBlock",
                  "s3:DeleteBucket")),
          Map.entry(
              "AWS::S3::BucketPolicy", List.of("s3:PutBucketPolicy", "s3:DeleteBucketPolicy")),
          Map.entry("AWS::SNS::Subscription", List.of("sns:Subscribe", "sns:Unsubscribe")),
          Map.entry(
              "AWS::SNS::Topic",
              List.of("sns:CreateTopic", "sns:SetTopicAttributes", "sns:DeleteTopic")),
          Map.entry("AWS::SNS::TopicPolicy", List.of("sns:SetTopicAttributes")),
          Map.entry(
              "AWS::SQS::Queue",
              List.of("sqs:CreateQueue", "sqs:SetQueueAttributes", "sqs:DeleteQueue")),
          Map.entry("AWS::SQS::QueuePolicy", List.of("sqs:SetQueueAttributes")),
          Map.entry(
              "AWS::Scheduler::Schedule",
              List.of(
                  "scheduler:CreateSchedule",
                  "scheduler:UpdateSchedule",
                  "scheduler:DeleteSchedule")),
          Map.entry(
              "AWS::StepFunctions::StateMachine",
              List.of(
                  "states:CreateStateMachine",
                  "states:UpdateStateMachine",
                  "states:DeleteStateMachine")));

  @Test
  void policy_everyResourceOfTheStacks_canBeMadeChangedAndRemoved() {
    List<String> allowed = new ArrayList<>();
    STATEMENTS
        .findValues("Action")
        .forEach(actions -> actions.forEach(a -> allowed.add(a.asText())));

    TreeSet<String> types = new TreeSet<>();
    for (String stack : List.of("assay-dev", "assay-dev-deploy-roles")) {
      JsonNode template =
          Synth.read(Synth.ofEverything().folder().resolve(stack + ".template.json"));
      template.get("Resources").forEach(resource -> types.add(resource.get("Type").asText()));
    }

    assertThat(ACTIONS.keySet()).isEqualTo(types);
    assertThat(allowed).containsAll(ACTIONS.values().stream().flatMap(List::stream).toList());
  }

  @Test
  void policy_actions_haveNoWildcardButForReading() {
    for (JsonNode actions : STATEMENTS.findValues("Action")) {
      assertThat(actions)
          .extracting(JsonNode::asText)
          .allMatch(action -> action.matches("[a-z0-9]+:([A-Za-z]+|(Get|List|Describe)\\*)"));
    }
  }

  @Test
  void policy_resources_areOfAssayUnlessTheyCannotBeNamed() {
    List<String> others = new ArrayList<>();
    for (JsonNode statement : STATEMENTS) {
      if (!statement.get("Resource").toString().contains("assay-")) {
        others.add(statement.get("Sid").asText());
      }
    }

    assertThat(others)
        .containsExactlyInAnyOrder(
            "IdentityOfGitHub",
            "EventSources",
            "EventSourceTags",
            "JarsOfTheFunctions",
            "ListsWithoutResources");
  }

  @Test
  void policy_size_isWithinWhatIamTakes() throws IOException {
    assertThat(Files.readString(FILE).replaceAll("\\s", "")).hasSizeLessThanOrEqualTo(LONGEST);
  }
}
