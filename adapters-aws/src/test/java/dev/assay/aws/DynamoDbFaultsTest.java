package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Faults;
import dev.assay.aws.emulator.Faults.Moment;
import dev.assay.aws.emulator.Local;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import dev.assay.ports.RunLedger.ChunkCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What becomes of a load when DynamoDB is slow, fails, or refuses. */
class DynamoDbFaultsTest {

  private static final GenerationId BEFORE = new GenerationId("g-1");
  private static final GenerationId RUN = new GenerationId("g-2");
  private static final GenerationId LAYER = new GenerationId("g-3");
  private static final List<CatalogueRow> ROWS = Entries.numbered(100);

  /** What the layer changes: one body, one is gone. */
  private static final CatalogueRow CHANGED =
      Entries.anEntry().withDesignation("50").withModel("changed").row(0, 50);

  private static final String GONE = "1";

  private final Faults faults = new Faults();
  private final TableNames tables = Emulators.newTables();

  private static List<CatalogueEntry> load(DynamoDbClient client, TableNames tables) {
    DynamoDbCatalogue catalogue = new DynamoDbCatalogue(client, tables, Emulators.HURRIED);
    DynamoDbRunLedger ledger = new DynamoDbRunLedger(client, tables, Emulators.HURRIED);
    for (GenerationId generation : List.of(BEFORE, RUN)) {
      catalogue.create(generation);
      ledger.forgetChunks(generation);
      for (int chunk = 0; chunk < 2; chunk++) {
        List<CatalogueRow> rows = ROWS.subList(50 * chunk, 50 * chunk + 50);
        ledger.expect(generation, chunk, 50);
        catalogue.put(new BodyBatch(generation, chunk, rows));
        ledger.written(generation, chunk, 50);
      }
      assertThat(ledger.chunks(generation)).isEqualTo(new ChunkCounts(2, 100, 2, 100));
      assertThat(catalogue.seal(generation)).isEqualTo(new Sealed(100, Map.of()));
      catalogue.activate(generation);
    }
    assertThat(catalogue.generations()).containsExactly(BEFORE, RUN);
    assertThat(catalogue.active()).contains(RUN);
    lay(catalogue);
    assertThat(catalogue.generations()).containsExactly(RUN, LAYER);
    List<CatalogueEntry> entries = new ArrayList<>();
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(entries::add);
    }
    return entries;
  }

  private static void lay(DynamoDbCatalogue catalogue) {
    catalogue.createOver(LAYER, RUN);
    catalogue.put(Entries.batch(LAYER, 0, CHANGED));
    BodyKeys gone = BodyKeys.of(LongStream.of(BodyKeys.key(GONE)));
    assertThat(catalogue.seal(LAYER, new Difference(99, gone, BodyKeys.NONE)))
        .isEqualTo(new Sealed(99, Map.of(), 1));
    catalogue.activate(LAYER);
  }

  private static List<CatalogueEntry> expected() {
    List<CatalogueEntry> entries =
        new ArrayList<>(ROWS.stream().skip(1).map(CatalogueRow::entry).toList());
    entries.set(48, CHANGED.entry());
    return entries;
  }

  /** Every third request fails once, in turn: whatever it was, the load comes out the same. */
  @ParameterizedTest
  @EnumSource(Moment.class)
  void anyOneRequestFails_loadIsComplete(Moment moment) {
    load(faults.dynamoDb(), tables);
    int requests = faults.requests();

    assertThat(IntStream.rangeClosed(1, requests).filter(n -> n % 3 == moment.ordinal()))
        .allSatisfy(
            n -> {
              Faults one = new Faults();
              one.plan(moment, request -> true, n, n, Faults::timeout);
              assertThat(load(one.dynamoDb(), Emulators.newTables())).isEqualTo(expected());
              assertThat(one.injected()).isEqualTo(1);
            });
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of(400, "ThrottlingException"),
        Arguments.of(400, "ProvisionedThroughputExceededException"),
        Arguments.of(400, "RequestLimitExceeded"),
        Arguments.of(400, "LimitExceededException"),
        Arguments.of(400, "TransactionCanceledException"),
        Arguments.of(500, "InternalServerError"),
        Arguments.of(503, "ServiceUnavailable"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void severalRequestsInARowFail_loadIsComplete(int status, String code) {
    faults.plan(Moment.BEFORE, r -> true, 5, 12, () -> Faults.answer(status, code));

    assertThat(load(faults.dynamoDb(), tables)).isEqualTo(expected());
    assertThat(faults.injected()).isEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void allRequestsFail_endsAfterAFewAttempts(int status, String code) {
    DynamoDbCatalogue catalogue = catalogue();
    faults.planAll(() -> Faults.answer(status, code));

    assertThatThrownBy(catalogue::generations)
        .hasMessageContaining(tables.state())
        .hasMessageContaining(code)
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
    assertThat(faults.requests()).isEqualTo(Emulators.HURRIED.attempts());
  }

  @ParameterizedTest
  @CsvSource({
    "ExpiredTokenException, log in again",
    "UnrecognizedClientException, check AWS_PROFILE",
    "InvalidSignatureException, check AWS_PROFILE",
    "AccessDeniedException, grant the role",
    "ResourceNotFoundException, deploy the stack",
    "ValidationException, AWS refuses it"
  })
  void requestIsRefused_endsAtOnceInOneLine(String code, String advice) {
    DynamoDbCatalogue catalogue = catalogue();
    faults.planAll(() -> Faults.answer(400, code));

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> catalogue.create(RUN),
            () -> catalogue.put(Entries.batch(RUN, 0, ROWS.get(0))),
            () -> catalogue.createOver(LAYER, RUN),
            () -> catalogue.seal(RUN),
            () -> catalogue.activate(RUN),
            catalogue::rollback,
            catalogue::read)) {
      int before = faults.requests();
      assertThatThrownBy(call)
          .hasMessageContainingAll(tables.state(), advice, code)
          .message()
          .doesNotContain("\n")
          .hasSizeLessThan(400);
      assertThat(faults.requests() - before).isEqualTo(1);
    }
  }

  @Test
  void stateTableIsMissing_isOneLineThatNamesIt() {
    DynamoDbCatalogue catalogue =
        new DynamoDbCatalogue(
            Emulators.dynamoDb(), new TableNames("no-such-catalogue"), Emulators.HURRIED);

    assertThatThrownBy(catalogue::read)
        .hasMessageStartingWith("cannot read the table no-such-catalogue-state: it does not exist")
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
  }

  private DynamoDbCatalogue catalogue() {
    return new DynamoDbCatalogue(faults.dynamoDb(), tables, Emulators.HURRIED);
  }

  @Test
  void halfOfEachBatchIsTurnedAway_everythingIsWritten() {
    assertThat(load(turningAway(2), tables)).isEqualTo(expected());
  }

  @Test
  void allOfABatchIsTurnedAway_endsForNow() {
    assertThatThrownBy(() -> load(turningAway(Integer.MAX_VALUE), tables))
        .hasMessageContaining("turned away 10 times")
        .isInstanceOfSatisfying(PortException.class, e -> assertThat(e.isBusy()).isTrue());
  }

  private static DynamoDbClient turningAway(int takenOf) {
    return Local.to(Emulators.dynamoDbEndpoint(), DynamoDbClient.builder())
        .overrideConfiguration(c -> c.addExecutionInterceptor(new TurningAway(takenOf)))
        .build();
  }

  /** Takes one of so many writes of a batch, at least one unless it takes none at all. */
  private record TurningAway(int takenOf) implements ExecutionInterceptor {

    private static final ExecutionAttribute<Map<String, List<WriteRequest>>> LEFT =
        new ExecutionAttribute<>("left");

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
      if (!(context.request() instanceof BatchWriteItemRequest request)) {
        return context.request();
      }
      Map<String, List<WriteRequest>> taken = new HashMap<>();
      Map<String, List<WriteRequest>> left = new HashMap<>();
      request
          .requestItems()
          .forEach(
              (table, writes) -> {
                int count = Math.max(1, writes.size() / takenOf);
                taken.put(table, writes.subList(0, count));
                int kept = takenOf == Integer.MAX_VALUE ? 0 : count;
                if (kept < writes.size()) {
                  left.put(table, writes.subList(kept, writes.size()));
                }
              });
      attributes.putAttribute(LEFT, left);
      return request.toBuilder().requestItems(taken).build();
    }

    @Override
    public SdkResponse modifyResponse(
        Context.ModifyResponse context, ExecutionAttributes attributes) {
      if (!(context.response() instanceof BatchWriteItemResponse response)) {
        return context.response();
      }
      return response.toBuilder().unprocessedItems(attributes.getAttribute(LEFT)).build();
    }
  }
}
