package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Faults;
import dev.assay.aws.emulator.Faults.Moment;
import dev.assay.aws.emulator.Local;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BatchQueueContract.Limits;
import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import dev.assay.ports.TextCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** What SQS does that the contract does not know of. */
class SqsFaultsTest {

  private final QueueUrls urls = Emulators.newQueue();
  private final Faults faults = new Faults();

  private SqsBatchQueue<String> queue(SqsClient client) {
    SqsSettings settings = SqsBatchQueueTest.settings(new Limits(1_000, 2, Duration.ZERO));
    return new SqsBatchQueue<>(client, urls, new TextCodec(), settings, Clock.systemUTC());
  }

  private SqsBatchQueue<String> queue() {
    return queue(Emulators.sqs());
  }

  @Test
  void sendAll_someAreTurnedAway_sendsThemAgain() {
    List<String> texts = IntStream.range(0, 25).mapToObj(i -> "text " + i).toList();

    queue(refusing(false)).sendAll(texts);

    assertThat(queue().receive(100, Duration.ZERO))
        .extracting(Delivery::message)
        .containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  void sendAll_someAreRefusedForGood_fails() {
    assertThatThrownBy(() -> queue(refusing(true)).sendAll(List.of("a", "b")))
        .hasMessageContaining("InvalidMessageContents")
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
  }

  private static SqsClient refusing(boolean senderFault) {
    return client(new Refusing(senderFault));
  }

  private static SqsClient client(ExecutionInterceptor interceptor) {
    return Local.to(Emulators.sqsEndpoint(), SqsClient.builder())
        .overrideConfiguration(c -> c.addExecutionInterceptor(interceptor))
        .build();
  }

  /** Takes half of a batch and turns the others away. */
  private record Refusing(boolean senderFault) implements ExecutionInterceptor {

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
      return context.request() instanceof SendMessageBatchRequest request
          ? request.toBuilder().entries(firstHalf(request.entries())).build()
          : context.request();
    }

    private static <T> List<T> firstHalf(List<T> entries) {
      return entries.subList(0, (entries.size() + 1) / 2);
    }

    @Override
    public SdkResponse modifyResponse(
        Context.ModifyResponse context, ExecutionAttributes attributes) {
      if (!(context.response() instanceof SendMessageBatchResponse response)) {
        return context.response();
      }
      List<String> taken =
          response.successful().stream().map(SendMessageBatchResultEntry::id).toList();
      List<BatchResultErrorEntry> failed =
          IntStream.range(0, 10)
              .mapToObj(Integer::toString)
              .filter(id -> !taken.contains(id))
              .map(id -> BatchResultErrorEntry.builder().id(id).code("InvalidMessageContents"))
              .map(entry -> entry.message("as injected").senderFault(senderFault).build())
              .toList();
      return response.toBuilder().failed(failed).build();
    }
  }

  @Test
  void send_tooLong_saysSo() {
    String noise =
        new Random(1)
            .ints(1_500_000, 0x4e00, 0x9000)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    assertThatThrownBy(() -> queue().send(noise))
        .hasMessageContainingAll("text of 1500000 characters", "1000000 are allowed", "fewer rows")
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
  }

  @Test
  void send_longButRegular_isCompressed() {
    String text = "a text that repeats itself; ".repeat(200_000);

    queue().send(text);

    assertThat(queue().receive(1, Duration.ofSeconds(5)).get(0).message()).isEqualTo(text);
  }

