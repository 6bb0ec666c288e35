package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.application.BuildVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What matters about the template, whatever else about it changes. */
@RequiresNode
class TemplateTest {

  private static final Synth SYNTH = Synth.ofDefaults();

  /** As it stands in the text of a dashboard. */
  private static final Pattern METRIC_OF_A_STEP =
      Pattern.compile("\\[\"Assay\",\"(\\w+)\",\"Stage\",\"[\\w-]+\",\"Step\",\"(\\w+)\"");

  @Test
  void resources_ofAllTypes_needNoFunctionOfCdk() {
    assertThat(SYNTH.resources("AWS::Lambda::Function")).hasSize(7);
    SYNTH
        .json()
        .get("Resources")
        .properties()
        .forEach(
            resource ->
                assertThat(resource.getValue().get("Type").asText())
                    .as(resource.getKey())
                    .startsWith("AWS::")
                    .isNotEqualTo("AWS::CloudFormation::CustomResource"));
  }

  @Test
  void functions_all_areBoundedAndOnTheNewestJava() {
    assertThat(SYNTH.resources("AWS::Lambda::Function").values())
        .allSatisfy(
            function -> {
              JsonNode properties = function.get("Properties");
              assertThat(properties.get("Runtime").asText()).isEqualTo("java25");
              assertThat(properties.get("Architectures").get(0).asText()).isEqualTo("arm64");
              assertThat(properties.get("Timeout").asInt()).isBetween(60, 900);
              assertThat(properties.get("MemorySize").asInt()).isBetween(512, 1769);
            });
  }

