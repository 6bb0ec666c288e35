package dev.assay.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.application.workflow.Workflow;
import dev.assay.infra.asl.StateMachineDefinition;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The state machine of the refresh, made from the workflow of the application. It may call the six
 * functions, start child executions of itself, and log.
 */
final class RefreshMachine extends Construct {

  /** A full refresh takes well under an hour; this ends one that does not get anywhere. */
  private static final Duration TIMEOUT = Duration.ofHours(4);

  private final StateMachine machine;
  private final LogGroup logs;

  RefreshMachine(Construct scope, Settings settings, RefreshFunctions functions) {
    super(scope, "Refresh");
    String name = settings.names().of("refresh");
    // AWS keeps the resource policy of this path short of its limit.
    this.logs =
        LogGroup.Builder.create(this, "Logs")
            .logGroupName("/aws/vendedlogs/states/" + name)
            .retention(LogRetention.ofDays(settings.logDays()))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    this.machine =
        StateMachine.Builder.create(this, "Machine")
            .stateMachineName(name)
            .stateMachineType(StateMachineType.STANDARD)
            .definitionBody(DefinitionBody.fromString(definition(functions)))
            .logs(
                LogOptions.builder()
                    .destination(logs)
                    .level(LogLevel.ALL)
                    .includeExecutionData(false)
                    .build())
            .tracingEnabled(true)
            .role(role(name))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    allowCalls(functions);
    allowChildren(name);
    explainFindings(name);
  }

  /** Written here, not by CDK: it would leave out the nulls, which mean something. */
  private static String definition(RefreshFunctions functions) {
    Map<String, @Nullable Object> definition =
        new StateMachineDefinition(
                Targets.of(function -> functions.of(function).getFunctionArn()),
                StateMachineDefinition.MOST_INLINE_PARTS)
            .of(Workflow.refresh(), TIMEOUT);
    try {
      return JsonMapper.builder().build().writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts and numbers is not JSON", e);
    }
  }

  /**
   * For this state machine only. A Distributed Map runs its children under the machine's name, a
   * slash and a label.
   */
  private Role role(String name) {
    String machineArn = arn("stateMachine", name);
    return Role.Builder.create(this, "MachineRole")
        .description("What the state machine " + name + " may do")
        .assumedBy(
            new ServicePrincipal(
                "states.amazonaws.com",
                ServicePrincipalOpts.builder()
                    .conditions(
                        // Sorted: the template has to come out the same each time.
                        new TreeMap<>(
                            Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount()),
                                "ArnLike",
                                Map.of("aws:SourceArn", List.of(machineArn, machineArn + "/*")))))
                    .build()))
        .build();
  }

  private void allowCalls(RefreshFunctions functions) {
    List<String> called =
        Arrays.stream(RefreshFunction.values())
            .filter(function -> function != RefreshFunction.WRITE_TO_DYNAMO)
            .map(function -> functions.of(function).getFunctionArn())
            .toList();
    machine.addToRolePolicy(allow(List.of("lambda:InvokeFunction"), called));
  }

  /**
   * For more parts than fit into one execution. Named, not referred to: a role cannot wait for it.
   */
  private void allowChildren(String name) {
    machine.addToRolePolicy(
        allow(List.of("states:StartExecution"), List.of(arn("stateMachine", name))));
    machine.addToRolePolicy(
        allow(
            List.of("states:DescribeExecution", "states:StopExecution"),
            List.of(arn("execution", name + "/*"))));
    machine.addToRolePolicy(
        allow(List.of("states:RedriveExecution"), List.of(arn("execution", name + "/*"))));
  }

  private String arn(String resource, String name) {
    return Stack.of(this)
        .formatArn(
            ArnComponents.builder()
                .service("states")
                .resource(resource)
                .resourceName(name)
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
  }

  private static PolicyStatement allow(List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(resources).build();
  }

  private void explainFindings(String name) {
    Suppressions.add(
        machine.getRole(),
        "AwsSolutions-IAM5",
        List.of("Resource::*"),
        "Log delivery knows no resources: AWS documents that these actions need all of them. "
            + Suppressions.X_RAY);
    Suppressions.add(
        machine.getRole(),
        "AwsSolutions-IAM5",
        List.of(
            "Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:"
                + name
                + "/*"),
        "Child executions get their names when they start; only those of this state machine.");
  }

  StateMachine machine() {
    return machine;
  }

  LogGroup logs() {
    return logs;
  }
}
