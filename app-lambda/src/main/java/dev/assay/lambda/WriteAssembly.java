package dev.assay.lambda;

import dev.assay.application.message.BatchCodec;
import dev.assay.application.workflow.StepName;
import dev.assay.aws.AwsClients;
import dev.assay.aws.Backoff;
import dev.assay.aws.DynamoDbCatalogue;
import dev.assay.aws.DynamoDbRunLedger;
import dev.assay.aws.QueueUrls;
import dev.assay.aws.SqsBatchQueue;
import dev.assay.aws.SqsSettings;
import dev.assay.aws.TableNames;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.RunLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the function that writes is made of: less than {@link Assembly}, so that its jar holds less.
 *
 * @param queue where its messages come from
 * @param attempts how often one is delivered before it becomes a dead letter
 * @param catalogue takes the rows
 * @param ledger notes what was written
 * @param deadline of the call under way, for all requests to the catalogue and the ledger
 * @param delays after how long messages come again
 * @param lines its log
 * @param clock tells the time
 */
record WriteAssembly(
    SqsBatchQueue<BodyBatch> queue,
    int attempts,
    Catalogue catalogue,
    RunLedger ledger,
    Deadline deadline,
    Redelivery.Delays delays,
    JsonLines lines,
    Clock clock) {

  /** Left for arranging redelivery, and for the answer. */
  static final Duration MARGIN = Duration.ofSeconds(6);

  /**
   * The function as the environment says, on AWS.
   *
   * @throws PermanentFailure if a setting is missing or wrong
   */
  static WriteAssembly fromEnvironment() {
    try {
      return of(
          Settings.read(
              System.getenv(),
              EnumSet.of(
                  Setting.CATALOGUE, Setting.DATA_QUEUE_URL, Setting.DATA_DEAD_LETTER_QUEUE_URL)));
    } catch (BadEventException e) {
      throw new PermanentFailure(StepName.AWAIT_WRITES, "write to dynamo: " + e.getMessage());
    }
  }

  private static WriteAssembly of(Settings settings) {
    Clock clock = Clock.systemUTC();
    AwsClients clients = AwsClients.fromEnvironment();
    TableNames tables = new TableNames(settings.text(Setting.CATALOGUE));
    SqsSettings limits = SqsSettings.defaults();
    Deadline deadline = new Deadline(MARGIN);
    Backoff backoff = Backoff.standard().within(deadline::left);
    return new WriteAssembly(
        new SqsBatchQueue<>(
            clients.sqs(),
            new QueueUrls(
                settings.text(Setting.DATA_QUEUE_URL),
                settings.text(Setting.DATA_DEAD_LETTER_QUEUE_URL)),
            new BatchCodec(),
            limits,
            clock),
        limits.attempts(),
        new DynamoDbCatalogue(clients.dynamoDb(), tables, backoff),
        new DynamoDbRunLedger(clients.dynamoDb(), tables, backoff),
        deadline,
        new Redelivery.Delays(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            () -> ThreadLocalRandom.current().nextDouble()),
        JsonLines.ofFunction(clock, settings.text(Setting.STAGE)),
        clock);
  }
}
