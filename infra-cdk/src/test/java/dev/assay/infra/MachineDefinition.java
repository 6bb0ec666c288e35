package dev.assay.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.application.workflow.StepName;
import java.util.Map;

/** The definition as CloudFormation would put it together, with ARNs of an account that is none. */
final class MachineDefinition {

  private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:";

  /** What tells the steps of one function apart. */
  private static final Map<String, StepName> STEPS =
      Map.ofEntries(
          Map.entry("CreateTable create", StepName.CREATE_TABLE),
          Map.entry("CreateTable await", StepName.AWAIT_WRITES),
          Map.entry("CreateTable verify", StepName.VERIFY),
          Map.entry("CreateTable activate", StepName.ACTIVATE),
          Map.entry("CreateTable notify-success", StepName.NOTIFY_SUCCESS),
          Map.entry("CreateTable notify-failure", StepName.NOTIFY_FAILURE),
          Map.entry("DownloadDeltaV ", StepName.DOWNLOAD_DELTA_V),
          Map.entry("DownloadExoplanets ", StepName.DOWNLOAD_EXOPLANETS),
          Map.entry("CalculateMasses ", StepName.CALCULATE_MASSES),
          Map.entry("GetLatestAsteroids ", StepName.GET_LATEST_ASTEROIDS),
          Map.entry("ParseHorizon ", StepName.PARSE_HORIZON),
          Map.entry("ParseHorizon complete", StepName.COMPLETE_PARSING));

  private MachineDefinition() {}

  static JsonNode of(Synth synth) {
    JsonNode text =
        synth
            .resources("AWS::StepFunctions::StateMachine")
            .values()
            .iterator()
            .next()
            .at("/Properties/DefinitionString/Fn::Join/1");
    StringBuilder json = new StringBuilder();
    for (JsonNode part : text) {
      json.append(part.isTextual() ? part.asText() : ARN + function(part));
    }
    try {
      return JsonMapper.builder().build().readTree(json.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError("the definition is not JSON: " + json, e);
    }
  }

  /** "FunctionsParseHorizonFunction1A2B3C4D" is ParseHorizon. */
  private static String function(JsonNode reference) {
    return reference
        .at("/Fn::GetAtt/0")
        .asText()
        .replaceAll("Functions(\\w+)Function[0-9A-F]{8}", "$1");
  }

  /** The step that a task stands for, by what it calls and not by its name. */
  static StepName step(JsonNode task) {
    String function = task.get("Resource").asText().substring(ARN.length());
    return step(function, task.at("/Parameters/action").asText(""));
  }

  /** The step that a function does when it is asked for an action; empty if it has but one. */
  static StepName step(String function, String action) {
    StepName step = STEPS.get(function + " " + action);
    if (step == null) {
      throw new AssertionError("no step is known for " + function + " " + action);
    }
    return step;
  }
}
