package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.emulator.Faults;
import dev.assay.aws.emulator.Faults.Moment;
import dev.assay.local.LocalRunner.Ended;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.RunRecord.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** A whole refresh on emulators, while AWS has a bad day. */
class RefreshUnderFaultsTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("assay.root", "..")).resolve("sample");
  private static final Map<String, String> SMALL_PIECES =
      Map.of("ASSAY_PAGE_ROWS", "40", "ASSAY_BATCH_ROWS", "7", "ASSAY_AWAIT_LOOKS", "20");

  /** One request of so many fails, so that several steps are hit. */
  private static final int ONE_OF = 53;

  /** One less than a step has attempts: were all to hit the same step, it would still succeed. */
  private static final int MOST_FAULTS = 3;

  @TempDir Path folder;

  private final Faults faults = new Faults();
  private final EmulatorPorts aws = new EmulatorPorts(faults.s3(), faults.sqs(), faults.dynamoDb());

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("throttled", Moment.BEFORE, (Supplier<SdkException>) Faults::throttling),
        Arguments.of(
            "internal error",
            Moment.BEFORE,
            (Supplier<SdkException>) () -> Faults.answer(500, "InternalServerError")),
        Arguments.of("no answer", Moment.BEFORE, (Supplier<SdkException>) Faults::timeout),
        Arguments.of("answer lost", Moment.AFTER, (Supplier<SdkException>) Faults::timeout));
  }

  private Ended refresh() throws Exception {
    try (SbdbServer service =
        SbdbServer.ofAnswer(Files.readAllBytes(SAMPLE.resolve("small-bodies.json")))) {
      Functions functions =
          new Functions(
              aws.assembly(SMALL_PIECES),
              "weekly-1",
              "{\"latestAsteroids\":{\"url\":\""
                  + service.address()
                  + "\"},\"benner\":{\"url\":null},\"exoplanets\":{\"url\":null}}");
      try (SqsDelivery ignored =
          new SqsDelivery(aws.dataQueue.queue(), new WriteToDynamoHandler(aws.writeAssembly()))) {
        return functions.run();
      }
    }
  }

  private List<CatalogueEntry> entries() {
    List<CatalogueEntry> entries = new ArrayList<>();
    try (CatalogueReader reader = aws.catalogue().read().orElseThrow()) {
      reader.forEach(entries::add);
    }
    return entries;
  }

  /** Some requests, each told apart from others however often it is asked about. */
  private static Predicate<SdkRequest> oneOfSoMany() {
    AtomicInteger requests = new AtomicInteger();
    Map<SdkRequest, Integer> numbers = Collections.synchronizedMap(new IdentityHashMap<>());
    return request -> {
      int number = numbers.computeIfAbsent(request, fresh -> requests.incrementAndGet());
      return number % ONE_OF == 0 && number <= ONE_OF * MOST_FAULTS;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void passingFaults_nowAndThen_changeNothing(
      String name, Moment moment, Supplier<SdkException> fault) throws Exception {
    faults.plan(moment, oneOfSoMany(), 1, Integer.MAX_VALUE, fault);

    Ended ended = refresh();

    assertThat(faults.injected()).as(name).isBetween(1, MOST_FAULTS);
    faults.clear();
    assertThat(ended.failure()).as(name).isNull();
    assertThat(entries())
        .as(name)
        .isEqualTo(
            LocalCatalogue.of(
                folder,
                List.of(SAMPLE.resolve("small-bodies.json").toUri()),
                null,
                SAMPLE.resolve("masses.txt").toUri()));
  }

  @Test
  void writersAreRefused_theRunFailsAtOnceWithTheirReason() throws Exception {
    faults.plan(
        Moment.BEFORE,
        request -> request instanceof TransactWriteItemsRequest,
        1,
        Integer.MAX_VALUE,
        () -> Faults.answer(400, "AccessDeniedException"));

    assertThat(refresh().failure()).isNotNull();

    assertThat(aws.ledger().history(1).get(0).message())
        .startsWith(
            "await writes: 19 of 19 batches were refused and are dead letters; the first because:"
                + " cannot write to the table ")
        .contains("access denied", "remove the cause, then refresh again");
    assertThat(aws.told()).last().isEqualTo("Assay refresh failed: await writes");
  }

  @Test
  void lastingFault_failsTheRunInOneLine_andTheOldCatalogueStays() throws Exception {
    assertThat(refresh().failure()).isNull();
    List<CatalogueEntry> before = entries();
    faults.plan(
        Moment.BEFORE,
        request -> request.getClass().getSimpleName().startsWith("SendMessage"),
        1,
        Integer.MAX_VALUE,
        () -> Faults.answer(403, "AccessDenied"));
    try (SbdbServer service =
        SbdbServer.ofAnswer(Files.readAllBytes(SAMPLE.resolve("small-bodies.json")))) {
      Functions functions =
          new Functions(
              aws.assembly(SMALL_PIECES),
              "weekly-2",
              "{\"full\":true,\"latestAsteroids\":{\"url\":\""
                  + service.address()
                  + "\"},\"benner\":{\"url\":null},\"exoplanets\":{\"url\":null}}");

      assertThat(functions.run().failure()).isNotNull();
    }
    faults.clear();
    assertThat(entries()).isEqualTo(before);
    assertThat(aws.ledger().history(1).get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(aws.ledger().history(1).get(0).message())
        .startsWith("parse horizon: part 0: ")
        .contains("AccessDenied")
        .doesNotContain("\n");
  }
}
