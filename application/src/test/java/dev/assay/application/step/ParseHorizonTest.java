package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.workflow.StepName;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.value.Valuation;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RowProblem.Consequence;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.SourceReport;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParseHorizonTest {

  private static final GenerationId RUN = aRequest().build().generation();
  private static final URI FIRST = Tables.file("first");
  private static final URI SECOND = Tables.file("second");
  private static final URI REMOTE = URI.create("https://example.org/bodies");

  private final World world = new World();

  private static String[] rows(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> Tables.row(Integer.toString(number), "15.5"))
        .toArray(String[]::new);
  }

  private List<ParseCompleted> completions() {
    return world.completions.receive(10, Duration.ZERO).stream().map(Delivery::message).toList();
  }

  @Test
  void run_tables_areSentInBatchesNotedInTheLedger() {
    world.upstream.publish(FIRST, Tables.csv(rows(1, 9)));

    StepResult result = world.parse(aRequest().table(FIRST));

    List<BodyBatch> batches = world.takeBatches();
    assertThat(batches).extracting(BodyBatch::chunk).containsExactly(0, 1, 2);
    assertThat(batches).extracting(batch -> batch.rows().size()).containsExactly(4, 4, 1);
    assertThat(batches).extracting(BodyBatch::generation).containsOnly(RUN);
    assertThat(world.ledger.chunks(RUN)).isEqualTo(new ChunkCounts(3, 9, 0, 0));
    assertThat(result.rows()).isEqualTo(9);
  }

  @Test
  void run_everyBatch_isNotedBeforeItIsSent() {
    world.upstream.publish(FIRST, Tables.csv(rows(1, 9)));
    RefreshRun run = aRequest().table(FIRST).run();
    world.gather(run);
    List<String> calls = new ArrayList<>();

    new ParseHorizon(
            world.upstream,
            world.store,
            World.MODEL,
            Tap.before(BatchQueue.class, world.batches, calls::add),
            Tap.before(RunLedger.class, world.ledger, calls::add),
            new ParseSettings(5, 1),
            Progress.SILENT,
            TimeLimit.NONE)
        .run(run);

    assertThat(calls).containsExactly("expect", "send", "expect", "send");
  }

  @Test
  void run_end_isToldOnceOnTheSecondQueue() {
    world.upstream.publish(FIRST, Tables.csv(rows(1, 9)));

    world.parse(aRequest().table(FIRST));

    assertThat(completions()).containsExactly(new ParseCompleted(RUN, 3, 9));
  }

  @Test
  void run_rows_areReadAcceptedOrRejectedPerFile() {
    world.upstream.publish(FIRST, Tables.csv("1,2.5,.1,5,15", "2,x,.1,5,15", "3,2.5,.1,5,15"));
    world.upstream.publish(SECOND, Tables.csv(",2.5,.1,5,15", "4,2.5,.1,5,15"));

    StepResult result = world.parse(aRequest().table(FIRST).table(SECOND));

    assertThat(result.sources())
        .extracting(
            SourceReport::source,
            SourceReport::read,
            SourceReport::accepted,
            SourceReport::rejected)
        .containsExactly(tuple("/tables/first", 3L, 2L, 1L), tuple("/tables/second", 2L, 1L, 1L));
    assertThat(result.rows()).isEqualTo(3);
  }

  @Test
  void run_fieldThatCannotBeUsed_isIgnoredAndTheBodyKept() {
    world.upstream.publish(FIRST, Tables.csv("1,2.5,.1,5,NaN", "2,2.5,.1,5,99"));
    TestRequest request = aRequest().table(FIRST);

    StepResult parsed = world.parse(request);
    world.load(request, parsed);

    assertThat(parsed.sources().get(0).fieldsIgnored()).isEqualTo(2);
    assertThat(parsed.sources().get(0).problems())
        .hasSize(2)
        .allSatisfy(p -> assertThat(p.consequence()).isEqualTo(Consequence.FIELD_IGNORED));
    assertThat(world.entries()).hasSize(2).allSatisfy(entry -> assertThat(entry.hMag()).isNull());
  }

  @Test
  void run_bodyInTwoTables_theLaterTableWins() {
    world.upstream.publish(FIRST, Tables.csv("1,2.5,.1,5,15", "2,2.5,.1,5,15"));
    world.upstream.publish(SECOND, Tables.csv("2,2.5,.1,5,16", "3,2.5,.1,5,16"));
    TestRequest request = aRequest().table(FIRST).table(SECOND);

    StepResult verified = world.load(request, world.parse(request));

    assertThat(world.entry("2").hMag()).isEqualTo(16);
    assertThat(verified.sources()).extracting(SourceReport::superseded).containsExactly(1L, 0L);
    assertThat(verified.sources()).extracting(SourceReport::accepted).containsExactly(1L, 2L);
    assertThat(verified.rows()).isEqualTo(3);
  }

  @Test
  void run_bodyTwiceInOneTable_theLaterRowWins() {
    world.upstream.publish(FIRST, Tables.csv("1,2.5,.1,5,15", "1,2.5,.1,5,16", "1,2.5,.1,5,14"));
    TestRequest request = aRequest().table(FIRST);

    StepResult verified = world.load(request, world.parse(request));

    assertThat(world.entry("1").hMag()).isEqualTo(14);
    assertThat(verified.sources().get(0).superseded()).isEqualTo(2);
  }

  @Test
  void run_oneRowLessThanTheCount_isRefused() {
    world.upstream.publish(FIRST, Tables.page(1000, rows(1, 999)));

    assertThatThrownBy(() -> world.parse(aRequest().table(FIRST)))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("says that 1000 bodies match its query, but holds 999");
    assertThat(completions()).isEmpty();
  }

  @Test
  void run_pagesThatMakeTheCount_areOneTable() {
    world.upstream.publish(FIRST, Tables.page(9, rows(1, 5)));
    world.upstream.publish(SECOND, Tables.page(9, rows(6, 9)));

    assertThat(world.parse(aRequest().table(FIRST, SECOND)).rows()).isEqualTo(9);
  }

  @Test
  void run_pagesAsTablesOfTheirOwn_areRefused() {
    world.upstream.publish(FIRST, Tables.page(9, rows(1, 5)));
    world.upstream.publish(SECOND, Tables.page(9, rows(6, 9)));

    assertThatThrownBy(() -> world.parse(aRequest().table(FIRST).table(SECOND)))
        .hasMessageContaining("/tables/first: says that 9 bodies match its query, but holds 5");
  }

  @Test
  void run_pagesOfTwoDownloads_areRefused() {
    world.upstream.publish(FIRST, Tables.page(9, rows(1, 5)));
    world.upstream.publish(SECOND, Tables.page(10, rows(6, 10)));

    assertThatThrownBy(() -> world.parse(aRequest().table(FIRST, SECOND)))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("/tables/second: belongs to another download than /tables/first");
  }

  @Test
  void run_noUsableRow_isRefusedWithTheFirstReason() {
    world.upstream.publish(FIRST, Tables.csv("1,x,.1,5,15", ",2.5,.1,5,15"));

    assertThatThrownBy(() -> world.parse(aRequest().table(FIRST)))
        .isInstanceOf(PortException.class)
        .hasMessageContaining(
            "no row of the small-body tables could be used; /tables/first, row 1: ");
    assertThat(completions()).isEmpty();
  }

  @Test
  void run_noBodyAtAll_isRefused() {
    world.upstream.answer(FakeSbdb.QUERY, FakeSbdb.withBodies(0));

    assertThatThrownBy(() -> world.parse(aRequest()))
        .hasMessage("no row of the small-body tables could be used");
  }

  @Test
  void run_readerFails_stopsWithItsTrouble() {
    byte[] table = Tables.csv(rows(1, 500)).getBytes(StandardCharsets.UTF_8);
    URI broken =
        world.upstream.answer(
            FIRST, (source, held) -> new Content(new BreakingStream(table), Validators.NONE));

    assertThatThrownBy(() -> world.parse(aRequest().table(broken)))
        .isInstanceOf(PortException.class)
        .hasMessage("connection reset");
    assertThat(completions()).isEmpty();
  }

  /** Breaks where others end. */
  private static final class BreakingStream extends FilterInputStream {
    BreakingStream(byte[] beginning) {
      super(new ByteArrayInputStream(beginning));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count < 0) {
        throw PortException.temporary("connection reset");
      }
      return count;
    }
  }

  @Test
  void run_modelFails_stopsWithItsTrouble() {
    world.upstream.publish(FIRST, Tables.csv(rows(1, 500)));
    world.gather(aRequest().table(FIRST).run());
    ParseHorizon failing =
        new ParseHorizon(
            world.upstream,
            world.store,
            new FailingModel(),
            world.batches,
            world.ledger,
            new ParseSettings(2, 4),
            Progress.SILENT,
            TimeLimit.NONE);

    assertThatThrownBy(() -> failing.run(aRequest().run()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a batch could not be valued")
        .hasRootCauseMessage("no such class");
  }

  private static final class FailingModel implements ValuationModel {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Valuation value(SmallBody body, @Nullable CombinedMass literatureMass) {
      throw new IllegalArgumentException("no such class");
    }
  }

  @Test
  void run_badRemoteCopy_isForgotten() {
    world.upstream.publish(
        REMOTE, "{\"fields\":[\"pdes\",\"a\",\"e\",\"i\"],\"data\":[[1", "\"1\"");
    TestRequest request = aRequest().table(REMOTE);
    assertThatThrownBy(() -> world.parse(request)).isInstanceOf(BadSourceException.class);

    world.upstream.publish(REMOTE, Tables.page(9, rows(1, 9)), "\"1\"");

    assertThat(world.parse(request).rows()).isEqualTo(9);
  }

  @Test
  void run_copyGoneMeanwhile_saysWhatToDo() {
    world.upstream.answer(FakeSbdb.QUERY, FakeSbdb.withBodies(9));
    RefreshRun run = aRequest().run();
    world.step(StepName.GET_LATEST_ASTEROIDS, run);
    world.store.list("small-bodies/").forEach(page -> world.store.delete(page.key()));

    assertThatThrownBy(() -> world.step(StepName.PARSE_HORIZON, run))
        .hasMessageMatching("small-bodies/.*/page-00000.json is gone; refresh again");
  }

  @Test
  void run_withoutItsInput_saysWhatToDo() {
    assertThatThrownBy(() -> world.step(StepName.PARSE_HORIZON, aRequest().run()))
        .hasMessage("the list of small-body tables is missing; refresh again");
  }

  @Test
  void run_deltaVList_isHeldAgainstWhatIsComputed() {
    URI list = world.upstream.publish(SECOND, Sample.text("delta-v.html"));
    world.upstream.publish(FIRST, Tables.csv("433,1.458,.223,10.83,10.3", "65803,2.644,.6,30,18"));

    assertThat(world.parse(aRequest().table(FIRST).deltaV(list)).warnings())
        .containsExactly(
            "delta-v agrees with the published list within 0.05 km/s for 1 of 2 bodies");
  }

  @Test
  void run_noBodyOfTheDeltaVList_saysNothing() {
    URI list = world.upstream.publish(SECOND, Sample.text("delta-v.html"));
    world.upstream.publish(FIRST, Tables.csv(rows(1, 3)));

    assertThat(world.parse(aRequest().table(FIRST).deltaV(list)).warnings()).isEmpty();
  }
}
