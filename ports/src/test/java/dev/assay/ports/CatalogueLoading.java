package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.batch;
import static dev.assay.ports.Entries.ceres;
import static dev.assay.ports.Entries.eros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.Catalogue.Sealed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link CatalogueContract}: create, put, seal. */
abstract class CatalogueLoading extends CatalogueSuite {

  private static final Sealed NOTHING = new Sealed(0, Map.of());

  @Test
  void create_new_isEmpty() {
    catalogue().create(FIRST);

    assertThat(catalogue().generations()).containsExactly(FIRST);
    assertThat(catalogue().seal(FIRST)).isEqualTo(NOTHING);
  }

  @Test
  void create_filled_isEmptied() {
    load(FIRST, ceres().row(0, 1));

    catalogue().create(FIRST);
    catalogue().put(batch(FIRST, 0, eros().row(0, 1)));
    catalogue().seal(FIRST);
    catalogue().activate(FIRST);

    assertThat(everything()).containsExactly(eros().entry());
  }

  @Test
  void create_sealed_isEmptiedAndOpen() {
    loadAndSeal(FIRST, ceres().row(0, 1), ceres().row(0, 2));

    catalogue().create(FIRST);

    assertRefused(() -> catalogue().activate(FIRST), FIRST);
    catalogue().put(batch(FIRST, 0, eros().row(0, 1)));
    assertThat(catalogue().seal(FIRST)).isEqualTo(new Sealed(1, Map.of()));
  }

  @Test
  void create_repeated_isOneGeneration() {
    catalogue().create(FIRST);
    catalogue().create(FIRST);

    assertThat(catalogue().generations()).containsExactly(FIRST);
  }

  @Test
  void create_active_isRefusedAndLeftAlone() {
    publishOne(FIRST, ceres());

    assertRefused(() -> catalogue().create(FIRST), FIRST);

    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void put_notCreated_isRefused() {
    catalogue().create(SECOND);

    assertRefused(() -> catalogue().put(batch(FIRST, 0, ceres().row(0, 1))), FIRST);

    assertThat(catalogue().generations()).containsExactly(SECOND);
  }

  @Test
  void put_severalChunks_addsAll() {
    catalogue().create(FIRST);
    catalogue().put(batch(FIRST, 0, ceres().row(0, 1), eros().row(0, 2)));
    catalogue().put(batch(FIRST, 1_000_000, anEntry().row(0, 3)));

    assertThat(catalogue().seal(FIRST)).isEqualTo(new Sealed(3, Map.of()));
  }

  @Test
  void put_sameChunkAgain_isIgnored() {
    catalogue().create(FIRST);
    catalogue().put(batch(FIRST, 0, ceres().row(0, 1)));
    catalogue().put(batch(FIRST, 0, ceres().row(0, 1)));
    catalogue().put(batch(FIRST, 0, eros().row(0, 2)));

    assertThat(catalogue().seal(FIRST)).isEqualTo(new Sealed(1, Map.of()));
    catalogue().activate(FIRST);
    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void put_sameChunkOfAnotherGeneration_isAnotherChunk() {
    load(FIRST, ceres().row(0, 1));
    load(SECOND, ceres().row(0, 1), eros().row(0, 2));

    assertThat(catalogue().seal(FIRST).rows()).isEqualTo(1);
    assertThat(catalogue().seal(SECOND).rows()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void put_anyOrderAndThreeTimesEach_givesTheSame(long seed) {
    List<BodyBatch> batches = batches();
    List<BodyBatch> deliveries = new ArrayList<>();
    IntStream.range(0, 3).forEach(copy -> deliveries.addAll(batches));
    Collections.shuffle(deliveries, new Random(seed));

    catalogue().create(FIRST);
    deliveries.forEach(catalogue()::put);

    assertSealsAll();
  }

  @Test
  void put_fromManyThreads_addsEachChunkOnce() {
    List<BodyBatch> batches = batches();
    catalogue().create(FIRST);

    Together.run(
        4,
        n -> {
          for (int i = 0; i < batches.size(); i++) {
            catalogue().put(batches.get((i + n * 5) % batches.size()));
          }
          return n;
        });

    assertSealsAll();
  }

  /** 20 chunks of 10 bodies; every tenth row is about the body that the chunk before began with. */
  private static List<BodyBatch> batches() {
    List<CatalogueRow> rows =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    anEntry()
                        .withDesignation(Integer.toString(i % 10 == 9 ? i - 9 : i))
                        .withModel("row " + i)
                        .row(i % 2, i + 1))
            .toList();
    return IntStream.range(0, 20)
        .mapToObj(chunk -> new BodyBatch(FIRST, chunk, rows.subList(chunk * 10, chunk * 10 + 10)))
        .toList();
  }

  private void assertSealsAll() {
    assertThat(catalogue().seal(FIRST)).isEqualTo(new Sealed(180, Map.of(0, 20L)));
    catalogue().activate(FIRST);
    assertThat(everything())
        .hasSize(180)
        .allSatisfy(
            entry -> {
              int number = Integer.parseInt(entry.designation());
              int row = number % 10 == 0 ? number + 9 : number;
              assertThat(entry.model()).isEqualTo("row " + row);
            });
  }

  @Test
  void seal_again_givesTheSameAnswer() {
    Sealed first = loadAndSeal(FIRST, ceres().row(0, 1), ceres().row(1, 1), eros().row(0, 2));

    assertThat(first).isEqualTo(new Sealed(2, Map.of(0, 1L)));
    assertThat(catalogue().seal(FIRST)).isEqualTo(first);
    catalogue().activate(FIRST);
    assertThat(catalogue().seal(FIRST)).isEqualTo(first);
  }

  @Test
  void seal_notCreated_isRefused() {
    assertRefused(() -> catalogue().seal(FIRST), FIRST);

    assertThat(catalogue().generations()).isEmpty();
  }

  @Test
  void put_knownChunkAfterSeal_isIgnored() {
    loadAndSeal(FIRST, ceres().row(0, 1));

    catalogue().put(batch(FIRST, 0, ceres().row(0, 1)));
    catalogue().activate(FIRST);
    catalogue().put(batch(FIRST, 0, ceres().row(0, 1)));

    assertThat(everything()).containsExactly(ceres().entry());
  }

  @Test
  void put_newChunkAfterSeal_isRefused() {
    loadAndSeal(FIRST, ceres().row(0, 1));

    assertRefused(() -> catalogue().put(batch(FIRST, 1, eros().row(0, 2))), FIRST);
    catalogue().activate(FIRST);
    assertRefused(() -> catalogue().put(batch(FIRST, 1, eros().row(0, 2))), FIRST);

    assertThat(everything()).containsExactly(ceres().entry());
  }
}
