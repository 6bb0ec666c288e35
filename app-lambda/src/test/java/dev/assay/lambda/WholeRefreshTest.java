package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.application.BuildVersion;
import dev.assay.aws.emulator.Emulators;
import dev.assay.local.LocalRunner.Ended;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All seven functions, led by the workflow value, on emulators of S3, SQS, DynamoDB and SNS. Every
 * message of the data queue is delivered three times and in any order.
 */
class WholeRefreshTest {

  private static final Path ROOT = Path.of(System.getProperty("assay.root", ".."));
  private static final Path SAMPLE = ROOT.resolve("sample");
  private static final Path REAL = ROOT.resolve("../shared/data").normalize();
  private static final Map<String, String> SMALL_PIECES =
      Map.of("ASSAY_PAGE_ROWS", "40", "ASSAY_BATCH_ROWS", "7", "ASSAY_AWAIT_LOOKS", "4");
  private static final String SIDE_TABLES =
      "\"benner\":{\"url\":\"bundled:delta-v.html\"},"
          + "\"exoplanets\":{\"url\":\"bundled:exoplanets.csv\"}";

  @TempDir Path folder;

  private final EmulatorPorts aws = new EmulatorPorts();

  private static String request(URI smallBodies) {
    return "{\"latestAsteroids\":{\"url\":\"" + smallBodies + "\"}," + SIDE_TABLES + "}";
  }

  private Functions functions(Map<String, String> settings, String execution, String request) {
    return new Functions(aws.assembly(settings), execution, request);
  }

  private Ended run(Functions functions) throws InterruptedException {
    try (SqsDelivery ignored =
        new SqsDelivery(aws.dataQueue.queue(), new WriteToDynamoHandler(aws.writeAssembly()))) {
      return functions.run();
    }
  }

  private List<CatalogueEntry> entries() {
    List<CatalogueEntry> entries = new ArrayList<>();
    try (CatalogueReader reader = aws.catalogue().read().orElseThrow()) {
      reader.forEach(entries::add);
    }
    return entries;
  }

  private List<CatalogueEntry> localSample() {
    return LocalCatalogue.of(
        folder,
        List.of(SAMPLE.resolve("small-bodies.json").toUri()),
        SAMPLE.resolve("delta-v.html").toUri(),
        SAMPLE.resolve("masses.txt").toUri());
  }

  private RunRecord lastRun() {
    return aws.ledger().history(1).get(0);
  }

  private RunRecord recordOf(Functions functions) {
    return aws.ledger().history(10).stream()
        .filter(run -> run.generation().equals(functions.generation()))
        .findFirst()
        .orElseThrow();
  }

  private static SbdbServer sample() throws IOException {
    return SbdbServer.ofAnswer(Files.readAllBytes(SAMPLE.resolve("small-bodies.json")));
  }

  @Test
  void sample_inPagesDeliveredThrice_isTheLocalCatalogueRowByRow() throws Exception {
    try (SbdbServer service = sample()) {
      Functions functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));

      Ended ended = run(functions);

