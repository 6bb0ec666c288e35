package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger.ChunkCounts;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parsing of small bodies part by part, as many workers at once do it. */
class ParsePartsTest {

  private static final URI FIRST = Tables.file("first");
  private static final URI SECOND = Tables.file("second");
  private static final URI THIRD = Tables.file("third");

  private final World world = new World();
  private final TestRequest request = aRequest().table(FIRST, SECOND, THIRD);
  private final RefreshRun run = request.run();

  ParsePartsTest() {
    world.upstream.publish(FIRST, Tables.page(24, rows(1, 9)));
    world.upstream.publish(SECOND, Tables.page(24, rows(10, 18)));
    world.upstream.publish(THIRD, Tables.page(24, rows(19, 24)));
  }

  private static String[] rows(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> Tables.row(Integer.toString(number), "15.5"))
        .toArray(String[]::new);
  }

  private void parse(int part) {
    world.step(StepName.PARSE_HORIZON, run.forPart(part));
  }

  private StepResult complete() {
    return world.step(StepName.COMPLETE_PARSING, run);
  }

  private static Map<Integer, List<CatalogueRow>> byChunk(List<BodyBatch> batches) {
    return batches.stream()
        .collect(Collectors.toMap(BodyBatch::chunk, BodyBatch::rows, (first, second) -> first));
  }

  @Test
  void parts_inAnyOrder_giveTheSameChunks() {
    world.gather(run);
    List.of(0, 1, 2).forEach(this::parse);
    Map<Integer, List<CatalogueRow>> inOrder = byChunk(world.takeBatches());

    world.gather(run);
    List.of(2, 0, 1).forEach(this::parse);

    assertThat(byChunk(world.takeBatches())).isEqualTo(inOrder).hasSize(8);
  }

  @Test
  void part_parsedAgain_sendsTheSameChunksAgain() {
    world.gather(run);
    List.of(0, 1, 2).forEach(this::parse);
    ChunkCounts once = world.ledger.chunks(run.generation());

    List.of(1, 1, 0).forEach(this::parse);

    assertThat(world.ledger.chunks(run.generation())).isEqualTo(once);
    assertThat(complete().rows()).isEqualTo(24);
    Map<Integer, List<List<CatalogueRow>>> sent =
        world.takeBatches().stream()
            .collect(
                Collectors.groupingBy(
                    BodyBatch::chunk, Collectors.mapping(BodyBatch::rows, Collectors.toList())));
    assertThat(sent.values()).allSatisfy(rows -> assertThat(Set.copyOf(rows)).hasSize(1));
  }

  @Test
  void part_brokenOffAnywhere_isMendedByParsingItAgain() {
    world.gather(run);
    for (int call = 1; call < 30; call++) {
      world.faults.failAt(call, Faults.Kind.ANSWER_LOST);
      try {
        parse(call % 3);
      } catch (PortException lost) {
        assertThat(lost).hasMessageEndingWith("failed for the test");
      }
      world.faults.end();
    }
    List.of(0, 1, 2).forEach(this::parse);

    assertThat(world.load(request, complete()).rows()).isEqualTo(24);
  }

  @Test
  void part_parsedAgainWithOtherBatches_isRefused() {
    world.gather(run);
    List.of(0, 1, 2).forEach(this::parse);
    ParseHorizon divided = parsing(new ParseSettings(5, 1), TimeLimit.NONE);

    assertThatThrownBy(() -> divided.run(run.forPart(1)))
        .isInstanceOfSatisfying(
            PortException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(PortException.Kind.PERMANENT));
  }

  @Test
  void part_thatTakesTooLong_saysWhatToDo() {
    world.upstream.publish(FIRST, Tables.csv(rows(1, 20_000)));
    RefreshRun large = aRequest().table(FIRST).run();
    world.gather(large);

    assertThatThrownBy(() -> parsing(new ParseSettings(2048, 1), () -> false).run(large))
        .hasMessage(
            "/tables/first takes longer to parse than one call may; give it more time, or divide"
                + " the table into pages");
  }

  private ParseHorizon parsing(ParseSettings settings, TimeLimit limit) {
    return new ParseHorizon(
        world.upstream,
        world.store,
        World.MODEL,
        world.batches,
        world.ledger,
        settings,
        Progress.SILENT,
        limit);
  }

  @Test
  void part_thatDoesNotExist_isRefused() {
    world.gather(run);

    assertThatThrownBy(() -> parse(3)).hasMessage("there is no part 3 of the small-body tables: 3");
  }

  @Test
  void complete_partNotParsed_isRefused() {
    world.gather(run);
    List.of(0, 2).forEach(this::parse);

    assertThatThrownBy(this::complete).hasMessage("/tables/second was not parsed; refresh again");
    assertThat(world.completions.receive(10, Duration.ZERO)).isEmpty();
  }

  @Test
  void complete_batchesOfAnotherAttempt_areNoticed() {
    world.gather(run);
    List.of(0, 1, 2).forEach(this::parse);
    world.ledger.expect(run.generation(), 77, 4);

    assertThatThrownBy(this::complete)
        .hasMessage("the batches sent hold 28 rows, but 24 were to be sent; start the run anew");
  }

  @Test
  void complete_again_sendsTheMessageAgainWhichIsHarmless() {
    world.gather(run);
    List.of(0, 1, 2).forEach(this::parse);

    complete();
    StepResult second = complete();

    assertThat(world.completions.receive(10, Duration.ZERO))
        .extracting(Delivery::message)
        .containsExactly(
            new ParseCompleted(run.generation(), 8, 24),
            new ParseCompleted(run.generation(), 8, 24));
    assertThat(world.load(request, second).rows()).isEqualTo(24);
  }

  @Test
  void parts_deliveredThreeTimesInAnyOrder_areLoadedOnce() {
    world.gather(run);
    List.of(2, 1, 0).forEach(this::parse);
    StepResult parsed = complete();
    List<BodyBatch> batches = world.takeBatches();
    List<BodyBatch> thrice =
        Stream.of(batches, batches, batches).flatMap(List::stream).collect(Collectors.toList());
    Collections.shuffle(thrice, new Random(7));
    WriteBatch writer = new WriteBatch(world.catalogue, world.ledger);
    thrice.forEach(writer::write);

    assertThat(world.load(request, parsed).rows()).isEqualTo(24);
  }

  @Test
  void numbers_ofTwoParts_areNeverTheSame() {
    ChunkNumbers first = new ChunkNumbers(0, "first");
    ChunkNumbers second = new ChunkNumbers(1, "second");
    int last = 0;
    for (int chunk = 0; chunk < ChunkNumbers.CHUNKS_OF_A_PART; chunk++) {
      last = first.next();
    }

    assertThat(second.next()).isEqualTo(last + 1);
    assertThatThrownBy(first::next)
        .hasMessage("first has more than 32768 batches; divide it into several tables");
  }

  @Test
  void numbers_ofTheLastPart_arePositive() {
    assertThat(new ChunkNumbers(ChunkNumbers.MOST_PARTS - 1, "last").next()).isPositive();
    assertThatThrownBy(() -> new ChunkNumbers(ChunkNumbers.MOST_PARTS, "one more"))
        .hasMessage("one more is part 65536, but at most 65536 can be loaded at once");
  }
}