  @Test
  void receive_unreadableMessage_isBuriedAndStaysThere() {
    Emulators.sqs().sendMessage(r -> r.queueUrl(urls.queue()).messageBody("gz:not base 64"));
    queue().send("good");

    assertThat(queue().receive(10, Duration.ofSeconds(5)))
        .extracting(Delivery::message)
        .containsExactly("good");

    assertThat(queue().redrive(10)).isZero();
    assertThat(queue().deadLetters(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).startsWith("the message cannot be read: ");
              assertThat(letter.reference()).isEmpty();
            });
  }

  @Test
  void deadLetters_movedBySqsItself_haveAReasonToo() {
    Emulators.sqs().sendMessage(r -> r.queueUrl(urls.deadLetters()).messageBody("poison"));

    assertThat(queue().deadLetters(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).contains("look at their logs");
              assertThat(letter.summary()).isEqualTo("message of 6 characters");
              assertThat(letter.reference()).isEqualTo(new TextCodec().reference("poison"));
            });
    assertThat(queue().redrive(10)).isEqualTo(1);
    assertThat(queue().receive(1, Duration.ofSeconds(5)).get(0).message()).isEqualTo("poison");
  }

  @Test
  void deadLetters_movedBySqsItselfAndUnreadable_haveNoReference() {
    Emulators.sqs().sendMessage(r -> r.queueUrl(urls.deadLetters()).messageBody("gz:not base 64"));

    assertThat(queue().deadLetters(10)).extracting(DeadLetter::reference).containsExactly("");
  }

  @Test
  void deadLetters_moreThanAThousand_areAllFound() {
    poison(1_010);

    assertThat(queue().deadLetters(5_000))
        .hasSize(1_010)
        .extracting(DeadLetter::reference)
        .doesNotHaveDuplicates();
  }

  @Test
  void deadLetters_shortPollSeesNone_areAllFound() {
    poison(30);

    assertThat(patientQueue().deadLetters(100)).hasSize(30);
  }

  @Test
  void redrive_shortPollSeesNone_sendsAll() {
    poison(30);

    assertThat(patientQueue().redrive(100)).isEqualTo(30);
  }

  /** As the settings for AWS have it. */
  private SqsBatchQueue<String> patientQueue() {
    return new SqsBatchQueue<>(
        client(new SecondShortPollEmpty()),
        urls,
        new TextCodec(),
        SqsSettings.defaults(),
        Clock.systemUTC());
  }

  /** Puts messages on the dead-letter queue, a multiple of ten. */
  private void poison(int count) {
    for (int from = 0; from < count; from += 10) {
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(from, from + 10)
              .mapToObj(
                  n ->
                      SendMessageBatchRequestEntry.builder().id("n" + n).messageBody("poison " + n))
              .map(SendMessageBatchRequestEntry.Builder::build)
              .toList();
      Emulators.sqs().sendMessageBatch(r -> r.queueUrl(urls.deadLetters()).entries(entries));
    }
  }

  /** A short poll asks only some of the servers of SQS, so it may see none of the messages. */
  private static final class SecondShortPollEmpty implements ExecutionInterceptor {

    private final AtomicInteger polls = new AtomicInteger();

    @Override
    public SdkResponse modifyResponse(
        Context.ModifyResponse context, ExecutionAttributes attributes) {
      return context.request() instanceof ReceiveMessageRequest request
              && polls.incrementAndGet() == 2
              && (request.waitTimeSeconds() == null || request.waitTimeSeconds() == 0)
          ? ReceiveMessageResponse.builder().build()
          : context.response();
    }
  }

  @Test
  void writer_everyRequest_endsWithinFiveSeconds() {
    List<SdkRequest> requests = new ArrayList<>();
    SqsBatchQueue<String> writer =
        queue(
            client(
                new ExecutionInterceptor() {
                  @Override
                  public void beforeExecution(
                      Context.BeforeExecution context, ExecutionAttributes attributes) {
                    requests.add(context.request());
                  }
                }));
    queue().send("text");
    Delivery<String> last = secondDelivery(queue());

    writer.deliverAgain(last.receipt(), Duration.ofSeconds(30));
    writer.retry(last, "second");
    writer.sendAgain("text", 1, Duration.ZERO);
    writer.buryUnreadable(
        queue().receive(1, Duration.ofSeconds(5)).get(0).receipt(), "text", "reason");

    assertThat(requests)
        .hasSize(7)
        .allSatisfy(
            request ->
                assertThat(
                        request
                            .overrideConfiguration()
                            .flatMap(RequestOverrideConfiguration::apiCallTimeout))
                    .as(request.getClass().getSimpleName())
                    .hasValueSatisfying(
                        most -> assertThat(most).isLessThanOrEqualTo(Duration.ofSeconds(5))));
  }

  @Test
  void retry_deadLetterQueueFails_leavesTheMessageWhereItIs() {
    SqsBatchQueue<String> queue = queue(faults.sqs());
    queue.send("poison");
    queue.retry(queue.receive(1, Duration.ofSeconds(5)).get(0), "first");
    Delivery<String> last = queue.receive(1, Duration.ofSeconds(5)).get(0);
    AtomicInteger asked = new AtomicInteger();
    faults.plan(
        Moment.BEFORE,
        request -> request.getClass().getSimpleName().equals("SendMessageRequest"),
        1,
        1,
        () -> {
          asked.incrementAndGet();
          return Faults.answer(403, "AccessDenied");
        });

    assertThatThrownBy(() -> queue.retry(last, "second"))
        .hasMessageContainingAll(urls.deadLetters(), "grant the role");
    queue.retry(last, "second");

    assertThat(asked).hasValue(1);
    assertThat(queue.deadLetters(10)).extracting(DeadLetter::reason).containsExactly("second");
    assertThat(queue.receive(1, Duration.ZERO)).isEmpty();
  }

  @Test
  void sendAgain_message_isCountedAnewAndSaysHowOften() {
    SqsBatchQueue<String> queue = queue();
    queue.send("text");
    Delivery<String> second = secondDelivery(queue);

    queue.sendAgain("text", 3, Duration.ZERO);
    queue.acknowledge(second);

    assertThat(received())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.body()).isEqualTo("text");
              assertThat(message.attributes())
                  .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
              assertThat(message.messageAttributes().get(SqsBatchQueue.RETURNS))
                  .extracting(MessageAttributeValue::stringValue)
                  .isEqualTo("3");
            });
  }

  @Test
  void sendAgain_withDelay_isNotThereYet() {
    queue().sendAgain("text", 1, Duration.ofMinutes(15));

    assertThat(received()).isEmpty();
  }

  @Test
  void deliverAgain_atOnce_doesNotWaitForTheTimeout() {
    SqsBatchQueue<String> queue = queue();
    queue.send("text");
    Delivery<String> first = queue.receive(1, Duration.ofSeconds(5)).get(0);
    assertThat(received()).isEmpty();

    queue.deliverAgain(first.receipt(), Duration.ZERO);

    assertThat(queue.receive(1, Duration.ofSeconds(5)))
        .extracting(Delivery::attempt)
        .containsExactly(2);
  }

  private static Delivery<String> secondDelivery(SqsBatchQueue<String> queue) {
    queue.retry(queue.receive(1, Duration.ofSeconds(5)).get(0), "first");
    return queue.receive(1, Duration.ofSeconds(5)).get(0);
  }

  private List<Message> received() {
    return Emulators.sqs()
        .receiveMessage(
            r ->
                r.queueUrl(urls.queue())
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  @ParameterizedTest
  @CsvSource({
    "400, ExpiredToken, PERMANENT, log in again",
    "403, AccessDenied, PERMANENT, grant the role",
    "400, QueueDoesNotExist, PERMANENT, deploy the stack",
    "400, AWS.SimpleQueueService.NonExistentQueue, PERMANENT, deploy the stack",
    "400, ThrottlingException, TRANSIENT, slow down",
    "503, ServiceUnavailable, TRANSIENT, failed for now"
  })
  void anyCall_isRefused_saysWhatToDo(int status, String code, Kind kind, String advice) {
    SqsBatchQueue<String> queue = queue(faults.sqs());
    faults.planAll(() -> Faults.answer(status, code));

    assertThat(
            List.<Runnable>of(
                () -> queue.send("a"),
                () -> queue.receive(1, Duration.ZERO),
                () -> queue.acknowledge(new Delivery<>("a", "receipt", 1)),
                () -> queue.retry(new Delivery<>("a", "other receipt", 1), "reason"),
                () -> queue.sendAgain("a", 1, Duration.ZERO),
                () -> queue.deliverAgain("receipt", Duration.ZERO),
                () -> queue.deadLetters(1),
                () -> queue.redrive(1)))
        .allSatisfy(
            call ->
                assertThatThrownBy(call::run)
                    .hasMessageContainingAll(urls.queue(), advice, code)
                    .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.kind()).isEqualTo(kind)));
  }
}
