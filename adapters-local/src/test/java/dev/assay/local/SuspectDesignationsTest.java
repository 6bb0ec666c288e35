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
  void found_allDifferent_suspectsFew() {
    for (int batch = 0; batch < BATCHES; batch++) {
      suspects.add(bodies(batch * ROWS, ROWS));
    }

    // Two bits a designation, half a designation a word: 4 expected in 10,000, at random.
    assertThat(suspects.found().orElseThrow()).hasSizeLessThan(BATCHES * ROWS / 1000);
  }

  @Test
  void found_moreThanAreKept_namesNone() {
    BodyTable many = bodies(0, SuspectDesignations.MOST + 1);

    suspects.add(many);
    suspects.add(many);

    assertThat(suspects.found()).isEmpty();
  }
}
