package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.Backoff;
import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Faults;
import dev.assay.aws.emulator.Faults.Moment;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger.ChunkCounts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What becomes of messages when things go wrong, on emulators of SQS and DynamoDB. */
class WriteToDynamoHandlerTest {

  private static final GenerationId RUN = new GenerationId("run-1");

  private final Faults faults = new Faults();
  private final EmulatorPorts aws =
      new EmulatorPorts(Emulators.s3(), faults.sqs(), faults.dynamoDb());

  WriteToDynamoHandlerTest() {
    aws.catalogue().create(RUN);
    for (int chunk = 0; chunk < 3; chunk++) {
      aws.ledger().expect(RUN, chunk, 1);
    }
  }

  private static BodyBatch batch(int chunk) {
    return Entries.batch(
        RUN, chunk, Entries.anEntry().withDesignation("payload " + chunk).row(0, chunk + 1));
  }

  /** The messages that are on the data queue now. */
  private List<Message> received() {
    List<Message> all = new ArrayList<>();
    List<Message> some = receive();
    while (!some.isEmpty()) {
      all.addAll(some);
      some = receive();
    }
    return all;
  }

  private List<Message> receive() {
    return Emulators.sqs()
        .receiveMessage(
            r ->
                r.queueUrl(aws.dataQueue.queue())
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  private List<Message> sent(int... chunks) {
    for (int chunk : chunks) {
      aws.batches().send(batch(chunk));
    }
    return received();
  }

  /** Calls the function, and returns the ids of messages that are to come again. */
  private List<String> call(WriteAssembly assembly, ObjectNode event, FakeContext context)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new WriteToDynamoHandler(assembly)
        .handleRequest(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), answer, context);
    List<String> failed = new ArrayList<>();
    Lines.json(answer.toString(UTF_8))
        .get("batchItemFailures")
        .forEach(item -> failed.add(item.get("itemIdentifier").textValue()));
    return failed;
  }

  private WriteAssembly with(Catalogue catalogue) {
    WriteAssembly plain = aws.writeAssembly();
    return new WriteAssembly(
        plain.queue(),
        plain.attempts(),
        catalogue,
        plain.ledger(),
        plain.deadline(),
        plain.delays(),
        plain.lines(),
        plain.clock());
  }

