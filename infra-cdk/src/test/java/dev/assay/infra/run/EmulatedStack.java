package dev.assay.infra.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.aws.emulator.Emulators;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The stores, queues and topic of a template, made on the emulators, and what {@code Ref} and
 * {@code Fn::GetAtt} of them come to. As much of CloudFormation as the functions can see.
 */
final class EmulatedStack {

  private final Map<String, String> references = new HashMap<>();
  private final Map<String, String> arns = new HashMap<>();
  private final JsonNode resources;

  EmulatedStack(JsonNode template) {
    this.resources = template.get("Resources");
    eachOf("AWS::S3::Bucket", this::makeBucket);
    eachOf("AWS::DynamoDB::Table", this::makeTable);
    eachOf("AWS::SNS::Topic", this::makeTopic);
    // Dead-letter queues first: the others name them.
    eachOf("AWS::SQS::Queue", (name, queue) -> makeQueue(name, queue, false));
    eachOf("AWS::SQS::Queue", (name, queue) -> makeQueue(name, queue, true));
  }

  private interface Maker {
    void make(String name, JsonNode properties);
  }

  private void eachOf(String type, Maker maker) {
    resources
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().get("Type").asText().equals(type)) {
                maker.make(resource.getKey(), resource.getValue().get("Properties"));
              }
            });
  }

  private void makeBucket(String name, JsonNode properties) {
    references.put(name, Emulators.newBucket());
  }

  private void makeTopic(String name, JsonNode properties) {
    String topic = properties.get("TopicName").asText();
    references.put(name, Emulators.sns().createTopic(r -> r.name(topic)).topicArn());
  }

  private void makeTable(String name, JsonNode properties) {
    String table = properties.get("TableName").asText();
    Emulators.dynamoDb()
        .createTable(
            r ->
                r.tableName(table)
                    .billingMode(properties.get("BillingMode").asText())
                    .attributeDefinitions(
                        properties.findParents("AttributeType").stream()
                            .map(
                                attribute ->
                                    AttributeDefinition.builder()
                                        .attributeName(attribute.get("AttributeName").asText())
                                        .attributeType(attribute.get("AttributeType").asText())
                                        .build())
                            .toList())
                    .keySchema(
                        properties.findParents("KeyType").stream()
                            .map(
                                key ->
                                    KeySchemaElement.builder()
                                        .attributeName(key.get("AttributeName").asText())
                                        .keyType(key.get("KeyType").asText())
                                        .build())
                            .toList()));
    references.put(name, table);
  }

  private void makeQueue(String name, JsonNode properties, boolean redriven) {
    JsonNode redrive = properties.path("RedrivePolicy");
    if (redrive.isMissingNode() == redriven) {
      return;
    }
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    if (redriven) {
      String target = arns.get(redrive.at("/deadLetterTargetArn/Fn::GetAtt/0").asText());
      attributes.put(
          QueueAttributeName.REDRIVE_POLICY,
          "{\"deadLetterTargetArn\":\""
              + target
              + "\",\"maxReceiveCount\":"
              + redrive.get("maxReceiveCount")
              + "}");
      attributes.put(
          QueueAttributeName.VISIBILITY_TIMEOUT, properties.get("VisibilityTimeout").asText());
    }
    String queue = properties.get("QueueName").asText();
    String url =
        Emulators.sqs().createQueue(r -> r.queueName(queue).attributes(attributes)).queueUrl();
    references.put(name, url);
    arns.put(
        name,
        Emulators.sqs()
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN));
  }

  /** What a reference to a resource comes to. */
  String reference(String logicalNamePrefix) {
    return references.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(logicalNamePrefix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The properties of a function. */
  JsonNode function(String id) {
    return resources.properties().stream()
        .filter(resource -> resource.getKey().startsWith("Functions" + id + "Function"))
        .map(Map.Entry::getValue)
        .filter(resource -> resource.get("Type").asText().equals("AWS::Lambda::Function"))
        .findFirst()
        .orElseThrow()
        .get("Properties");
  }

  /** The environment variables of a function, as its template says and nothing more. */
  Map<String, String> environment(String id) {
    Map<String, String> environment = new HashMap<>();
    function(id)
        .at("/Environment/Variables")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), resolve(variable.getValue())));
    return environment;
  }

  private String resolve(JsonNode value) {
    return value.isTextual()
        ? value.asText()
        : Optional.ofNullable(references.get(value.path("Ref").asText()))
            .orElseThrow(() -> new AssertionError("cannot resolve " + value));
  }
}
