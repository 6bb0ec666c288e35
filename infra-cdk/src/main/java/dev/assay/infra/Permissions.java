package dev.assay.infra;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * What each function may do: each statement names its actions and resources, objects by their
 * folder and items of the state table by their partition.
 */
final class Permissions {

  /** Folders of the bucket. */
  private enum Folder {
    /** Results and outputs of the steps of a run. */
    RUNS("runs/*"),
    /** Rows of the generations that can be returned to. */
    MANIFESTS("manifests/*"),
    /** Masses and delta-v lists of the generations that can be returned to. */
    SIDE_TABLES("side-tables/*"),
    /** Copies of remote tables. */
    DOWNLOADS("downloads/*"),
    /** Pages of the table of small bodies. */
    SMALL_BODIES("small-bodies/*"),
    /** Outputs that a run request asks to be kept. */
    COPIES("copies/*"),
    /** Tables that an operator puts there for a run. */
    GIVEN("given/*");

    private final String pattern;

    Folder(String pattern) {
      this.pattern = pattern;
    }
  }

  /** Partitions of the state table. */
  private static final String CHUNKS = "chunks#*";

  private static final String GENERATIONS = "generation";
  private static final String POINTER = "pointer";

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

  List<PolicyStatement> of(RefreshFunction function) {
    return switch (function) {
      case CREATE_TABLE -> ofCreateTable();
      case DOWNLOAD_DELTA_V, CALCULATE_MASSES -> join(ofDownload(), ofSideTable());
      case DOWNLOAD_EXOPLANETS -> join(ofDownload(), ofPlanets());
      case GET_LATEST_ASTEROIDS -> ofGetLatestAsteroids();
      case PARSE_HORIZON -> ofParseHorizon();
      case WRITE_TO_DYNAMO -> ofWriteToDynamo();
    };
  }

  private static List<PolicyStatement> join(
      List<PolicyStatement> some, List<PolicyStatement> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private List<PolicyStatement> ofCreateTable() {
    return List.of(
        list(),
        read(Folder.RUNS, Folder.MANIFESTS, Folder.SMALL_BODIES),
        write(Folder.RUNS, Folder.MANIFESTS, Folder.SMALL_BODIES),
        delete(Folder.RUNS, Folder.MANIFESTS, Folder.SIDE_TABLES, Folder.SMALL_BODIES),
        allow(
            List.of(
                "dynamodb:GetItem",
                "dynamodb:Query",
                "dynamodb:PutItem",
                "dynamodb:DeleteItem",
                "dynamodb:BatchWriteItem"),
            storage.state().getTableArn()),
        allow(
            List.of(
                "dynamodb:CreateTable",
                "dynamodb:DescribeTable",
                "dynamodb:DeleteTable",
                "dynamodb:Query",
                "dynamodb:BatchWriteItem"),
            generations),
        allow(
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage"),
            storage.completions().queue().getQueueArn()),
        allow(List.of("sqs:SendMessage"), storage.completions().deadLetters().getQueueArn()),
        allow(
            List.of("sqs:ReceiveMessage", "sqs:ChangeMessageVisibility"),
            storage.data().deadLetters().getQueueArn()),
        allow(List.of("sns:Publish"), topic.getTopicArn()));
  }

  private List<PolicyStatement> ofDownload() {
    return List.of(
        list(),
        read(Folder.DOWNLOADS, Folder.RUNS, Folder.GIVEN),
        write(Folder.DOWNLOADS, Folder.RUNS, Folder.COPIES),
        delete(Folder.DOWNLOADS));
  }

  private List<PolicyStatement> ofSideTable() {
    return List.of(read(Folder.SIDE_TABLES), write(Folder.SIDE_TABLES));
  }

  private List<PolicyStatement> ofPlanets() {
    return List.of(
        onState(List.of("dynamodb:GetItem"), GENERATIONS, POINTER),
        onState(List.of("dynamodb:Query", "dynamodb:PutItem"), GENERATIONS),
        allow(List.of("dynamodb:Query", "dynamodb:BatchWriteItem"), generations));
  }

  private List<PolicyStatement> ofGetLatestAsteroids() {
    return List.of(
        list(),
        read(Folder.DOWNLOADS, Folder.SMALL_BODIES, Folder.RUNS, Folder.GIVEN),
        write(Folder.DOWNLOADS, Folder.SMALL_BODIES, Folder.RUNS, Folder.COPIES),
        delete(Folder.SMALL_BODIES));
  }

  private List<PolicyStatement> ofParseHorizon() {
    return List.of(
        list(),
        read(
            Folder.RUNS,
            Folder.MANIFESTS,
            Folder.SIDE_TABLES,
            Folder.DOWNLOADS,
            Folder.SMALL_BODIES,
            Folder.GIVEN),
        write(Folder.RUNS, Folder.MANIFESTS),
        delete(Folder.DOWNLOADS, Folder.SMALL_BODIES),
        onState(List.of("dynamodb:UpdateItem", "dynamodb:Query"), CHUNKS),
        send(storage.data()),
        send(storage.completions()));
  }

  /** May write chunks, and so must not reach the pointer, the generations or the history. */
  private List<PolicyStatement> ofWriteToDynamo() {
    return List.of(
        onState(List.of("dynamodb:GetItem", "dynamodb:Query"), GENERATIONS),
        onState(List.of("dynamodb:UpdateItem"), CHUNKS),
        allow(
            List.of(
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:ConditionCheckItem",
                "dynamodb:BatchWriteItem"),
            generations),
        allow(
            List.of(
                "sqs:ReceiveMessage",
                "sqs:DeleteMessage",
                "sqs:GetQueueAttributes",
                "sqs:ChangeMessageVisibility",
                "sqs:SendMessage"),
            storage.data().queue().getQueueArn()),
        allow(List.of("sqs:SendMessage"), storage.data().deadLetters().getQueueArn()));
  }

  /** Not by prefix: S3 says that an object is missing to those only who may list everything. */
  private PolicyStatement list() {
    return allow(List.of("s3:ListBucket"), storage.bucket().getBucketArn());
  }

  private PolicyStatement read(Folder... folders) {
    return onObjects(List.of("s3:GetObject"), folders);
  }

  private PolicyStatement write(Folder... folders) {
    return onObjects(List.of("s3:PutObject", "s3:AbortMultipartUpload"), folders);
  }

  private PolicyStatement delete(Folder... folders) {
    return onObjects(List.of("s3:DeleteObject"), folders);
  }

  private PolicyStatement onObjects(List<String> actions, Folder... folders) {
    return allow(
        actions,
        Arrays.stream(folders)
            .map(folder -> storage.bucket().arnForObjects(folder.pattern))
            .toArray(String[]::new));
  }

  private PolicyStatement onState(List<String> actions, String... partitions) {
    return PolicyStatement.Builder.create()
        .actions(actions)
        .resources(List.of(storage.state().getTableArn()))
        .conditions(
            Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(partitions))))
        .build();
  }

  private static PolicyStatement send(WorkQueue queue) {
    return allow(List.of("sqs:SendMessage", "sqs:GetQueueAttributes"), queue.queue().getQueueArn());
  }

  private static PolicyStatement allow(List<String> actions, String... resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resources)).build();
  }
}
