package dev.assay.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One function with a role and a log group of its own. The role may write to that log group and do
 * what the statements say, nothing else.
 */
final class JavaFunction extends Construct {

  private final Function function;

  JavaFunction(
      Construct scope,
      RefreshFunction what,
      Settings settings,
      Map<String, String> environment,
      List<PolicyStatement> statements) {
    super(scope, what.id());
    String name = settings.names().of(what.resourceName());
    LogGroup logs =
        LogGroup.Builder.create(this, "Logs")
            .logGroupName("/aws/lambda/" + name)
            .retention(LogRetention.ofDays(settings.logDays()))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("What the function " + name + " may do")
            .build();
    logs.grantWrite(role);
    statements.forEach(role::addToPolicy);
    this.function =
        Function.Builder.create(this, "Function")
            .functionName(name)
            .description(what.id() + " of Assay")
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler(what.handler())
            .code(Code.fromAsset(jar(settings.jars(), what.jar()).toString()))
            .memorySize(what.memoryMb())
            .timeout(Duration.seconds(what.timeout().toSeconds()))
            .environment(environment)
            .logGroup(logs)
            .loggingFormat(LoggingFormat.JSON)
            .applicationLogLevelV2(settings.logLevel())
            .systemLogLevelV2(SystemLogLevel.INFO)
            .tracing(Tracing.ACTIVE)
            .role(role)
            .build();
    explainFindings(settings.names());
    Suppressions.add(role, "AwsSolutions-IAM5", List.of("Resource::*"), Suppressions.X_RAY);
  }

  private void explainFindings(Names names) {
    Suppressions.add(
        function,
        "Serverless-LambdaDLQ",
        "Called by the state machine, which waits and catches, or by the queue, which has a"
            + " dead-letter queue.");
    Suppressions.add(
        function,
        "Serverless-LambdaAsyncFailureDestination",
        "Not called asynchronously by anything whose failure would be lost: see the state machine,"
            + " the queues and the schedules.");
    Suppressions.add(
        this,
        "AwsSolutions-IAM5",
        List.of(Map.of("regex", "/^Resource::<ArtifactsBucket[A-Z0-9]+\\.Arn>\\/[a-z-]+\\/\\*$/g")),
        "Objects of a folder: each run makes its own.");
    Suppressions.add(
        this,
        "AwsSolutions-IAM5",
        List.of(
            "Resource::arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:"
                + Permissions.generationsPattern(names)),
        "Each run makes a table of its own; the name of the catalogue tells whose it is.");
  }

  private static Path jar(Path folder, String name) {
    Path jar = folder.resolve(name);
    if (!Files.isRegularFile(jar)) {
      throw new WrongContextException(
          "jars",
          folder,
          "a folder with " + name + " (built with: mvn package -pl app-lambda -am)");
    }
    return jar;
  }

  Function function() {
    return function;
  }
}
