package dev.assay.application.report;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.ceres;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.report.Sample.Point;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.Entries;
import dev.assay.ports.PortException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is counted, sampled and compared. */
class FindingsTest {

  /** A generation as a test draws it: number of the body, and its value. */
  private static Entries[] bodies(Map<Integer, Integer> values) {
    return values.entrySet().stream()
        .map(body -> anEntry().withDesignation("" + body.getKey()).withValue(1e9 * body.getValue()))
        .toArray(Entries[]::new);
  }

  @Property(tries = 100)
  void compare_anyTwoGenerations_findsWhatSetsFind(
      @ForAll @Size(max = 40)
          Map<@IntRange(min = 1, max = 50) Integer, @IntRange(min = 1, max = 3) Integer> before,
      @ForAll @Size(max = 40)
          Map<@IntRange(min = 1, max = 50) Integer, @IntRange(min = 1, max = 3) Integer> now) {
    Changes changes =
        Objects.requireNonNull(
            new ReportFixture()
                .publish("g-1", bodies(before))
                .publish("g-2", bodies(now))
                .findings()
                .changes());

    Set<Integer> both = new HashSet<>(before.keySet());
    both.retainAll(now.keySet());
    long same = both.stream().filter(n -> Objects.equals(before.get(n), now.get(n))).count();
    assertThat(changes.addedCount()).isEqualTo(now.size() - both.size());
    assertThat(changes.removedCount()).isEqualTo(before.size() - both.size());
    assertThat(changes.sameCount()).isEqualTo(same);
    assertThat(changes.changedCount()).isEqualTo(both.size() - same);
    assertThat(changes.columns.of("value_usd")).isEqualTo(both.size() - same);
  }

  @Test
  void moves_largest_areByFactorUpOrDown() {
    Changes changes = new Changes();
    for (int i = 1; i <= 100; i++) {
      Entries body = anEntry().withDesignation("" + i);
      double factor = i % 2 == 0 ? i : 1.0 / i;
      changes.both(body.withValue(1e9).entry(), body.withValue(1e9 * factor).entry());
    }

    assertThat(changes.moves())
        .hasSize(Changes.NAMED)
        .extracting(move -> move.after().designation())
        .startsWith("100", "99", "98");
  }

  @Test
  void moves_valueUnknownOrZero_areNone() {
    Changes changes = new Changes();
    changes.both(ceres().withValue(null).entry(), ceres().withValue(1.0).entry());
    changes.both(ceres().withValue(1.0).entry(), ceres().withValue(0.0).entry());

    assertThat(changes.changedCount()).isEqualTo(2);
    assertThat(changes.moves()).isEmpty();
  }

  @Test
  void gather_previousCannotBeRead_countsAndSaysWhy() {
    ReportFixture fixture = new ReportFixture().publish("g-1", ceres()).publish("g-2", ceres());

    Findings findings =
        Findings.gather(fixture.active(), failing(Objects.requireNonNull(fixture.previous()), 0));

    assertThat(findings.tally().bodies()).isEqualTo(1);
    assertThat(findings.changes()).isNull();
    assertThat(findings.noChanges()).contains("cannot be compared: no column flags");
  }

  @Test
  void gather_previousFailsHalfWay_countsNoBodyTwice() {
    Entries[] many =
        IntStream.rangeClosed(1, 600)
            .mapToObj(n -> anEntry().withDesignation("" + n))
            .toArray(Entries[]::new);
    ReportFixture fixture = new ReportFixture().publish("g-1", many).publish("g-2", many);

    Findings findings =
        Findings.gather(fixture.active(), failing(Objects.requireNonNull(fixture.previous()), 300));

    assertThat(findings.tally().bodies()).isEqualTo(600);
    assertThat(findings.changes()).isNull();
  }

  @Test
  void gather_activeCannotBeRead_fails() {
    ReportFixture fixture = new ReportFixture().publish("g-1", ceres()).publish("g-2", ceres());

    assertThatThrownBy(() -> Findings.gather(failing(fixture.active(), 0), fixture.previous()))
        .isInstanceOf(PortException.class)
        .hasMessage("no column flags");
  }

  /** A reader that fails after some bodies. */
  private static CatalogueReader failing(CatalogueReader real, int after) {
    return (CatalogueReader)
        Proxy.newProxyInstance(
            CatalogueReader.class.getClassLoader(),
            new Class<?>[] {CatalogueReader.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("forEach")) {
                @SuppressWarnings("unchecked") // what the port says
                Consumer<CatalogueEntry> consumer = (Consumer<CatalogueEntry>) arguments[0];
                List<CatalogueEntry> some = new ArrayList<>();
                real.forEach(some::add);
                some.stream().limit(after).forEach(consumer);
                throw PortException.permanent("no column flags");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void sample_many_isBoundedAndTheSameInAnyOrder() {
    List<CatalogueEntry> bodies =
        IntStream.range(0, 10_000)
            .mapToObj(n -> anEntry().withDesignation("" + n).withNeo(n % 10 == 0).entry())
            .collect(Collectors.toList());
    Sample inOrder = new Sample();
    bodies.forEach(inOrder::add);
    Collections.shuffle(bodies, new Random(1));
    Sample shuffled = new Sample();
    bodies.forEach(shuffled::add);

    assertThat(inOrder.near()).hasSize(Sample.EACH).isEqualTo(shuffled.near());
    assertThat(inOrder.others()).hasSize(Sample.EACH).isEqualTo(shuffled.others());
    assertThat(share(inOrder.others())).isBetween(0.45, 0.55);
  }

  /** How many of the sample come from the first half: it must not prefer low numbers. */
  private static double share(List<Point> points) {
    return points.stream().filter(p -> Integer.parseInt(p.designation()) < 5_000).count()
        / (double) points.size();
  }

  @Test
  void sample_withoutPositiveValueOrAccessibility_isLeftOut() {
    Sample sample = new Sample();
    sample.add(ceres().withValue(0.0).entry());
    sample.add(ceres().withValue(null).entry());
    sample.add(ceres().with("accessibility", null).entry());

    assertThat(sample.others()).isEmpty();
  }

  @Test
  void stream_closedEarly_endsItsThread() {
    Entries[] many =
        IntStream.rangeClosed(1, 5_000)
            .mapToObj(n -> anEntry().withDesignation("" + n))
            .toArray(Entries[]::new);
    CatalogueReader reader = new ReportFixture().publish("g-1", many).active();

    try (EntryStream stream = new EntryStream(reader)) {
      assertThat(Objects.requireNonNull(stream.next()).designation()).isEqualTo("1");
    }

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("catalogue-reader");
  }
}