  /** The real catalogue, but putting fails. */
  private Catalogue failing(PortException trouble) {
    Catalogue real = aws.catalogue();
    return (Catalogue)
        Proxy.newProxyInstance(
            Catalogue.class.getClassLoader(),
            new Class<?>[] {Catalogue.class},
            (self, method, arguments) -> {
              if (method.getName().equals("put")) {
                throw trouble;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private ObjectNode delivered(List<Message> messages, int attempt) {
    ObjectNode event = SqsDelivery.event(messages);
    event
        .get("Records")
        .forEach(
            message ->
                ((ObjectNode) message.get("attributes"))
                    .put("ApproximateReceiveCount", Integer.toString(attempt)));
    return event;
  }

  @Test
  void messages_areWrittenAndCounted() throws IOException {
    assertThat(call(aws.writeAssembly(), SqsDelivery.event(sent(0, 1, 2)), FakeContext.PATIENT))
        .isEmpty();

    assertThat(aws.ledger().chunks(RUN)).isEqualTo(new ChunkCounts(3, 3, 3, 3));
    assertThat(aws.lines.text())
        .contains("\"RowsWritten\":1", "\"chunk\":2", "\"run\":\"run-1\"", "\"attempt\":1")
        .doesNotContain("payload");
  }

  @Test
  void passingFailure_comesAgain_andOnlyThat() throws IOException {
    List<Message> messages = sent(0, 1);
    AtomicInteger puts = new AtomicInteger();
    Catalogue real = aws.catalogue();
    Catalogue once =
        (Catalogue)
            Proxy.newProxyInstance(
                Catalogue.class.getClassLoader(),
                new Class<?>[] {Catalogue.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("put") && puts.getAndIncrement() == 0) {
                    throw PortException.temporary("too many requests");
                  }
                  return method.invoke(real, arguments);
                });

    assertThat(call(with(once), SqsDelivery.event(messages), FakeContext.PATIENT))
        .containsExactly(messages.get(0).messageId());

    assertThat(aws.ledger().chunks(RUN).writtenChunks()).isEqualTo(1);
    assertThat(aws.batches().deadLetters(10)).isEmpty();
  }

  @Test
  void passingFailure_atTheLastDelivery_isADeadLetterWithItsReason() throws IOException {
    Catalogue busy = failing(PortException.temporary("too many requests"));

    assertThat(call(with(busy), delivered(sent(0), 5), FakeContext.PATIENT)).isEmpty();

    assertThat(aws.batches().deadLetters(10))
        .extracting(DeadLetter::reason)
        .containsExactly("too many requests");
  }

  @Test
  void lastingFailure_isADeadLetterAtOnce() throws IOException {
    Catalogue refusing = failing(PortException.permanent("access denied; check the role"));

    assertThat(call(with(refusing), SqsDelivery.event(sent(0)), FakeContext.PATIENT)).isEmpty();

    assertThat(aws.batches().deadLetters(10))
        .extracting(DeadLetter::reason)
        .containsExactly("access denied; check the role");
    assertThat(aws.ledger().chunks(RUN).writtenChunks()).isZero();
  }

  @Test
  void deadLetter_sentAgain_isWritten() throws IOException {
    Catalogue refusing = failing(PortException.permanent("access denied; check the role"));
    call(with(refusing), SqsDelivery.event(sent(0)), FakeContext.PATIENT);

    assertThat(aws.batches().redrive(10)).isEqualTo(1);
    call(aws.writeAssembly(), SqsDelivery.event(received()), FakeContext.PATIENT);

    assertThat(aws.ledger().chunks(RUN).writtenChunks()).isEqualTo(1);
  }

  @Test
  void passingFailure_comesAgainSoon_notAfterTheTimeoutOfTheQueue() throws IOException {
    Catalogue failing = failing(PortException.temporary("internal error"));
    List<Message> messages = sent(0);

    assertThat(call(with(failing), SqsDelivery.event(messages), FakeContext.PATIENT)).hasSize(1);

    assertThat(received()).extracting(WriteToDynamoHandlerTest::attempt).containsExactly("2");
  }

  @Test
  void passingFailure_visibilityCannotBeChanged_isOnlyNamed() throws IOException {
    List<Message> messages = sent(0);
    Catalogue failing = failing(PortException.temporary("internal error"));
    faults.planAll(() -> Faults.answer(403, "AccessDenied"));

    assertThat(call(with(failing), SqsDelivery.event(messages), FakeContext.PATIENT))
        .containsExactly(messages.get(0).messageId());

    faults.clear();
    assertThat(aws.lines.text()).contains("comes again later than it could");
    assertThat(received()).isEmpty();
  }

  @Test
  void throttled_atTheLastDelivery_isANewMessageAndNoDeadLetter() throws IOException {
    Catalogue busy = failing(PortException.busy("AWS asks to slow down"));

    assertThat(call(with(busy), delivered(sent(0), 5), FakeContext.PATIENT)).isEmpty();

    assertThat(aws.batches().deadLetters(10)).isEmpty();
    List<Message> again = received();
    assertThat(again).extracting(WriteToDynamoHandlerTest::attempt).containsExactly("1");
    assertThat(again).extracting(WriteToDynamoHandlerTest::returns).containsExactly("1");
    call(with(busy), SqsDelivery.event(again), FakeContext.PATIENT);
    assertThat(received()).extracting(WriteToDynamoHandlerTest::returns).containsExactly("2");
  }

  @Test
  void throttled_butCannotBeSentAgain_isNamed() throws IOException {
    List<Message> messages = sent(0);
    Catalogue busy = failing(PortException.busy("AWS asks to slow down"));
    faults.planAll(() -> Faults.answer(403, "AccessDenied"));

    assertThat(call(with(busy), SqsDelivery.event(messages), FakeContext.PATIENT))
        .containsExactly(messages.get(0).messageId());
  }

  @Test
  void throttled_forAsLongAsARunMayTake_isADeadLetterInTheEnd() throws IOException {
    Catalogue busy = failing(PortException.busy("AWS asks to slow down"));
    ObjectNode event = delivered(sent(0), 5);
    ((ObjectNode) event.get("Records").get(0))
        .putObject("messageAttributes")
        .putObject("returns")
        .put("stringValue", "240");

    assertThat(call(with(busy), event, FakeContext.PATIENT)).isEmpty();

    assertThat(aws.batches().deadLetters(10))
        .extracting(DeadLetter::reason)
        .containsExactly("AWS asks to slow down");
  }

  @Test
  void throttled_afterItsRunHasEnded_isLetGoOnceItGetsThrough() throws IOException {
    Catalogue busy = failing(PortException.busy("AWS asks to slow down"));
    List<Message> messages = sent(0);
    aws.catalogue().drop(RUN);

    assertThat(call(with(busy), delivered(messages, 5), FakeContext.PATIENT)).isEmpty();
    List<Message> again = received();
    assertThat(again).extracting(WriteToDynamoHandlerTest::returns).containsExactly("1");
    assertThat(call(aws.writeAssembly(), delivered(again, 5), FakeContext.PATIENT)).isEmpty();

    assertThat(aws.lines.text()).contains("let go, its run has ended");
    assertThat(received()).isEmpty();
    assertThat(aws.batches().deadLetters(10)).isEmpty();
  }

  @Test
  void lessThanHalfAMinuteLeft_theRestIsReturnedUnstarted() throws IOException {
    List<Message> messages = sent(0, 1, 2);
    FakeContext hurried =
        new FakeContext(() -> aws.ledger().chunks(RUN).writtenChunks() == 0 ? 30_000 : 29_000);

    assertThat(call(aws.writeAssembly(), SqsDelivery.event(messages), hurried)).isEmpty();

    assertThat(aws.ledger().chunks(RUN).writtenChunks()).isEqualTo(1);
    assertThat(received()).extracting(WriteToDynamoHandlerTest::attempt).containsExactly("1", "1");
  }

  /** The last attempt is begun with ten seconds left, and its failure is known after these. */
  @Test
  void attemptsTakeAllTheTimeThereIs_throttled_isReturnedToTheQueue() throws IOException {
    assertThat(callWithAttemptsOfTenSeconds(Faults::throttling)).isEmpty();

    assertThat(received()).extracting(WriteToDynamoHandlerTest::returns).containsExactly("1");
  }

  @Test
  void attemptsTakeAllTheTimeThereIs_passingFailure_comesAgainSoon() throws IOException {
    assertThat(callWithAttemptsOfTenSeconds(Faults::timeout)).hasSize(1);

    assertThat(received()).extracting(WriteToDynamoHandlerTest::attempt).containsExactly("2");
  }

  private List<String> callWithAttemptsOfTenSeconds(Supplier<SdkException> fault)
      throws IOException {
    AtomicInteger leftMillis = new AtomicInteger(36_000);
    List<Message> messages = sent(0);
    faults.plan(
        Moment.BEFORE,
        request -> {
          if (request instanceof DynamoDbRequest) {
            leftMillis.addAndGet(-10_000);
            return true;
          }
          return false;
        },
        1,
        Integer.MAX_VALUE,
        fault);
    Backoff withoutPause = new Backoff(10, Duration.ZERO, Duration.ZERO, pause -> {}, () -> 0);

    List<String> named =
        call(
            aws.writeAssembly(withoutPause),
            SqsDelivery.event(messages),
            new FakeContext(leftMillis::get));

    faults.clear();
    assertThat(leftMillis).hasValue(6_000);
    return named;
  }

  /**
   * Nine of ten requests to the tables are refused. One of four takes its ten seconds, the others
   * take 20 ms, and pauses as long as they are.
   */
  @Test
  void heavyThrottling_eachCallEndsInTime_andNothingIsLost() throws IOException {
    AtomicLong now = new AtomicLong();
    Random random = new Random(20261129);
    List<Message> messages = sent(0, 1, 2);
    faults.plan(
        Moment.BEFORE,
        request -> {
          boolean toTables = request instanceof DynamoDbRequest;
          now.addAndGet(toTables && random.nextInt(4) == 0 ? 10_000 : 20);
          return toTables && random.nextInt(10) > 0;
        },
        1,
        Integer.MAX_VALUE,
        Faults::throttling);
    Backoff standard = Backoff.standard();
    WriteAssembly assembly =
        aws.writeAssembly(
            new Backoff(
                standard.attempts(),
                standard.first(),
                standard.longest(),
                pause -> now.addAndGet(pause.toMillis()),
                random::nextDouble));
    int calls = 0;
    while (!messages.isEmpty()) {
      long begun = now.get();
      FakeContext aMinute = new FakeContext(() -> (int) (60_000 - (now.get() - begun)));
      assertThat(call(assembly, SqsDelivery.event(messages), aMinute)).isEmpty();
      assertThat(now.get() - begun).as("call %d", ++calls).isLessThan(60_000);
      messages = received();
    }

    faults.clear();
    assertThat(calls).isBetween(2, 100);
    assertThat(aws.ledger().chunks(RUN)).isEqualTo(new ChunkCounts(3, 3, 3, 3));
    assertThat(aws.batches().deadLetters(10)).isEmpty();
  }

  private static @Nullable String attempt(Message message) {
    return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
  }

  private static String returns(Message message) {
    return Objects.requireNonNull(message.messageAttributes().get("returns")).stringValue();
  }

  @Test
  void answerLostAfterTheWrite_isHarmless() throws IOException {
    List<Message> messages = sent(0, 1, 2);
    call(aws.writeAssembly(), SqsDelivery.event(messages), FakeContext.PATIENT);

    assertThat(call(aws.writeAssembly(), SqsDelivery.event(messages), FakeContext.PATIENT))
        .isEmpty();

    assertThat(aws.ledger().chunks(RUN)).isEqualTo(new ChunkCounts(3, 3, 3, 3));
    assertThat(aws.catalogue().seal(RUN).rows()).isEqualTo(3);
  }
}
