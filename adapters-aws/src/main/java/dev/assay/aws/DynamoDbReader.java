package dev.assay.aws;

import dev.assay.domain.body.Designation;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PortException;
import dev.assay.ports.TopQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads one sealed generation in DynamoDB. */
final class DynamoDbReader implements CatalogueReader {

  /** The same bar as that of the local catalogue. */
  private static final double RESEMBLING = 0.8;

  private final DynamoDb db;
  private final String table;
  private final Generation generation;
  private final RowCodec codec;

  DynamoDbReader(DynamoDb db, String table, Generation generation) {
    this.db = db;
    this.table = table;
    this.generation = generation;
    codec = new RowCodec(generation.columns());
  }

  @Override
  public GenerationId generation() {
    return generation.id();
  }

  @Override
  public long count() {
    return generation.sealed().rows();
  }

  @Override
  public Optional<CatalogueEntry> get(Designation designation) {
    Set<String> keys = Set.of(Callings.fold(designation.value()));
    return lookUp(keys, entry -> entry.designation().equals(designation.value())).stream()
        .findFirst();
  }

  @Override
  public List<CatalogueEntry> find(String text, int limit) {
    String wanted = Callings.fold(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return lookUp(Callings.keys(wanted), entry -> Callings.of(entry).contains(wanted)).stream()
        .sorted(Comparator.comparing(entry -> new Designation(entry.designation())))
        .limit(limit)
        .toList();
  }

  /** The bodies in the index under some keys that are those looked for. */
  private List<CatalogueEntry> lookUp(Set<String> keys, Predicate<CatalogueEntry> isMeant) {
    Set<Integer> hashes = new HashSet<>();
    Set<DynamoDb.Key> buckets = new LinkedHashSet<>();
    for (String key : keys) {
      hashes.add(FindIndex.hash(key));
      buckets.add(FindIndex.key(generation, key));
    }
    var items = db.getAll(table, List.copyOf(buckets));
    if (items.size() < buckets.size()) {
      throw dropped();
    }
    Set<Address> addresses = new LinkedHashSet<>();
    items.forEach(item -> addresses.addAll(FindIndex.addresses(Items.bytes(item), hashes)));
    return entries(addresses).stream().filter(isMeant).toList();
  }

  private PortException dropped() {
    return PortException.permanent(
        "generation " + generation.id() + " was dropped while it was read; ask again");
  }

  /** The bodies at some addresses, in their order. */
  private List<CatalogueEntry> entries(Collection<Address> addresses) {
    Map<Integer, ChunkRun> runs = runs(addresses);
    Map<DynamoDb.Key, List<CatalogueRow>> groups = new HashMap<>();
    Set<DynamoDb.Key> keys = new LinkedHashSet<>();
    addresses.forEach(address -> keys.add(key(runs, address)));
    for (var item : db.getAll(table, List.copyOf(keys))) {
      DynamoDb.Key key =
          new DynamoDb.Key(Items.text(item, Items.PARTITION), Items.text(item, Items.SORT));
      groups.put(key, codec.decode(Items.bytes(item)));
    }
    List<CatalogueEntry> entries = new ArrayList<>(addresses.size());
    for (Address address : addresses) {
      List<CatalogueRow> group = groups.get(key(runs, address));
      if (group == null) {
        throw dropped();
      }
      entries.add(group.get(address.inGroup()).entry());
    }
    return entries;
  }

  private DynamoDb.Key key(Map<Integer, ChunkRun> runs, Address address) {
    ChunkRun run = runs.get(address.chunk());
    if (run == null) {
      throw dropped();
    }
    return new DynamoDb.Key(run.partition(generation), Items.ordered(address.group()));
  }

  private Map<Integer, ChunkRun> runs(Collection<Address> addresses) {
    List<DynamoDb.Key> markers =
        addresses.stream()
            .map(Address::chunk)
            .distinct()
            .map(chunk -> new DynamoDb.Key(ChunkRun.markers(generation), Items.ordered(chunk)))
            .toList();
    Map<Integer, ChunkRun> runs = new HashMap<>();
    for (var marker : db.getAll(table, markers)) {
      ChunkRun run = ChunkRun.of(marker);
      runs.put(run.chunk(), run);
    }
    return runs;
  }

  @Override
  public List<CatalogueEntry> similar(String text, int limit) {
    String wanted = Callings.fold(text);
    PriorityQueue<Resembling> best = new PriorityQueue<>(Comparator.reverseOrder());
    int[] ordinal = {0};
    db.forEach(
        table,
        Roster.partition(generation),
        page -> {
          for (Roster.Member member : Roster.members(page)) {
            double likeness = likeness(wanted, member);
            if (likeness >= RESEMBLING) {
              best.add(new Resembling(-likeness, ordinal[0], member.designation()));
              if (best.size() > limit) {
                best.remove();
              }
            }
            ordinal[0]++;
          }
        });
    return best.stream()
        .sorted()
        .map(found -> get(new Designation(found.designation())).orElseThrow(this::dropped))
        .toList();
  }

  /** The most alike first; equals in designation order. */
  private record Resembling(double unlikeness, int ordinal, String designation)
      implements Comparable<Resembling> {
    @Override
    public int compareTo(Resembling other) {
      int alike = Double.compare(unlikeness, other.unlikeness);
      return alike != 0 ? alike : Integer.compare(ordinal, other.ordinal);
    }
  }

  private static double likeness(String wanted, Roster.Member member) {
    String name = member.name();
    double byName = name == null ? 0 : JaroWinkler.similarity(Callings.fold(name), wanted);
    return Math.max(byName, JaroWinkler.similarity(Callings.fold(member.designation()), wanted));
  }

  @Override
  public List<CatalogueEntry> top(TopQuery query) {
    return new TopSearch(db, table, generation)
        .find(query)
        .map(this::entries)
        .orElseGet(() -> topOfAll(query));
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
    List<ChunkRun> runs =
        db.all(table, ChunkRun.markers(generation)).stream().map(ChunkRun::of).toList();
    if (runs.size() != generation.chunks()) {
      throw dropped();
    }
    new RunMerge(db, table, generation, runs)
        .run(
            new RunMerge.Sink() {
              @Override
              public void keep(CatalogueRow row, Address address) {
                consumer.accept(row.entry());
              }

              @Override
              public void supersede(CatalogueRow row) {
                // Settled when the generation was sealed.
              }
            });
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
