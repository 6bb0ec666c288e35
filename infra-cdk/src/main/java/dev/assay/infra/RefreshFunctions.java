package dev.assay.infra;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * The seven functions. Six are called by the state machine, one by the data queue.
 *
 * <p>None has reserved concurrency, of which a new account has none to give: the state machine and
 * the event source bound how many run at once.
 */
final class RefreshFunctions extends Construct {

  /** Six times the writer's time-out, as AWS advises. */
  static final Duration DATA_VISIBILITY = RefreshFunction.WRITE_TO_DYNAMO.timeout().multipliedBy(6);

  private static final int MESSAGES_AT_ONCE = 10;

  private final Map<RefreshFunction, Function> functions = new EnumMap<>(RefreshFunction.class);
  private final Settings settings;
  private final FunctionEnvironment environment;
  private final Permissions permissions;

  RefreshFunctions(Construct scope, Settings settings, Storage storage, ITopic topic) {
    super(scope, "Functions");
    this.settings = settings;
    this.environment = new FunctionEnvironment(settings, storage, topic);
    this.permissions = new Permissions(Stack.of(this), settings.names(), storage, topic);
    for (RefreshFunction what : RefreshFunction.values()) {
      functions.put(
          what,
          new JavaFunction(this, what, settings, environment.of(what), permissions.of(what))
              .function());
    }
    takeBatches(storage.data());
  }

  private void takeBatches(WorkQueue data) {
    // CDK's own event source would grant more than Lambda needs. The name is the one that it gives,
    // because a mapping of another name could not be made while that one exists.
    of(RefreshFunction.WRITE_TO_DYNAMO)
        .addEventSourceMapping(
            "SqsEventSource:" + software.amazon.awscdk.Names.nodeUniqueId(data.queue().getNode()),
            EventSourceMappingOptions.builder()
                .eventSourceArn(data.queue().getQueueArn())
                .batchSize(MESSAGES_AT_ONCE)
                .reportBatchItemFailures(true)
                .maxConcurrency(settings.writers())
                .build());
    Suppressions.add(
        of(RefreshFunction.WRITE_TO_DYNAMO),
        "Serverless-LambdaEventSourceMappingDestination",
        "For a queue the destination is its dead-letter queue; SQS knows no other.");
  }

  Function of(RefreshFunction what) {
    Function function = functions.get(what);
    if (function == null) {
      throw new IllegalStateException(what + " is not there yet");
    }
    return function;
  }
}
