package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.emulator.Emulators;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import dev.assay.ports.memory.InMemoryCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked, and however little the boards hold, the answer is that of a full search. */
class TopSearchPropertyTest {

  private static final GenerationId GENERATION = new GenerationId("g-1");
  private static final List<String> ORBITS = List.of("APO", "AMO", "MBA", "TNO");
  private static final List<String> SPECTRA = List.of("C", "S", "M");
  private static final int QUERIES = 150;

  @ParameterizedTest
  @CsvSource({"1, 3, 60", "2, 1, 40", "3, 20, 200", "4, 2048, 300", "5, 2048, 900", "6, 7, 150"})
  void top_anyQuery_isExact(long seed, int boardDepth, int bodies) {
    Random random = new Random(seed);
    List<CatalogueRow> rows = rows(random, bodies);
    Catalogue memory = new InMemoryCatalogue();
    Catalogue aws =
        new DynamoDbCatalogue(
            Emulators.dynamoDb(), Emulators.newTables(), Emulators.HURRIED, boardDepth);
    load(memory, rows);
    load(aws, rows);

    try (CatalogueReader expected = memory.read().orElseThrow();
        CatalogueReader asked = aws.read().orElseThrow()) {
      for (int i = 0; i < QUERIES; i++) {
        TopQuery query = query(random, bodies);
        assertThat(designations(asked.top(query)))
            .as(query.toString())
            .isEqualTo(designations(expected.top(query)));
      }
    }
  }

  private static void load(Catalogue catalogue, List<CatalogueRow> rows) {
    catalogue.create(GENERATION);
    for (int chunk = 0; chunk * 37 < rows.size(); chunk++) {
      int end = Math.min(rows.size(), chunk * 37 + 37);
      catalogue.put(new BodyBatch(GENERATION, chunk, rows.subList(chunk * 37, end)));
    }
    catalogue.seal(GENERATION);
    catalogue.activate(GENERATION);
  }

  /** Bodies of few kinds with few different numbers, so that there are many equals, and gaps. */
  private static List<CatalogueRow> rows(Random random, int bodies) {
    List<CatalogueRow> rows = new ArrayList<>();
    for (int row = 1; row <= bodies; row++) {
      int designation = random.nextInt(bodies * 9 / 10) + 1;
      Entries entry =
          Entries.anEntry()
              .withDesignation(Integer.toString(designation))
              .withOrbitClass(ORBITS.get(random.nextInt(ORBITS.size())))
              .withNeo(random.nextInt(4) == 0 ? null : (Boolean) random.nextBoolean())
              .withSpectralClass(SPECTRA.get(random.nextInt(SPECTRA.size())));
      for (Ranking ranking : Ranking.values()) {
        entry = entry.with(ranking.column(), number(random));
      }
      rows.add(entry.row(random.nextInt(2), row));
    }
    return rows;
  }

  private static @Nullable Double number(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> 0.0;
      case 2 -> random.nextGaussian() * 1e20;
      default -> (double) random.nextInt(12) - 2;
    };
  }

  private static TopQuery query(Random random, int bodies) {
    List<String> wanted =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(i -> ORBITS.get(random.nextInt(ORBITS.size())))
            .toList();
    int limit = random.nextInt(5) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(1 + bodies / 3);
    return new TopQuery(
        Ranking.values()[random.nextInt(Ranking.values().length)],
        limit,
        Set.copyOf(wanted),
        random.nextInt(3) == 0,
        random.nextInt(3) > 0 ? null : (Double) ((double) random.nextInt(11) - 2),
        random.nextInt(3) > 0 ? null : SPECTRA.get(random.nextInt(SPECTRA.size())));
  }

  private static List<String> designations(List<CatalogueEntry> entries) {
    return entries.stream().map(CatalogueEntry::designation).toList();
  }
}
