package dev.assay.infra.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.infra.permission.Statement.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the policies of roles, and what the policies of resources deny, from a template. */
final class PolicyReader {

  private static final Set<String> OF_RESOURCES =
      Set.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy");

  private final JsonNode resources;
  private final StackNames names;

  PolicyReader(JsonNode resources, StackNames names) {
    this.resources = resources;
    this.names = names;
  }

  List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode resource : resources) {
      String type = resource.get("Type").asText();
      JsonNode properties = resource.path("Properties");
      JsonNode read = properties.at("/PolicyDocument/Statement");
      if (type.equals("AWS::IAM::Policy")) {
        for (JsonNode role : properties.get("Roles")) {
          read.forEach(one -> statements.add(statement(role.get("Ref").asText(), one)));
        }
      } else if (OF_RESOURCES.contains(type)) {
        // What they allow is for services of AWS, which have no role here.
        read.forEach(
            one -> {
              if (one.get("Effect").asText().equals("Deny")) {
                statements.add(statement("*", one));
              }
            });
      } else if (isPolicyOfAnotherKind(type, properties)) {
        throw new AssertionError("policies are not read from a " + type);
      }
    }
    return statements;
  }

  private static boolean isPolicyOfAnotherKind(String type, JsonNode properties) {
    return (type.startsWith("AWS::IAM::") && !type.equals("AWS::IAM::Role"))
        || properties.has("Policies")
        || properties.has("ManagedPolicyArns")
        || properties.has("PermissionsBoundary")
        || properties.has("ResourcePolicy");
  }

  private Statement statement(String role, JsonNode json) {
    if (json.has("NotAction") || json.has("NotResource")) {
      throw new AssertionError("no meaning is known for " + json);
    }
    return new Statement(
        role,
        json.get("Effect").asText().equals("Allow"),
        texts(json.get("Action")),
        texts(json.get("Resource")),
        conditions(json.path("Condition")));
  }

  private List<Condition> conditions(JsonNode json) {
    List<Condition> conditions = new ArrayList<>();
    json.properties()
        .forEach(
            operator ->
                operator
                    .getValue()
                    .properties()
                    .forEach(
                        key ->
                            conditions.add(
                                new Condition(
                                    operator.getKey(), key.getKey(), texts(key.getValue())))));
    return conditions;
  }

  private List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(one -> texts.add(names.resolve(one)));
    } else {
      texts.add(names.resolve(json));
    }
    return texts;
  }
}
