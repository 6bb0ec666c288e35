package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.SourceReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The catalogue depends on the tables alone, not on how the work is divided or delivered. */
class ParseHorizonPropertyTest {

  private static final URI WHOLE = Tables.file("whole");

  /** A catalogue as a file, and the rows of its tables by what became of them. */
  private record Loaded(String csv, long read, long accepted, long rejected, long superseded) {

    static Loaded of(World world, StepResult verified) {
      SourceReport sum =
          verified.sources().stream().reduce(SourceReport.empty("all"), SourceReport::plus);
      return new Loaded(world.csv(), sum.read(), sum.accepted(), sum.rejected(), sum.superseded());
    }
  }

  /** Rows of which some are of the same body, some lack an orbit, and some a magnitude. */
  @Provide
  Arbitrary<List<String>> tables() {
    Arbitrary<String> rows =
        Combinators.combine(
                Arbitraries.integers().between(1, 40),
                Arbitraries.of("2.5", "1.3", "5.2", "x", "39.4"),
                Arbitraries.of(".1", ".35", "0"),
                Arbitraries.of("15.5", "20", "", "NaN", "3.3"))
            .as((number, a, e, h) -> number + "," + a + "," + e + ",5," + h);
    return rows.list().ofMinSize(1).ofMaxSize(60).map(ParseHorizonPropertyTest::withOneGoodRow);
  }

  private static List<String> withOneGoodRow(List<String> rows) {
    List<String> all = new ArrayList<>(rows);
    all.add(Tables.row("2001 AB1", "18"));
    return all;
  }

  @Property(tries = 100)
  void catalogue_howeverTheWorkIsDivided_isTheSame(
      @ForAll("tables") List<String> rows,
      @ForAll("batchRows") int batchRows,
      @ForAll @IntRange(min = 1, max = 4) int workers,
      @ForAll @IntRange(min = 1, max = 60) int pageRows,
      @ForAll Random random) {
    Loaded plain = load(new ParseSettings(2048, 1), List.of(rows), null);

    Loaded divided = load(new ParseSettings(batchRows, workers), pages(rows, pageRows), random);

    assertThat(divided).isEqualTo(plain);
    assertThat(plain.read()).isEqualTo(rows.size());
    assertThat(plain.accepted() + plain.superseded() + plain.rejected()).isEqualTo(plain.read());
  }

  @Provide
  Arbitrary<Integer> batchRows() {
    return Arbitraries.of(1, 7, 2048);
  }

  private static List<List<String>> pages(List<String> rows, int pageRows) {
    return IntStream.rangeClosed(0, (rows.size() - 1) / pageRows)
        .mapToObj(
            page -> rows.subList(page * pageRows, Math.min(rows.size(), (page + 1) * pageRows)))
        .toList();
  }

  private static Loaded load(
      ParseSettings settings, List<List<String>> pages, @Nullable Random shuffled) {
    World world = new World(settings);
    int count = pages.stream().mapToInt(List::size).sum();
    URI[] parts = new URI[pages.size()];
    for (int page = 0; page < parts.length; page++) {
      String content = Tables.page(count, pages.get(page).toArray(String[]::new));
      parts[page] = world.upstream.publish(URI.create(WHOLE + "-" + page), content);
    }
    TestRequest request = aRequest().table(parts);
    StepResult parsed = world.parse(request);
    if (shuffled != null) {
      deliverAnyhow(world, shuffled);
    }
    return Loaded.of(world, world.load(request, parsed));
  }

  /** Out of order, and some of it twice. */
  private static void deliverAnyhow(World world, Random random) {
    List<BodyBatch> batches = new ArrayList<>(world.takeBatches());
    batches.addAll(batches.subList(0, random.nextInt(batches.size() + 1)));
    Collections.shuffle(batches, random);
    WriteBatch writer = new WriteBatch(world.catalogue, world.ledger);
    batches.forEach(writer::write);
  }
}
