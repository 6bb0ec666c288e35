package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.batch;
import static dev.assay.ports.Entries.bennu;
import static dev.assay.ports.Entries.ceres;
import static dev.assay.ports.Entries.eros;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Part of {@link CatalogueContract}: readers see one generation as a whole. */
abstract class CatalogueIsolation extends CatalogueSuite {

  private static final int GENERATIONS = 8;
  private static final int ROWS = 30;

  @Test
  void read_whileTheNextIsLoaded_seesTheActiveOneOnly() {
    publishOne(FIRST, ceres());
    catalogue().create(SECOND);
    assertThat(everything()).containsExactly(ceres().entry());

    catalogue().put(batch(SECOND, 0, ceres().withName("renamed").row(0, 1), eros().row(0, 2)));
    assertThat(everything()).containsExactly(ceres().entry());

    catalogue().seal(SECOND);
    assertThat(everything()).containsExactly(ceres().entry());

    catalogue().drop(SECOND);
    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void read_openedBeforeASwitch_keepsItsGeneration() {
    publishOne(FIRST, ceres());

    try (CatalogueReader before = catalogue().read().orElseThrow()) {
      publishOne(SECOND, eros());
      assertThat(everything()).containsExactly(eros().entry());

      assertThat(before.generation()).isEqualTo(FIRST);
      assertThat(before.count()).isEqualTo(1);
      assertThat(before.find("Eros", 10)).isEmpty();
      assertThat(everything(before)).containsExactly(ceres().entry());

      catalogue().rollback();
      assertThat(everything(before)).containsExactly(ceres().entry());
    }
  }

  @Test
  void read_itsGenerationIsDropped_goesOnOrFailsButShowsNoOther() {
    publishOne(FIRST, ceres());

    try (CatalogueReader reader = catalogue().read().orElseThrow()) {
      publishOne(SECOND, eros());
      publishOne(THIRD, bennu());

      assertThat(catalogue().generations()).containsExactly(SECOND, THIRD);
      assertThat(reader.generation()).isEqualTo(FIRST);
      assertThat(everythingOrFailure(reader)).isIn(List.of(ceres().entry()), List.of());
    }
    assertThat(everything()).containsExactly(bennu().entry());
  }

  /** Everything, or nothing if the reader fails as the contract allows. */
  private static List<CatalogueEntry> everythingOrFailure(CatalogueReader reader) {
    try {
      return everything(reader);
    } catch (PortException e) {
      return List.of();
    }
  }

  @Test
  void read_severalReaders_areIndependent() {
    publishOne(FIRST, ceres());

    try (CatalogueReader one = catalogue().read().orElseThrow()) {
      try (CatalogueReader other = catalogue().read().orElseThrow()) {
        assertThat(everything(other)).isEqualTo(everything(one));
      }
      assertThat(one.count()).isEqualTo(1);
    }
  }

  @Test
  void read_whileGenerationsAreSwitched_neverSeesHalfALoad() {
    publishGeneration(0);
    AtomicBoolean loading = new AtomicBoolean(true);
    Future<Integer> reads = Together.start(() -> readWhile(loading));

    IntStream.range(1, GENERATIONS).forEach(this::publishGeneration);
    loading.set(false);

    assertThat(Together.result(reads)).isPositive();
    assertWhole(catalogue().read().orElseThrow());
  }

  private void publishGeneration(int number) {
    GenerationId id = new GenerationId(String.format(Locale.ROOT, "g-%03d", number));
    catalogue().create(id);
    for (int chunk = 0; chunk < 3; chunk++) {
      List<CatalogueRow> rows =
          IntStream.range(chunk * ROWS / 3, (chunk + 1) * ROWS / 3)
              .mapToObj(i -> anEntry().withDesignation("X" + i).withModel(id.value()).row(0, i))
              .toList();
      catalogue().put(new BodyBatch(id, chunk, rows));
    }
    catalogue().seal(id);
    catalogue().activate(id);
  }

  private int readWhile(AtomicBoolean loading) {
    int reads = 0;
    do {
      assertWhole(catalogue().read().orElseThrow());
      reads++;
    } while (loading.get());
    return reads;
  }

  private static void assertWhole(CatalogueReader opened) {
    try (CatalogueReader reader = opened) {
      List<CatalogueEntry> entries = everythingOrFailure(reader);
      if (!entries.isEmpty()) {
        assertThat(entries)
            .hasSize(ROWS)
            .extracting(CatalogueEntry::model)
            .containsOnly(reader.generation().value());
      }
    }
  }
}