      assertThat(ended.failure()).isNull();
      assertThat(entries()).isEqualTo(localSample());
      assertThat(functions.calls())
          .contains("PARSE_HORIZON 0", "PARSE_HORIZON 1", "PARSE_HORIZON 2", "PARSE_HORIZON 3");
    }
    assertThat(aws.catalogue().active()).contains(lastRun().generation());
    assertThat(lastRun().outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(lastRun().rows()).isEqualTo(123);
    assertThat(lastRun().sources()).hasSize(3 + 4);
    assertThat(lastRun().warnings())
        .hasSize(3)
        .anyMatch(note -> note.startsWith("delta-v agrees with the published list"))
        .anyMatch(note -> note.startsWith("1 body has the flag diameter"))
        .anyMatch(note -> note.startsWith("1 body has the flag masses"));
    assertThat(lastRun().version()).isEqualTo(BuildVersion.text());
    assertThat(aws.told()).containsExactly("Assay refresh succeeded: 123 bodies");
    assertThat(aws.batches().deadLetters(10)).isEmpty();
    assertThat(aws.lines.text()).doesNotContain("\"level\":\"ERROR\"");
  }

  @Test
  void weekAfterWeek_writesOnlyWhatChanged_andReadsAsAFullLoad() throws Exception {
    try (SbdbServer service = sample()) {
      run(functions(SMALL_PIECES, "weekly-1", request(service.address())));
    }
    // One body has another size, one another name, and one another designation.
    String changed =
        Files.readString(SAMPLE.resolve("small-bodies.json"))
            .replace("\"939.4\"", "\"940.1\"")
            .replace("\"Pallas\"", "\"Athene\"")
            .replace("[\"3\",\"     3 Juno (A804 RA)\"", "[\"2020 ZZ9\",\"(2020 ZZ9)\"");
    Path table = Files.writeString(folder.resolve("changed.json"), changed);
    List<CatalogueEntry> local =
        LocalCatalogue.of(
            folder.resolve("changed"),
            List.of(table.toUri()),
            SAMPLE.resolve("delta-v.html").toUri(),
            SAMPLE.resolve("masses.txt").toUri());

    try (SbdbServer service = SbdbServer.ofAnswer(changed.getBytes(UTF_8))) {
      Functions second = functions(SMALL_PIECES, "weekly-2", request(service.address()));
      assertThat(run(second).failure()).isNull();
      assertThat(entries()).isEqualTo(local).isNotEqualTo(localSample());
      assertThat(recordOf(second).rows()).isEqualTo(123);
      assertThat(recordOf(second).written()).isEqualTo(3);

      String inFull = request(service.address()).replaceFirst("\\{", "{\"full\":true,");
      Functions third = functions(SMALL_PIECES, "weekly-3", inFull);
      assertThat(run(third).failure()).isNull();
      assertThat(entries()).isEqualTo(local);
      assertThat(recordOf(third).written()).isEqualTo(123);
    }
    assertThat(aws.told())
        .containsExactly(
            "Assay refresh succeeded: 123 bodies",
            "Assay refresh succeeded: 123 bodies",
            "Assay refresh succeeded: 123 bodies");
    assertThat(aws.mails())
        .extracting(mail -> mail.lines().skip(2).findFirst().orElse(""))
        .containsExactly(
            "123 bodies loaded, 123 written, 0 rows rejected",
            "123 bodies loaded, 3 written, 0 rows rejected",
            "123 bodies loaded, 123 written, 0 rows rejected");
  }

  /**
   * Each metric is paid for, so only those are published that an alarm or the dashboard uses: the
   * same list is in TemplateTest of infra-cdk.
   */
  @Test
  void metrics_ofAWholeRun_areThoseThatAlarmsAndDashboardUse() throws Exception {
    try (SbdbServer service = sample()) {
      run(functions(SMALL_PIECES, "weekly-1", request(service.address())));
    }
    new CreateTableHandler(aws.assembly(SMALL_PIECES))
        .handleRequest(
            new ByteArrayInputStream("{\"action\":\"report\"}".getBytes(UTF_8)),
            OutputStream.nullOutputStream(),
            FakeContext.PATIENT);

    assertThat(aws.lines.metrics())
        .containsExactly(
            "ChunksOutstanding",
            "HoursSinceSuccess",
            "RowsAccepted PARSE_HORIZON",
            "RowsRejected PARSE_HORIZON",
            "RowsWritten WRITE_TO_DYNAMO");
  }

  @Test
  void sourceUnavailableForEver_isAnErrorInTheLog() throws Exception {
    Functions functions;
    try (SbdbServer service = sample()) {
      service.becomeUnavailable();
      functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));

      assertThat(run(functions).failure()).isNotNull();
    }

    assertThat(errors())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("run").asText()).isEqualTo(functions.generation().value());
              assertThat(line.get("step").asText()).isEqualTo("GET_LATEST_ASTEROIDS");
              assertThat(line.get("message").asText())
                  .startsWith("run failed: get latest asteroids: ")
                  .contains("503");
            });
  }

  @Test
  void partThatFails_isNamedInTheLog() throws Exception {
    Functions functions =
        functions(SMALL_PIECES, "weekly-1", request(URI.create("bundled:masses.txt")));

    assertThat(run(functions).failure()).isNotNull();

    assertThat(errors())
        .last()
        .satisfies(
            line -> {
              assertThat(line.get("step").asText()).isEqualTo("PARSE_HORIZON");
              assertThat(line.get("part").asInt(-1)).isZero();
            });
  }

  private List<JsonNode> errors() {
    return aws.lines.read().stream()
        .filter(line -> line.path("level").asText().equals("ERROR"))
        .toList();
  }

  @Test
  void stepThatLeftNoResult_makesTheRunFail_thoughItsBranchIsFinished() throws Exception {
    try (SbdbServer service = sample()) {
      Functions functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));
      functions.beforeAwait(
          () ->
              aws.objects(aws.bucket)
                  .delete("runs/" + functions.generation() + "/results/DOWNLOAD_DELTA_V.json"));

      assertThat(run(functions).failure()).isNotNull();
    }

    assertThat(lastRun().message())
        .isEqualTo(
            "verify: the step download delta v left no result; refresh again"
                + " (execution weekly-1)");
    assertThat(aws.catalogue().active()).isEmpty();
  }

  @Test
  void realBodies_inPagesDeliveredThrice_areTheLocalCatalogueRowByRow() throws Exception {
    Path bodies = REAL.resolve("sbdb/query-asteroids-2022-11.json");
    assumeThat(bodies).as("real data, not part of a clone").exists();
    URI masses = URI.create("s3://" + aws.bucket + "/given/masses.txt");
    byte[] measured = Files.readAllBytes(REAL.resolve("masses/masses.txt"));
    aws.objects(aws.bucket).put("given/masses.txt", Condition.ALWAYS, out -> out.write(measured));
    try (SbdbServer service = SbdbServer.ofAnswer(Files.readAllBytes(bodies))) {
      Functions functions =
          functions(
              Map.of("ASSAY_PAGE_ROWS", "1500", "ASSAY_BATCH_ROWS", "250"),
              "weekly-1",
              "{\"latestAsteroids\":{\"url\":\""
                  + service.address()
                  + "\"},\"benner\":{\"url\":null},\"exoplanets\":{\"url\":null},"
                  + "\"masses\":{\"url\":\""
                  + masses
                  + "\"}}");

      assertThat(run(functions).failure()).isNull();
    }
    assertThat(lastRun().rows()).isEqualTo(7099);
    assertThat(entries())
        .isEqualTo(
            LocalCatalogue.of(
                folder, List.of(bodies.toUri()), null, REAL.resolve("masses/masses.txt").toUri()));
  }

  @Test
  void poisonMessages_endOnTheDeadLetterQueueWithTheirReason_andHarmNothing() throws Exception {
    try (SbdbServer service = sample()) {
      Functions functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));
      send("neither JSON nor packed");

      assertThat(run(functions).failure()).isNull();
    }

    assertThat(entries()).isEqualTo(localSample());
    assertThat(aws.batches().deadLetters(10))
        .isNotEmpty()
        .allSatisfy(
            letter ->
                assertThat(letter.reason())
                    .startsWith("the message cannot be read: not a batch: ")
                    .doesNotContain("Source:"));
    assertThat(aws.lines.text())
        .contains("put on the dead-letter queue")
        .doesNotContain("neither JSON nor packed");
  }

  private void send(String body) {
    Emulators.sqs().sendMessage(r -> r.queueUrl(aws.dataQueue.queue()).messageBody(body));
  }

  @Test
  void batchThatNobodyAnnounced_makesTheRunFail_andTheOldCatalogueStays() throws Exception {
    try (SbdbServer service = sample()) {
      run(functions(SMALL_PIECES, "weekly-1", request(service.address())));
      GenerationId before = aws.catalogue().active().orElseThrow();
      List<CatalogueEntry> entries = entries();
      String inFull = request(service.address()).replaceFirst("\\{", "{\"full\":true,");
      Functions functions = functions(SMALL_PIECES, "weekly-2", inFull);
      functions.beforeAwait(
          () ->
              aws.batches()
                  .send(Entries.batch(functions.generation(), 77, Entries.anEntry().row(0, 1))));

      Ended ended = run(functions);

      assertThat(ended.failure()).isNotNull();
      assertThat(aws.catalogue().active()).contains(before);
      assertThat(entries()).isEqualTo(entries);
    }
    assertThat(lastRun().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(aws.batches().deadLetters(10))
        .singleElement()
        .extracting(DeadLetter::reason)
        .asString()
        .contains("chunk 77");
  }

  @Test
  void completionLost_theLedgerEndsTheRun() throws Exception {
    try (SbdbServer service = sample()) {
      Functions functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));
      functions.beforeAwait(
          () ->
              aws.completions()
                  .receive(10, Duration.ofSeconds(1))
                  .forEach(aws.completions()::acknowledge));

      assertThat(run(functions).failure()).isNull();
      assertThat(lastRun().rows()).isEqualTo(123);
    }
  }

  @Test
  void completionsDoubledAndOfOtherRuns_endNothingEarly() throws Exception {
    try (SbdbServer service = sample()) {
      Functions functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));
      functions.beforeAwait(
          () -> {
            aws.completions().send(new ParseCompleted(functions.generation(), 1, 1));
            aws.completions().send(new ParseCompleted(functions.generation(), 19, 123));
            aws.completions().send(new ParseCompleted(new GenerationId("another-run"), 1, 1));
          });

      assertThat(run(functions).failure()).isNull();
      assertThat(entries()).isEqualTo(localSample());
    }
  }

  @Test
  void nobodyWrites_theRunFailsInTheEnd_andSaysWhatToDo() throws Exception {
    try (SbdbServer service = sample()) {
      Functions functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));

      Ended ended = functions.run();

      assertThat(ended.failure()).isNotNull();
      assertThat(lastRun().message())
          .startsWith("await writes: only 0 of 19 batches were written and no more arrive")
          .endsWith("(execution weekly-1)");
    }
    assertThat(aws.told()).containsExactly("Assay refresh failed: await writes");
    assertThat(aws.catalogue().active()).isEmpty();
    assertThat(aws.catalogue().generations()).isEmpty();
  }

  @Test
  void batchesOfARunThatHasEnded_areLetGo() throws Exception {
    try (SbdbServer service = sample()) {
      functions(SMALL_PIECES, "weekly-1", request(service.address())).run();

      assertThat(run(functions(SMALL_PIECES, "weekly-2", request(service.address()))).failure())
          .isNull();
    }
    assertThat(aws.batches().deadLetters(10)).isEmpty();
    assertThat(aws.lines.text()).contains("let go, its run has ended");
    assertThat(entries()).isEqualTo(localSample());
  }

  /** A call that has time when it begins, and none as soon as it asks again. */
  private static FakeContext hurried() {
    AtomicInteger asked = new AtomicInteger();
    return new FakeContext(() -> asked.getAndIncrement() == 0 ? 60_000 : 1);
  }

  @Test
  void callsWithLittleTime_goOnWhereTheOneBeforeStopped() throws Exception {
    try (SbdbServer service = sample()) {
      Functions functions = functions(SMALL_PIECES, "weekly-1", request(service.address()));
      functions.callsHave(WholeRefreshTest::hurried);

      Ended ended = run(functions);

      assertThat(ended.failure()).isNull();
      assertThat(functions.calls()).filteredOn("GET_LATEST_ASTEROIDS"::equals).hasSize(3);
      assertThat(service.queries()).hasSize(4);
    }
    assertThat(entries()).isEqualTo(localSample());
  }

  @Test
  void pageThatIsCutShortOnce_isFetchedAgain() throws Exception {
    try (SbdbServer service = sample()) {
      service.cutShort(3);

      assertThat(run(functions(SMALL_PIECES, "weekly-1", request(service.address()))).failure())
          .isNull();
      assertThat(service.queries()).hasSize(5);
    }
    assertThat(entries()).isEqualTo(localSample());
  }

  @Test
  void sourceThatIsNone_failsAtOnce_andSaysWhichAndWhy() throws Exception {
    Functions functions =
        functions(SMALL_PIECES, "weekly-1", request(URI.create("bundled:nothing.json")));

    assertThat(run(functions).failure()).isNotNull();

    assertThat(lastRun().message())
        .isEqualTo(
            "get latest asteroids: nothing called 'nothing.json' comes with Assay"
                + " (execution weekly-1)");
    assertThat(aws.told()).containsExactly("Assay refresh failed: get latest asteroids");
  }

  @Test
  void requestThatCannotBeRead_isToldToo() throws Exception {
    Functions functions = functions(SMALL_PIECES, "weekly-1", "{\"model\":\"gold\"}");

    assertThat(run(functions).failure()).isNotNull();

    assertThat(lastRun().message())
        .isEqualTo("create table: model 'gold' is none of assay, asterank (execution weekly-1)");
  }

  @Test
  void copiesOfOutputs_areKeptWhereTheRequestSays() throws Exception {
    Functions functions =
        functions(
            Map.of(),
            "weekly-1",
            "{\"latestAsteroids\":{\"url\":\"bundled:small-bodies.json\"},"
                + "\"benner\":{\"url\":\"bundled:delta-v.html\",\"filename\":\"delta.json\"},"
                + "\"exoplanets\":{\"url\":null},\"masses\":{\"filename\":\"kept/massd.json\"}}");

    assertThat(run(functions).failure()).isNull();

    assertThat(aws.objects(aws.bucket).stat("copies/delta.json")).isPresent();
    try (InputStream in = aws.objects(aws.bucket).open("copies/kept/massd.json").orElseThrow()) {
      assertThat(new String(in.readAllBytes(), UTF_8)).startsWith("[{\"designation\":");
    }
    assertThat(lastRun().rows()).isEqualTo(123);
  }
}
