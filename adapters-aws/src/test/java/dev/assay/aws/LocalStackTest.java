package dev.assay.aws;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.LocalStack;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueueContract;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueContract;
import dev.assay.ports.Notifier;
import dev.assay.ports.NotifierContract;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStoreContract;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedgerContract;
import dev.assay.ports.TextCodec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The contract suites once more, against LocalStack, where there is Docker. */
class LocalStackTest {

  private static TableNames newTables() {
    TableNames tables = new TableNames(Emulators.newName());
    StateTable.create(LocalStack.dynamoDb(), tables, Backoff.standard());
    return tables;
  }

  @Nested
  @Testcontainers(disabledWithoutDocker = true)
  class Bucket extends ObjectStoreContract {
    private final ObjectStore store = new S3ObjectStore(LocalStack.s3(), newBucket(), 5 << 20);

    private static String newBucket() {
      String bucket = Emulators.newName();
      LocalStack.s3().createBucket(r -> r.bucket(bucket));
      return bucket;
    }

    @Override
    protected ObjectStore store() {
      return store;
    }
  }

  @Nested
  @Testcontainers(disabledWithoutDocker = true)
  class Queue extends BatchQueueContract {
    @Override
    protected BatchQueue<String> queue(Limits limits) {
      return new SqsBatchQueue<>(
          LocalStack.sqs(),
          Emulators.newQueue(LocalStack.sqs(), Emulators.newName()),
          new TextCodec(),
          SqsBatchQueueTest.settings(limits),
          Clock.systemUTC());
    }
  }

  @Nested
  @Testcontainers(disabledWithoutDocker = true)
  class Tables extends CatalogueContract {
    private final Catalogue catalogue =
        new DynamoDbCatalogue(LocalStack.dynamoDb(), newTables(), Backoff.standard());

    @Override
    protected Catalogue catalogue() {
      return catalogue;
    }
  }

  @Nested
  @Testcontainers(disabledWithoutDocker = true)
  class Ledger extends RunLedgerContract {
    private final RunLedger ledger =
        new DynamoDbRunLedger(LocalStack.dynamoDb(), newTables(), Backoff.standard());

    @Override
    protected RunLedger ledger() {
      return ledger;
    }

    @Override
    protected int longestHistory() {
      return DynamoDbRunLedger.LONGEST_HISTORY;
    }
  }

  /** What is published is read from a queue that is subscribed. */
  @Nested
  @Testcontainers(disabledWithoutDocker = true)
  class Notifications extends NotifierContract {
    private final String topic =
        LocalStack.sns().createTopic(r -> r.name(Emulators.newName())).topicArn();
    private final QueueUrls urls = Emulators.newQueue(LocalStack.sqs(), Emulators.newName());
    private final Notifier notifier = new SnsNotifier(LocalStack.sns(), topic);

    Notifications() {
      String arn =
          LocalStack.sqs()
              .getQueueAttributes(
                  r -> r.queueUrl(urls.queue()).attributeNames(QueueAttributeName.QUEUE_ARN))
              .attributes()
              .get(QueueAttributeName.QUEUE_ARN);
      LocalStack.sns()
          .subscribe(
              r ->
                  r.topicArn(topic)
                      .protocol("sqs")
                      .endpoint(arn)
                      .attributes(Map.of("RawMessageDelivery", "true")));
    }

    @Override
    protected Notifier notifier() {
      return notifier;
    }

    @Override
    protected List<Notifier.Notification> delivered() {
      List<Notifier.Notification> delivered = new ArrayList<>();
      List<Message> more;
      do {
        more =
            LocalStack.sqs()
                .receiveMessage(
                    r ->
                        r.queueUrl(urls.queue())
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(1)
                            .messageAttributeNames("All"))
                .messages();
        more.forEach(message -> delivered.add(notification(message)));
      } while (!more.isEmpty());
      return delivered;
    }

    private static Notifier.Notification notification(Message message) {
      String[] parts = message.body().split("\n\n", 2);
      String outcome =
          Objects.requireNonNull(message.messageAttributes().get("outcome")).stringValue();
      return new Notifier.Notification(
          Notifier.Kind.valueOf(outcome.toUpperCase(Locale.ROOT)), parts[0], parts[1]);
    }
  }
}
