package dev.assay.infra;

import dev.assay.application.workflow.StepName;
import dev.assay.infra.asl.StepTarget;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which function, and which of its actions, does each step. */
final class Targets {

  private Targets() {}

  static Map<StepName, StepTarget> of(Function<RefreshFunction, String> arn) {
    Map<StepName, StepTarget> targets = new EnumMap<>(StepName.class);
    for (StepName step : StepName.values()) {
      RefreshFunction function = function(step);
      targets.put(step, new StepTarget(arn.apply(function), action(step), function.timeout()));
    }
    return targets;
  }

  /** Every step has one: a step that is added does not compile until it is named here. */
  private static RefreshFunction function(StepName step) {
    return switch (step) {
      case CREATE_TABLE, AWAIT_WRITES, VERIFY, ACTIVATE, NOTIFY_SUCCESS, NOTIFY_FAILURE ->
          RefreshFunction.CREATE_TABLE;
      case DOWNLOAD_DELTA_V -> RefreshFunction.DOWNLOAD_DELTA_V;
      case DOWNLOAD_EXOPLANETS -> RefreshFunction.DOWNLOAD_EXOPLANETS;
      case CALCULATE_MASSES -> RefreshFunction.CALCULATE_MASSES;
      case GET_LATEST_ASTEROIDS -> RefreshFunction.GET_LATEST_ASTEROIDS;
      case PARSE_HORIZON, COMPLETE_PARSING -> RefreshFunction.PARSE_HORIZON;
    };
  }

  private static @Nullable String action(StepName step) {
    return switch (step) {
      case CREATE_TABLE -> "create";
      case AWAIT_WRITES -> "await";
      case VERIFY -> "verify";
      case ACTIVATE -> "activate";
      case NOTIFY_SUCCESS -> "notify-success";
      case NOTIFY_FAILURE -> "notify-failure";
      case COMPLETE_PARSING -> "complete";
      case DOWNLOAD_DELTA_V,
          DOWNLOAD_EXOPLANETS,
          CALCULATE_MASSES,
          GET_LATEST_ASTEROIDS,
          PARSE_HORIZON ->
          null;
    };
  }
}