  @Test
  void functions_all_areTracedAndLogJson() {
    assertThat(SYNTH.resources("AWS::Lambda::Function").values())
        .allSatisfy(
            function -> {
              JsonNode properties = function.get("Properties");
              assertThat(properties.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
              JsonNode logging = properties.get("LoggingConfig");
              assertThat(logging.get("LogFormat").asText()).isEqualTo("JSON");
              assertThat(logging.get("ApplicationLogLevel").asText()).isEqualTo("INFO");
              assertThat(logging.get("SystemLogLevel").asText()).isEqualTo("INFO");
            });
  }

  @Test
  void functions_all_haveRolesOfTheirOwn() {
    assertThat(
            SYNTH.resources("AWS::Lambda::Function").values().stream()
                .map(function -> function.at("/Properties/Role/Fn::GetAtt/0").asText()))
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @Test
  void logGroups_all_haveRetention() {
    Map<String, JsonNode> groups = SYNTH.resources("AWS::Logs::LogGroup");

    assertThat(groups).hasSize(8);
    assertThat(groups.values())
        .allSatisfy(
            group -> assertThat(group.at("/Properties/RetentionInDays").asInt()).isEqualTo(90));
  }

  @Test
  void bucket_one_isPrivateEncryptedAndKeepsNothingForEver() {
    Template template = SYNTH.template();

    template.hasResource(
        "AWS::S3::Bucket",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "Properties",
            Match.objectLike(
                Map.of(
                    "BucketEncryption",
                    Match.anyValue(),
                    "PublicAccessBlockConfiguration",
                    Map.of(
                        "BlockPublicAcls", true,
                        "BlockPublicPolicy", true,
                        "IgnorePublicAcls", true,
                        "RestrictPublicBuckets", true),
                    "LifecycleConfiguration",
                    Map.of(
                        "Rules",
                        List.of(
                            Match.objectLike(Map.of("Prefix", "runs/", "ExpirationInDays", 35)),
                            Match.objectLike(
                                Map.of(
                                    "AbortIncompleteMultipartUpload",
                                    Map.of("DaysAfterInitiation", 1)))))))));
  }

  @Test
  void policies_ofBucketQueuesAndTopic_refuseWhatIsNotTls() {
    List<JsonNode> policies = new ArrayList<>();
    policies.addAll(SYNTH.resources("AWS::S3::BucketPolicy").values());
    policies.addAll(SYNTH.resources("AWS::SQS::QueuePolicy").values());
    policies.addAll(SYNTH.resources("AWS::SNS::TopicPolicy").values());

    assertThat(policies).hasSize(1 + 5 + 1);
    assertThat(policies)
        .allSatisfy(
            policy ->
                assertThat(policy.at("/Properties/PolicyDocument/Statement"))
                    .anySatisfy(
                        statement -> {
                          assertThat(statement.get("Effect").asText()).isEqualTo("Deny");
                          assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                              .isEqualTo("false");
                        }));
  }

  @Test
  void policies_ofResources_allowNobodyOutsideTheAccount() {
    for (String type :
        List.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")) {
      for (JsonNode policy : SYNTH.resources(type).values()) {
        for (JsonNode statement : policy.at("/Properties/PolicyDocument/Statement")) {
          if (statement.get("Effect").asText().equals("Allow")) {
            assertThat(statement.at("/Principal/Service").asText()).isNotEmpty();
            assertThat(statement.get("Condition").toString())
                .containsAnyOf("aws:SourceAccount", "aws:SourceArn");
          }
        }
      }
    }
  }

  /** Every wildcard there is; one more has to be argued for here as in the code. */
  @Test
  void roles_all_haveNoWildcardThatIsNotExplained() {
    TreeSet<String> wildcards = new TreeSet<>();
    for (Map.Entry<String, JsonNode> policy : SYNTH.resources("AWS::IAM::Policy").entrySet()) {
      for (JsonNode statement : policy.getValue().at("/Properties/PolicyDocument/Statement")) {
        List<String> actions = texts(statement.get("Action"));
        assertThat(actions)
            .as(policy.getKey())
            .isNotEmpty()
            .noneMatch(action -> action.contains("*"));
        for (JsonNode resource : each(statement.get("Resource"))) {
          String text = resource.toString();
          if (text.contains("*")) {
            String wildcard = text.replaceAll(".*\"([^\"]*\\*)\".*", "$1");
            actions.forEach(action -> wildcards.add(action.split(":", 2)[0] + " " + wildcard));
          }
        }
      }
    }

    assertThat(wildcards)
        .containsExactlyInAnyOrder(
            // Objects of a folder: each run makes its own.
            "s3 /copies/*",
            "s3 /downloads/*",
            "s3 /given/*",
            "s3 /manifests/*",
            "s3 /runs/*",
            "s3 /side-tables/*",
            "s3 /small-bodies/*",
            // Tables of generations: each run makes one.
            "dynamodb :table/assay-dev-generation-*",
            // Neither X-Ray nor log delivery know resources.
            "logs *",
            "xray *",
            // Child executions are named when they start.
            "states :execution:assay-dev-refresh/*",
            // CDK's target of a schedule.
            "lambda :*");
  }

  @Test
  void roles_all_haveNoManagedPolicy() {
    assertThat(SYNTH.resources("AWS::IAM::Role").values())
        .allSatisfy(role -> assertThat(role.at("/Properties/ManagedPolicyArns")).isEmpty());
  }

  @Test
  void downloads_all_mayTouchTheBucketAlone() {
    for (String id : List.of("CalculateMasses", "DownloadDeltaV", "GetLatestAsteroids")) {
      assertThat(actions("Functions" + id + "Role"))
          .as(id)
          .containsOnly(
              "logs:CreateLogStream",
              "logs:PutLogEvents",
              "xray:PutTelemetryRecords",
              "xray:PutTraceSegments",
              "s3:ListBucket",
              "s3:GetObject",
              "s3:PutObject",
              "s3:DeleteObject",
              "s3:AbortMultipartUpload");
    }
  }

  @Test
  void writer_role_cannotReachBucketOrTopicNorMakeTables() {
    assertThat(actions("FunctionsWriteToDynamoRole"))
        .contains("dynamodb:BatchWriteItem", "sqs:ReceiveMessage")
        .noneMatch(action -> action.startsWith("s3:") || action.startsWith("sns:"))
        .doesNotContain("dynamodb:CreateTable", "dynamodb:DeleteTable");
  }

  /** Only what leads generations through their lives may touch the pointer and the history. */
  @Test
  void roles_inTheStateTable_writeTheirOwnPartitionsAlone() {
    assertThat(partitionsWrittenBy("ParseHorizon")).containsExactly("chunks#*");
    assertThat(partitionsWrittenBy("WriteToDynamo")).containsExactly("chunks#*");
    assertThat(partitionsWrittenBy("DownloadExoplanets")).containsExactly("generation");
    for (String id : List.of("CalculateMasses", "DownloadDeltaV", "GetLatestAsteroids")) {
      assertThat(partitionsWrittenBy(id)).as(id).isEmpty();
    }
  }

  /** Of each statement on the state table with an action that writes; "all" if it has no limit. */
  private static Set<String> partitionsWrittenBy(String function) {
    Set<String> partitions = new TreeSet<>();
    for (JsonNode statement : statements("Functions" + function + "Role")) {
      boolean writes =
          statement.get("Resource").toString().contains("StateTable")
              && texts(statement.get("Action")).stream()
                  .anyMatch(action -> action.matches("dynamodb:.*(Put|Update|Delete|Write).*"));
      JsonNode keys = statement.at("/Condition/ForAllValues:StringLike/dynamodb:LeadingKeys");
      if (writes) {
        partitions.addAll(keys.isMissingNode() ? List.of("all") : texts(keys));
      }
    }
    return partitions;
  }

  @Test
  void topic_one_takesWhatAlarmsTell() {
    JsonNode policy = SYNTH.resources("AWS::SNS::TopicPolicy").values().iterator().next();

    assertThat(policy.at("/Properties/PolicyDocument/Statement"))
        .anySatisfy(
            statement -> {
              assertThat(statement.get("Effect").asText()).isEqualTo("Allow");
              assertThat(statement.at("/Principal/Service").asText())
                  .isEqualTo("cloudwatch.amazonaws.com");
              assertThat(texts(statement.get("Action"))).containsExactly("sns:Publish");
            });
  }

  /** An upgrade cannot make these anew while those of the same name exist. */
  @Test
  void resources_withNames_keepTheirPlaceInTheTemplate() {
    assertThat(SYNTH.json().get("Resources").has("StateTable962DE04C")).isTrue();
    assertThat(SYNTH.json().get("Resources").has("ArtifactsBucket88671897")).isTrue();
    assertThat(SYNTH.json().get("Resources").has("DataQueue59EC8D83")).isTrue();
    assertThat(SYNTH.resources("AWS::Lambda::EventSourceMapping").keySet())
        .containsExactly(
            "FunctionsWriteToDynamoFunctionSqsEventSourceassaydevDataQueueEA338C947791A7EF");
  }

  @Test
  void queues_all_areEncryptedAndHaveDeadLetters() {
    Map<String, JsonNode> queues = SYNTH.resources("AWS::SQS::Queue");

    assertThat(queues).hasSize(5);
    assertThat(queues.values())
        .allSatisfy(
            queue -> assertThat(queue.at("/Properties/SqsManagedSseEnabled").asBoolean()).isTrue());
    assertThat(
            queues.values().stream()
                .filter(queue -> queue.at("/Properties/RedrivePolicy").isMissingNode())
                .map(queue -> queue.at("/Properties/QueueName").asText()))
        .containsExactlyInAnyOrder(
            "assay-dev-data-dead-letters",
            "assay-dev-completions-dead-letters",
            "assay-dev-schedule-dead-letters");
  }

  @Test
  void dataQueue_itsEventSource_isBoundedAndReportsSingleFailures() {
    JsonNode source = SYNTH.resources("AWS::Lambda::EventSourceMapping").values().iterator().next();
    JsonNode queue = named("AWS::SQS::Queue", "QueueName", "assay-dev-data");
    JsonNode writer = named("AWS::Lambda::Function", "FunctionName", "assay-dev-write-to-dynamo");

    assertThat(source.at("/Properties/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
    assertThat(source.at("/Properties/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(8);
    assertThat(source.at("/Properties/BatchSize").asInt()).isEqualTo(10);
    assertThat(queue.get("VisibilityTimeout").asInt())
        .isGreaterThanOrEqualTo(6 * writer.get("Timeout").asInt());
    assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isGreaterThanOrEqualTo(5);
  }

  /** Giving up must come after every delivery that a message may still have. */
  @Test
  void awaitLooks_ofCreateTable_outlastTheDeliveriesOfAMessage() {
    JsonNode table = named("AWS::Lambda::Function", "FunctionName", "assay-dev-create-table");
    JsonNode queue = named("AWS::SQS::Queue", "QueueName", "assay-dev-data");

    assertThat(10 * table.at("/Environment/Variables/ASSAY_AWAIT_LOOKS").asInt())
        .isGreaterThan(
            queue.at("/RedrivePolicy/maxReceiveCount").asInt()
                * queue.get("VisibilityTimeout").asInt());
  }

  @Test
  void stateTable_one_isOnDemandRecoverableAndKept() {
    SYNTH
        .template()
        .hasResource(
            "AWS::DynamoDB::Table",
            Map.of(
                "DeletionPolicy",
                "Retain",
                "Properties",
                Match.objectLike(
                    Map.of(
                        "TableName",
                        "assay-dev-state",
                        "BillingMode",
                        "PAY_PER_REQUEST",
                        "DeletionProtectionEnabled",
                        true,
                        "PointInTimeRecoverySpecification",
                        Map.of("PointInTimeRecoveryEnabled", true)))));
  }

  @Test
  void schedule_weekly_isInUtcAndLosesNoStart() {
    JsonNode weekly = named("AWS::Scheduler::Schedule", "Name", "assay-dev-weekly");

    assertThat(weekly.get("ScheduleExpression").asText()).isEqualTo("cron(17 3 ? * SUN *)");
    assertThat(weekly.get("ScheduleExpressionTimezone").asText()).isEqualTo("Etc/UTC");
    assertThat(weekly.get("State").asText()).isEqualTo("ENABLED");
    assertThat(weekly.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(10);
    assertThat(weekly.at("/Target/DeadLetterConfig/Arn").isMissingNode()).isFalse();
    assertThat(weekly.at("/Target/Input").asText()).isEqualTo("{}");
  }

  @Test
  void schedule_otherTime_isInTheExpression() {
    Synth synth = Synth.of(Map.of("schedule", "WED 22:05", "scheduled", "false"));

    synth
        .template()
        .hasResourceProperties(
            "AWS::Scheduler::Schedule",
            Map.of("ScheduleExpression", "cron(5 22 ? * WED *)", "State", "DISABLED"));
  }

  @Test
  void stateMachine_one_isStandardAndLogs() {
    JsonNode machine =
        named("AWS::StepFunctions::StateMachine", "StateMachineName", "assay-dev-refresh");

    assertThat(machine.get("StateMachineType").asText()).isEqualTo("STANDARD");
    assertThat(machine.at("/LoggingConfiguration/Level").asText()).isEqualTo("ALL");
    assertThat(machine.at("/LoggingConfiguration/IncludeExecutionData").asBoolean()).isFalse();
    assertThat(machine.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
  }

  /** Else a service could be made to act for somebody else's schedule or state machine. */
  @Test
  void roles_ofSchedulerAndStateMachine_areTakenForThisAccountsOwnOnly() {
    List<JsonNode> trusts =
        SYNTH.resources("AWS::IAM::Role").values().stream()
            .map(role -> role.at("/Properties/AssumeRolePolicyDocument/Statement/0"))
            .filter(trust -> !trust.toString().contains("lambda.amazonaws.com"))
            .toList();

    assertThat(trusts).hasSize(3);
    assertThat(trusts)
        .allSatisfy(
            trust -> {
              JsonNode condition = trust.get("Condition");
              assertThat(condition.at("/StringEquals/aws:SourceAccount/Ref").asText())
                  .isEqualTo("AWS::AccountId");
              assertThat(condition.findValue("aws:SourceArn").toString())
                  .containsAnyOf(":schedule-group/default\"", ":stateMachine:assay-dev-refresh\"");
            });
  }

  @Test
  void alarms_all_goToTheTopicAndSayWhereToRead() {
    Map<String, JsonNode> alarms = SYNTH.resources("AWS::CloudWatch::Alarm");

    assertThat(alarms.values())
        .allSatisfy(
            alarm -> {
              assertThat(alarm.at("/Properties/AlarmActions/0/Ref").asText())
                  .startsWith("NotificationsTopic");
              assertThat(alarm.at("/Properties/AlarmDescription").asText())
                  .contains("docs/operations.md");
            });
    assertThat(alarms.values().stream().map(a -> a.at("/Properties/AlarmName").asText()))
        .contains(
            "assay-dev-run-failed",
            "assay-dev-run-timed-out",
            "assay-dev-run-aborted",
            "assay-dev-no-success-in-8-days",
            "assay-dev-data-dead-letters",
            "assay-dev-completion-dead-letters",
            "assay-dev-schedule-dead-letters",
            "assay-dev-run-stuck",
            "assay-dev-write-to-dynamo-errors",
            "assay-dev-write-to-dynamo-throttles")
        .hasSize(8 + 2 * 7);
  }

  /**
   * The metrics of Assay's own that somebody looks at: the same list is in WholeRefreshTest of
   * app-lambda, which holds it against those that a run publishes.
   */
  @Test
  void metrics_ofAlarmsAndDashboard_areThoseThatARunPublishes() {
    TreeSet<String> used = new TreeSet<>();
    for (JsonNode alarm : SYNTH.resources("AWS::CloudWatch::Alarm").values()) {
      for (JsonNode metric : alarm.findParents("Namespace")) {
        if (metric.get("Namespace").asText().equals("Assay")) {
          assertThat(metric.get("Dimensions")).as("the stage alone").hasSize(1);
          used.add(metric.get("MetricName").asText());
        }
      }
    }
    for (JsonNode dashboard :
        Synth.ofEverything().resources("AWS::CloudWatch::Dashboard").values()) {
      String body = String.join("", texts(dashboard.at("/Properties/DashboardBody/Fn::Join/1")));
      METRIC_OF_A_STEP
          .matcher(body)
          .results()
          .forEach(metric -> used.add(metric.group(1) + " " + metric.group(2)));
    }

    assertThat(used)
        .containsExactly(
            "ChunksOutstanding",
            "HoursSinceSuccess",
            "RowsAccepted PARSE_HORIZON",
            "RowsRejected PARSE_HORIZON",
            "RowsWritten WRITE_TO_DYNAMO");
  }

  @Test
  void runStuck_alarm_tellsInFiveMinutes() {
    JsonNode alarm = named("AWS::CloudWatch::Alarm", "AlarmName", "assay-dev-run-stuck");

    JsonNode metric = alarm.findParents("MetricStat").get(0).get("MetricStat");
    assertThat(metric.at("/Metric/Namespace").asText()).isEqualTo("Assay");
    assertThat(metric.at("/Metric/MetricName").asText()).isEqualTo("ChunksOutstanding");
    assertThat(metric.at("/Metric/Dimensions").toString())
        .isEqualTo("[{\"Name\":\"Stage\",\"Value\":\"assay-dev\"}]");
    assertThat(metric.get("Stat").asText()).isEqualTo("Minimum");
    assertThat(alarm.findValuesAsText("Expression"))
        .containsExactly("IF(outstanding > 0 AND DIFF(outstanding) >= 0, 1, 0)");
    assertThat(alarm.get("Threshold").asInt()).isEqualTo(1);
    assertThat(alarm.get("ComparisonOperator").asText()).isEqualTo("GreaterThanOrEqualToThreshold");
    assertThat(metric.get("Period").asInt() * alarm.get("EvaluationPeriods").asInt())
        .isEqualTo(300);
    assertThat(alarm.get("DatapointsToAlarm").asInt()).isEqualTo(4);
    assertThat(alarm.get("TreatMissingData").asText()).isEqualTo("notBreaching");
  }

  @Test
  void optionalThings_notAskedFor_areNotThere() {
    SYNTH.template().resourceCountIs("AWS::CloudWatch::Dashboard", 0);
    SYNTH.template().resourceCountIs("AWS::SNS::Subscription", 0);
    assertThat(SYNTH.json().toString()).doesNotContain("AWS_ENDPOINT_URL", "ASSAY_ALLOW_HTTP");
  }

  @Test
  void optionalThings_askedFor_areThere() {
    Synth synth = Synth.ofEverything();

    synth.template().resourceCountIs("AWS::CloudWatch::Dashboard", 1);
    synth
        .template()
        .hasResourceProperties(
            "AWS::SNS::Subscription",
            Map.of("Protocol", "email", "Endpoint", "someone@example.org"));
    assertThat(synth.resources("AWS::Lambda::Function").values())
        .allSatisfy(
            function ->
                assertThat(
                        function.at("/Properties/Environment/Variables/AWS_ENDPOINT_URL").asText())
                    .isEqualTo("http://localhost:4566"));
    assertThat(
            synth.resources("AWS::Lambda::Function").values().stream()
                .filter(function -> function.toString().contains("\"ASSAY_ALLOW_HTTP\":\"true\""))
                .map(function -> function.at("/Properties/FunctionName").asText()))
        .containsExactlyInAnyOrder(
            "assay-dev-download-delta-v",
            "assay-dev-download-exoplanets",
            "assay-dev-calculate-masses",
            "assay-dev-get-latest-asteroids",
            "assay-dev-parse-horizon");
  }

  @Test
  void names_ofAnotherStage_areApartFromTheFirst() {
    Synth other = Synth.of(Map.of("prefix", "rocks", "stage", "prod"));
    JsonNode resources =
        Synth.read(other.folder().resolve("rocks-prod.template.json")).get("Resources");

    assertThat(resources.toString()).doesNotContain("assay-dev").contains("rocks-prod-state");
  }

  @Test
  void outputs_all_areWhatIsTyped() {
    List<String> names = new ArrayList<>();
    SYNTH.json().get("Outputs").fieldNames().forEachRemaining(names::add);

    assertThat(names)
        .contains(
            "Version",
            "Catalogue",
            "StateMachineArn",
            "BucketName",
            "StateTableName",
            "DataQueueUrl",
            "DataDeadLettersUrl",
            "CompletionDeadLettersUrl",
            "ScheduleDeadLettersUrl",
            "TopicArn");
    assertThat(SYNTH.json().at("/Outputs/Catalogue/Value").asText())
        .isEqualTo("dynamodb:assay-dev");
    assertThat(SYNTH.json().at("/Outputs/Version/Value").asText()).isEqualTo(BuildVersion.text());
  }

  @Test
  void template_whole_holdsNoSecret() {
    assertThat(SYNTH.json().toString().toLowerCase(Locale.ROOT))
        .doesNotContain("password", "secretaccesskey", "privatekey", "akia");
  }

  @Test
  void deployRoles_asAsked_trustBothFormsOfSubjectExactly() {
    JsonNode resources =
        Synth.read(Synth.ofEverything().folder().resolve("assay-dev-deploy-roles.template.json"))
            .get("Resources");

    for (String environment : List.of("dev", "dev-plan")) {
      List<JsonNode> trusted =
          resources.findValues("StringEquals").stream()
              .filter(
                  condition -> condition.toString().contains(":environment:" + environment + "\""))
              .toList();
      assertThat(trusted)
          .singleElement()
          .satisfies(
              condition -> {
                assertThat(texts(condition.get("token.actions.githubusercontent.com:sub")))
                    .containsExactly(
                        "repo:example/assay:environment:" + environment,
                        "repo:example@12/assay@34:environment:" + environment);
                assertThat(condition.get("token.actions.githubusercontent.com:aud").asText())
                    .isEqualTo("sts.amazonaws.com");
              });
    }
    assertThat(resources.findValues("Action").stream().flatMap(action -> texts(action).stream()))
        .containsOnly("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity");
    assertThat(resources.toString()).doesNotContain("*");
  }

  private static JsonNode named(String type, String key, String name) {
    return SYNTH.resources(type).values().stream()
        .map(resource -> resource.get("Properties"))
        .filter(properties -> properties.path(key).asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> actions(String role) {
    return statements(role).stream()
        .flatMap(statement -> texts(statement.get("Action")).stream())
        .toList();
  }

  private static List<JsonNode> statements(String role) {
    List<JsonNode> statements = new ArrayList<>();
    SYNTH
        .resources("AWS::IAM::Policy")
        .forEach(
            (name, policy) -> {
              if (name.startsWith(role)) {
                policy.at("/Properties/PolicyDocument/Statement").forEach(statements::add);
              }
            });
    return statements;
  }

  private static List<JsonNode> each(JsonNode node) {
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else {
      all.add(node);
    }
    return all;
  }

  private static List<String> texts(JsonNode node) {
    return each(node).stream().map(JsonNode::asText).toList();
  }
}
