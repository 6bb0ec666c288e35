package dev.assay.infra;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether Node is there, in a version that CDK works with. */
public final class NodeCondition implements ExecutionCondition {

  private static final int LEAST_VERSION = 20;
  private static final Optional<String> MISSING = missing();

  private static Optional<String> missing() {
    Optional<String> missing = look();
    missing.ifPresent(
        reason -> System.out.println("infra-cdk: its tests are skipped, because " + reason));
    return missing;
  }

  private static Optional<String> look() {
    String needed = "; the infrastructure needs Node " + LEAST_VERSION + " or later";
    try {
      Command.Result result = Command.run(Path.of("."), List.of("node", "--version"));
      int version = Integer.parseInt(result.output().strip().replaceFirst("v(\\d+)\\..*", "$1"));
      return version < LEAST_VERSION
          ? Optional.of("Node on the PATH has version " + version + needed)
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.of("there is no Node on the PATH" + needed);
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return MISSING
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Node is there"));
  }
}
