package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.Catalogue.Sealed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link CatalogueContract}: of several rows about one body the last stays. */
abstract class CatalogueSuperseding extends CatalogueSuite {

  private static CatalogueRow row(String designation, int source, long row) {
    return anEntry().withDesignation(designation).withModel(source + ":" + row).row(source, row);
  }

  private String left(String designation) {
    return everything().stream()
        .filter(entry -> entry.designation().equals(designation))
        .map(CatalogueEntry::model)
        .reduce((one, other) -> one + " and " + other)
        .orElse("nothing");
  }

  @Test
  void seal_sameBodyTwiceInASource_leavesTheLaterRow() {
    assertThat(loadAndSeal(FIRST, row("433", 0, 9), row("433", 0, 10)))
        .isEqualTo(new Sealed(1, Map.of(0, 1L)));
    catalogue().activate(FIRST);

    assertThat(left("433")).isEqualTo("0:10");
  }

  @Test
  void seal_laterRowCameFirst_leavesTheLaterRow() {
    catalogue().create(FIRST);
    catalogue().put(batch(FIRST, 5, row("433", 0, 3_000_000_000L)));
    catalogue().put(batch(FIRST, 4, row("433", 0, 7)));
    assertThat(catalogue().seal(FIRST)).isEqualTo(new Sealed(1, Map.of(0, 1L)));
    catalogue().activate(FIRST);

    assertThat(left("433")).isEqualTo("0:3000000000");
  }

  @Test
  void seal_sameBodyInSeveralSources_leavesTheLaterSource() {
    assertThat(loadAndSeal(FIRST, row("433", 2, 1), row("433", 0, 99), row("433", 10, 1)))
        .isEqualTo(new Sealed(1, Map.of(0, 1L, 2, 1L)));
    catalogue().activate(FIRST);

    assertThat(left("433")).isEqualTo("10:1");
  }

  @Test
  void seal_designationsDifferInCase_areTwoBodies() {
    assertThat(loadAndSeal(FIRST, row("2020 AB1", 0, 1), row("2020 ab1", 0, 2)))
        .isEqualTo(new Sealed(2, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void seal_anyOrder_leavesTheSameAndCountsTheSame(long seed) {
    List<CatalogueRow> rows = new ArrayList<>();
    for (int source = 0; source < 3; source++) {
      for (int row = 1; row <= 4; row++) {
        rows.add(row("433", source, row));
        rows.add(row("1", source, row + 10));
      }
      rows.add(row("only in " + source, source, 1));
    }
    Collections.shuffle(rows, new Random(seed));

    catalogue().create(FIRST);
    for (int i = 0; i < rows.size(); i++) {
      catalogue().put(batch(FIRST, i, rows.get(i)));
    }

    assertThat(catalogue().seal(FIRST)).isEqualTo(new Sealed(5, Map.of(0, 8L, 1, 8L, 2, 6L)));
    catalogue().activate(FIRST);
    assertThat(left("433")).isEqualTo("2:4");
    assertThat(left("1")).isEqualTo("2:14");
    assertThat(left("only in 0")).isEqualTo("0:1");
  }

  @Test
  void seal_chunkDeliveredAgain_supersedesNothing() {
    catalogue().create(FIRST);
    catalogue().put(batch(FIRST, 0, row("433", 0, 1)));
    catalogue().put(batch(FIRST, 0, row("433", 0, 1)));

    assertThat(catalogue().seal(FIRST)).isEqualTo(new Sealed(1, Map.of()));
  }
}
