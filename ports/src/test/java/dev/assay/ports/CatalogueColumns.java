package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.anUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Part of {@link CatalogueContract}: every column comes back as it went in. */
abstract class CatalogueColumns extends CatalogueSuite {

  private static final List<Double> REALS =
      List.of(
          0.0,
          1.0,
          -1.0,
          0.1,
          0.1 + 0.2,
          1.0 / 3,
          123_456_789.125,
          Math.PI * 1e20,
          4.89e-9,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Math.nextUp(1.0),
          9_007_199_254_740_991.0);

  private static final List<Long> INTEGERS =
      List.of(0L, 1L, -1L, 3L, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);

  private static final List<String> TEXTS =
      List.of(
          "x",
          "Čapek",
          "\u02bbOumuamua",
          "Iılİ",
          "小惑星",
          "\uD83D\uDE80",
          "e\u0301",
          "O'Steen",
          "\"quoted\"",
          "a|b,c;d\te",
          "back\\slash",
          "'); DROP TABLE bodies; --",
          "null",
          "NULL",
          "NaN",
          "1e5",
          "007",
          "100 %",
          "_",
          "${x} {0} %s");

  static Stream<CatalogueColumn> columns() {
    return CatalogueColumn.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void put_anyValueInAColumn_comesBackExactly(CatalogueColumn column) {
    List<CatalogueEntry> sent = new ArrayList<>();
    for (Object value : values(column)) {
      // The designation keeps the entries apart, and in the order in which they are read.
      Entries entry = anEntry().withDesignation(Integer.toString(1_000 + sent.size()));
      sent.add(entry.with(column.name(), value).entry());
    }

    publish(sent.stream().map(Entries::of).toArray(Entries[]::new));

    if (column.name().equals("designation")) {
      assertThat(everything()).containsExactlyInAnyOrderElementsOf(sent);
    } else {
      assertThat(everything()).containsExactlyElementsOf(sent);
    }
  }

  private static List<@Nullable Object> values(CatalogueColumn column) {
    List<@Nullable Object> values =
        new ArrayList<>(
            switch (column.type()) {
              case TEXT -> TEXTS;
              case REAL -> REALS;
              case INTEGER -> INTEGERS;
              case FLAG -> List.of(true, false);
            });
    if (Entries.isOptional(column)) {
      values.add(null);
    }
    return values;
  }

  @Test
  void put_everythingKnown_comesBackThroughEveryCall() {
    CatalogueEntry entry = anEntry().withName("Čapek").entry();
    publish(Entries.of(entry));

    assertComesBack(entry);
    assertThat(top(Rankings.by(TopQuery.Ranking.VALUE, 10))).containsExactly(entry);
  }

  @Test
  void put_hardlyAnythingKnown_comesBackThroughEveryCall() {
    CatalogueEntry entry = anUnknown().entry();
    publish(Entries.of(entry));

    assertComesBack(entry);
  }

  private void assertComesBack(CatalogueEntry entry) {
    assertThat(everything()).containsExactly(entry);
    assertThat(get(entry.designation())).contains(entry);
    assertThat(find(entry.designation(), 10)).containsExactly(entry);
  }
}
