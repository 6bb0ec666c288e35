package dev.assay.infra.permission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What AWS's own services do in the name of the roles of a template, by their documentation: no
 * function makes these requests, and no emulator does.
 */
final class ServiceNeeds {

  private static final List<String> LOG_DELIVERY =
      List.of(
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups");

  private final JsonNode resources;
  private final StackNames names;
  private final List<Need> needs = new ArrayList<>();

  private ServiceNeeds(JsonNode resources, StackNames names) {
    this.resources = resources;
    this.names = names;
  }

  static List<Need> of(JsonNode resources, StackNames names) {
    ServiceNeeds all = new ServiceNeeds(resources, names);
    for (JsonNode resource : resources) {
      JsonNode properties = resource.path("Properties");
      switch (resource.get("Type").asText()) {
        case "AWS::Lambda::Function" -> all.addFunction(properties);
        case "AWS::Lambda::EventSourceMapping" -> all.addEventSource(properties);
        case "AWS::StepFunctions::StateMachine" -> all.addStateMachine(properties);
        case "AWS::Scheduler::Schedule" -> all.addSchedule(properties.get("Target"));
        default -> {}
      }
    }
    return List.copyOf(all.needs);
  }

  private void add(String role, String action, String resource) {
    needs.add(new Need(role, action, resource));
  }

  /** Lambda writes what the function prints, and its traces. */
  private void addFunction(JsonNode properties) {
    String role = role(properties.get("Role"));
    String group = names.resolve(properties.at("/LoggingConfig/LogGroup"));
    String stream = group.replaceAll(":\\*$", ":log-stream:2026/11/01/[1]0");
    add(role, "logs:CreateLogStream", stream);
    add(role, "logs:PutLogEvents", stream);
    if (properties.at("/TracingConfig/Mode").asText().equals("Active")) {
      add(role, "xray:PutTraceSegments", "*");
      add(role, "xray:PutTelemetryRecords", "*");
    }
  }

  /** Lambda takes the messages that it calls a function with. */
  private void addEventSource(JsonNode properties) {
    JsonNode function = resources.get(properties.at("/FunctionName/Ref").asText());
    String role = role(function.at("/Properties/Role"));
    String queue = names.resolve(properties.get("EventSourceArn"));
    for (String action : List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")) {
      add(role, "sqs:" + action, queue);
    }
  }

  private void addStateMachine(JsonNode properties) {
    String role = role(properties.get("RoleArn"));
    JsonNode definition = definition(properties);
    definition.findValuesAsText("Resource").stream()
        .filter(resource -> resource.contains(":lambda:"))
        .forEach(function -> add(role, "lambda:InvokeFunction", function));
    if (definition.findValuesAsText("Mode").contains("DISTRIBUTED")) {
      String name = properties.get("StateMachineName").asText();
      String place = "arn:aws:states:" + StackNames.PLACE;
      add(role, "states:StartExecution", place + ":stateMachine:" + name);
      String execution = place + ":execution:" + name + "/parts:1";
      add(role, "states:DescribeExecution", execution);
      add(role, "states:StopExecution", execution);
      add(role, "states:RedriveExecution", execution);
    }
    if (properties.has("LoggingConfiguration")) {
      LOG_DELIVERY.forEach(action -> add(role, action, "*"));
    }
    if (properties.at("/TracingConfiguration/Enabled").asBoolean()) {
      for (String action :
          List.of(
              "PutTraceSegments",
              "PutTelemetryRecords",
              "GetSamplingRules",
              "GetSamplingTargets")) {
        add(role, "xray:" + action, "*");
      }
    }
  }

  private JsonNode definition(JsonNode properties) {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(names.resolve(properties.get("DefinitionString")));
    } catch (JsonProcessingException e) {
      throw new AssertionError("the definition is not JSON", e);
    }
  }

  /** The scheduler starts its target, and keeps what it could not start. */
  private void addSchedule(JsonNode target) {
    String role = role(target.get("RoleArn"));
    String started = names.resolve(target.get("Arn"));
    String action =
        started.contains(":lambda:") ? "lambda:InvokeFunction" : "states:StartExecution";
    add(role, action, started);
    add(role, "sqs:SendMessage", names.resolve(target.at("/DeadLetterConfig/Arn")));
  }

  private static String role(JsonNode reference) {
    return reference.at("/Fn::GetAtt/0").asText();
  }
}
