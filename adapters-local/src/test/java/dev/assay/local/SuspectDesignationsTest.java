package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** Of a small table: three quarters are taken before the next one is begun, four in all. */
  private static final int PLACES = 1 << 10;

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

    // Two of a million are mistaken with a probability below 1e-4; none of these is.
    assertThat(suspects.found()).contains(List.of());
  }

  @Test
  void found_moreThanATableHolds_findsWhatCameTwiceInAnyOfThem() {
    SuspectDesignations small = new SuspectDesignations(PLACES);
    small.add(bodies(0, PLACES));
    small.add(bodies(0, 50));
    small.add(bodies(PLACES - 50, 50));

    assertThat(small.found().orElseThrow())
        .containsAll(IntStream.range(0, 50).mapToObj(String::valueOf).toList())
        .containsAll(IntStream.range(PLACES - 50, PLACES).mapToObj(String::valueOf).toList())
        .hasSize(100);
  }

  @Test
  void found_moreBodiesThanItHasRoomFor_namesNone() {
    SuspectDesignations small = new SuspectDesignations(PLACES);
    small.add(bodies(0, 3 * PLACES - 1));
    assertThat(small.found()).isPresent();

    small.add(bodies(3 * PLACES - 1, 1));

    assertThat(small.found()).isEmpty();
  }

  @Test
  void found_moreThanAreKept_namesNone() {
    BodyTable many = bodies(0, SuspectDesignations.MOST + 1);

    suspects.add(many);
    suspects.add(many);

    assertThat(suspects.found()).isEmpty();
  }
}
