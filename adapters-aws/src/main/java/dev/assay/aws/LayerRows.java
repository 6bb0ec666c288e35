package dev.assay.aws;

import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Fetches single rows of a layer: by what bodies are called, or by where they lie. */
final class LayerRows {

  private final Layer layer;
  private final Generation generation;
  private final RowCodec codec;

  LayerRows(Layer layer) {
    this.layer = layer;
    generation = layer.generation();
    codec = new RowCodec(generation.columns());
  }

  /** The bodies in the index under some keys that are those looked for. */
  List<CatalogueEntry> lookUp(Set<String> keys, Predicate<CatalogueEntry> isMeant) {
    Set<Integer> hashes = new HashSet<>();
    Set<DynamoDb.Key> buckets = new LinkedHashSet<>();
    for (String key : keys) {
      hashes.add(FindIndex.hash(key));
      buckets.add(FindIndex.key(generation, key));
    }
    Set<Address> addresses = new LinkedHashSet<>();
    for (var item : layer.items(List.copyOf(buckets))) {
      addresses.addAll(FindIndex.addresses(Items.bytes(item), hashes));
    }
    return at(addresses).stream().filter(isMeant).toList();
  }

  /** The bodies at some addresses, in their order. */
  List<CatalogueEntry> at(Collection<Address> addresses) {
    Map<Integer, ChunkRun> runs = runs(addresses);
    Map<DynamoDb.Key, List<CatalogueRow>> groups = new HashMap<>();
    Set<DynamoDb.Key> keys = new LinkedHashSet<>();
    addresses.forEach(address -> keys.add(key(runs, address)));
    for (var item : layer.items(List.copyOf(keys))) {
      groups.put(Items.key(item), codec.decode(Items.bytes(item)));
    }
    List<CatalogueEntry> entries = new ArrayList<>(addresses.size());
    for (Address address : addresses) {
      List<CatalogueRow> group = groups.get(key(runs, address));
      if (group == null) {
        throw layer.dropped();
      }
      entries.add(group.get(address.inGroup()).entry());
    }
    return entries;
  }

  private DynamoDb.Key key(Map<Integer, ChunkRun> runs, Address address) {
    ChunkRun run = runs.get(address.chunk());
    if (run == null) {
      throw layer.dropped();
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
    for (var marker : layer.items(markers)) {
      ChunkRun run = ChunkRun.of(marker);
      runs.put(run.chunk(), run);
    }
    return runs;
  }
}
