package dev.assay.aws;

import dev.assay.domain.body.Designation;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.TopQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one sealed generation in DynamoDB. */
final class DynamoDbReader implements CatalogueReader {

  private final DynamoDb db;
  private final Layers layers;
  private final String table;
  private final Generation generation;

  /**
   * Opens a generation.
   *
   * @param table that of the generation itself, the highest layer
   */
  DynamoDbReader(DynamoDb db, String table, Layers layers) {
    this.db = db;
    this.table = table;
    this.layers = layers;
    generation = layers.all().get(0).generation();
  }

  @Override
  public GenerationId generation() {
    return generation.id();
  }

  @Override
  public long count() {
    return layers.rows();
  }

  /** Looks no further than the first layer that hides the body from those below. */
  @Override
  public Optional<CatalogueEntry> get(Designation designation) {
    Layer holder =
        layers.all().stream()
            .filter(layer -> layer.isLowest() || layer.hides(designation))
            .findFirst()
            .orElseThrow();
    Set<String> keys = Set.of(Callings.fold(designation.value()));
    return new LayerRows(holder)
        .lookUp(keys, entry -> entry.designation().equals(designation.value())).stream()
            .findFirst();
  }

  @Override
  public List<CatalogueEntry> find(String text, int limit) {
    String wanted = Callings.fold(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<CatalogueEntry> found = new ArrayList<>();
    for (Layer layer : layers.lowestFirst()) {
      found.removeIf(entry -> layer.hides(new Designation(entry.designation())));
      found.addAll(
          new LayerRows(layer)
              .lookUp(Callings.keys(wanted), entry -> Callings.of(entry).contains(wanted)));
    }
    return found.stream()
        .sorted(Comparator.comparing(entry -> new Designation(entry.designation())))
        .limit(limit)
        .toList();
  }

  @Override
  public List<CatalogueEntry> similar(String text, int limit) {
    return new SimilarSearch(layers, Callings.fold(text), limit)
        .find().stream()
            .map(found -> get(found).orElseThrow(layers.all().get(0)::dropped))
            .toList();
  }

  @Override
  public List<CatalogueEntry> top(TopQuery query) {
    return new TopSearch(layers, query).find().orElseGet(() -> topOfAll(query));
  }

  /** Reads the whole generation, for questions that go deeper than the boards. */
  private List<CatalogueEntry> topOfAll(TopQuery query) {
    PriorityQueue<Found> best = new PriorityQueue<>(Comparator.reverseOrder());
    int[] ordinal = {0};
    forEach(
        entry -> {
          Double rank = Boards.rank(entry, query.by());
          if (rank != null
              && Cell.of(entry).isWanted(query)
              && BoardEntry.passes(query, Boards.deltaV(entry))) {
            best.add(new Found(rank, ordinal[0], entry));
            if (best.size() > query.limit()) {
              best.remove();
            }
          }
          ordinal[0]++;
        });
    return best.stream().sorted().map(Found::entry).toList();
  }

  private record Found(double rank, int ordinal, CatalogueEntry entry)
      implements Comparable<Found> {
    @Override
    public int compareTo(Found other) {
      int better = Double.compare(rank, other.rank);
      return better != 0 ? better : Integer.compare(ordinal, other.ordinal);
    }
  }

  @Override
  public void forEach(Consumer<CatalogueEntry> consumer) {
    layers.forEach(consumer);
  }

  @Override
  public List<PlanetEntry> planets(int limit) {
    return planets().heaviest(limit);
  }

  @Override
  public List<PlanetEntry> findPlanets(String text, int limit) {
    return planets().find(text, limit);
  }

  @Override
  public List<PlanetEntry> similarPlanets(String text, int limit) {
    return planets().similar(text, limit);
  }

  private PlanetSearch planets() {
    return new PlanetSearch(db, table, generation);
  }

  @Override
  public void close() {
    // The client belongs to whoever made it.
  }
}
