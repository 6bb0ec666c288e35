package dev.assay.infra.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What the references of a template come to, in an account that is none. */
final class StackNames {

  /** Region and account as they stand in an ARN. */
  static final String PLACE = "us-east-1:000000000000";

  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Partition", "aws",
          "AWS::Region", "us-east-1",
          "AWS::AccountId", "000000000000");

  private final Map<String, String> arns = new HashMap<>();

  /**
   * Reads a template.
   *
   * @param resources its resources
   * @param bucket name of its bucket, which it leaves to AWS
   */
  StackNames(JsonNode resources, String bucket) {
    resources
        .properties()
        .forEach(
            resource -> {
              JsonNode properties = resource.getValue().path("Properties");
              String arn = arn(resource.getValue().get("Type").asText(), properties, bucket);
              arns.put(resource.getKey(), arn);
            });
  }

  private static String arn(String type, JsonNode properties, String bucket) {
    return switch (type) {
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + bucket;
      case "AWS::DynamoDB::Table" -> "arn:aws:dynamodb:" + PLACE + ":table/" + name(properties);
      case "AWS::SQS::Queue" -> "arn:aws:sqs:" + PLACE + ":" + name(properties);
      case "AWS::SNS::Topic" -> "arn:aws:sns:" + PLACE + ":" + name(properties);
      case "AWS::Lambda::Function" -> "arn:aws:lambda:" + PLACE + ":function:" + name(properties);
      case "AWS::StepFunctions::StateMachine" ->
          "arn:aws:states:" + PLACE + ":stateMachine:" + name(properties);
      case "AWS::Logs::LogGroup" ->
          "arn:aws:logs:" + PLACE + ":log-group:" + name(properties) + ":*";
      default -> "";
    };
  }

  /** The property that names a resource, such as "QueueName". */
  private static String name(JsonNode properties) {
    for (String property :
        new String[] {
          "TableName", "QueueName", "TopicName", "FunctionName", "StateMachineName", "LogGroupName"
        }) {
      if (properties.has(property)) {
        return properties.get(property).asText();
      }
    }
    throw new AssertionError("a resource without a name: " + properties);
  }

  /** The ARN of a resource. */
  String arn(String logicalName) {
    String arn = arns.getOrDefault(logicalName, "");
    if (arn.isEmpty()) {
      throw new AssertionError("no ARN is known for " + logicalName);
    }
    return arn;
  }

  /** A text of the template, its references resolved. */
  String resolve(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value.has("Fn::Join")) {
      StringBuilder joined = new StringBuilder();
      value.at("/Fn::Join/1").forEach(part -> joined.append(resolve(part)));
      return joined.toString();
    }
    if (value.has("Fn::GetAtt") && value.at("/Fn::GetAtt/1").asText().equals("Arn")) {
      return arn(value.at("/Fn::GetAtt/0").asText());
    }
    if (value.has("Ref")) {
      String name = value.get("Ref").asText();
      return PSEUDO_PARAMETERS.containsKey(name) ? PSEUDO_PARAMETERS.get(name) : arn(name);
    }
    throw new AssertionError("cannot resolve " + value);
  }
}
