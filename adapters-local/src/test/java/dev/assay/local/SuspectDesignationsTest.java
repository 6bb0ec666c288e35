package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BodyKeys;
import dev.assay.ports.BodyTable;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspectDesignationsTest {

  private static final int ROWS = 10_000;
  private static final int BATCHES = 100;

  private final SuspectDesignations suspects = new SuspectDesignations();

  /** Bodies numbered from a first one on. */
  private static BodyTable bodies(int first, int count) {
    List<CatalogueRow> rows = new ArrayList<>();
    IntStream.range(first, first + count)
        .forEach(
            number -> rows.add(Entries.anEntry().withDesignation("" + number).row(0, number + 1)));
    return BodyTable.of(rows);
  }

  @Test
  void found_whatCameTwice_isAmongThem() {
    suspects.add(bodies(0, ROWS));
    suspects.add(bodies(ROWS - 50, 50));

    assertThat(suspects.found().orElseThrow())
        .containsAll(IntStream.range(ROWS - 50, ROWS).mapToObj(String::valueOf).toList());
  }

  @Test
  void found_allDifferent_suspectsNone() {
    for (int batch = 0; batch < BATCHES; batch++) {
      suspects.add(bodies(batch * ROWS, ROWS));
    }

    // Two of a million share 54 bits with a probability of 3e-5; these do not.
    assertThat(suspects.found()).contains(List.of());
  }

  @Test
  void found_moreThanATableHolds_findsWhatCameTwiceInAnyOfThem() {
    addKeys(0, 4_000_000);
    suspects.add(bodies(0, 50));
    suspects.add(bodies(3_999_950, 50));

    assertThat(suspects.found().orElseThrow()).hasSize(100);
  }

  @Test
  void found_moreBodiesThanItHasRoomFor_namesNone() {
    addKeys(0, 12_600_000);

    assertThat(suspects.found()).isEmpty();
  }

  /** Designations alone, because whole rows of so many take long to make. */
  private void addKeys(int first, int count) {
    IntStream.range(first, first + count)
        .forEach(number -> suspects.add(String.valueOf(number), BodyKeys.key("" + number)));
  }

  @Test
  void found_moreThanAreKept_namesNone() {
    BodyTable many = bodies(0, SuspectDesignations.MOST + 1);

    suspects.add(many);
    suspects.add(many);

    assertThat(suspects.found()).isEmpty();
  }
}
