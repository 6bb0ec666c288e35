package dev.assay.aws;

import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.PortException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One table of a generation that is read: its own or that of a base. It knows the bodies that were
 * put into it and which bodies of lower layers it hides; not what higher ones hide of it.
 */
final class Layer {

  private final DynamoDb db;
  private final String table;
  private final Generation generation;
  private @Nullable BodyKeys hidden;

  Layer(DynamoDb db, String table, Generation generation) {
    this.db = db;
    this.table = table;
    this.generation = generation;
  }

  Generation generation() {
    return generation;
  }

  /** Whether there is nothing below it. */
  boolean isLowest() {
    return generation.base().isEmpty();
  }

  /** Whether it hides a body of lower layers; reads no more than one page. */
  boolean hides(Designation designation) {
    long key = BodyKeys.key(designation.value());
    if (isLowest()) {
      return false;
    }
    if (hidden != null) {
      return hidden.contains(key);
    }
    int page = HiddenBodies.page(key, generation.contents().hiddenPages());
    return HiddenBodies.keys(item(HiddenBodies.key(generation, page))).anyMatch(k -> k == key);
  }

  /** All bodies of lower layers that it hides; read once, and then 8 bytes each in memory. */
  BodyKeys hidden() {
    BodyKeys known = hidden;
    if (known == null) {
      var pages = items(HiddenBodies.allKeys(generation));
      known = BodyKeys.of(pages.stream().flatMapToLong(HiddenBodies::keys));
      hidden = known;
    }
    return known;
  }

  Optional<Map<String, AttributeValue>> find(DynamoDb.Key key) {
    return db.get(table, key.partition(), key.sort());
  }

  /** An item that is there as long as the table is. */
  Map<String, AttributeValue> item(DynamoDb.Key key) {
    return find(key).orElseThrow(this::dropped);
  }

  /** Items that are there as long as the table is, in any order. */
  List<Map<String, AttributeValue>> items(List<DynamoDb.Key> keys) {
    var items = db.getAll(table, keys);
    if (items.size() < keys.size()) {
      throw dropped();
    }
    return items;
  }

  PortException dropped() {
    return PortException.permanent(
        "generation " + generation.id() + " was dropped while it was read; ask again");
  }

  /** What its table holds, for {@link RunMerge}. */
  RunMerge.Source source() {
    List<ChunkRun> runs = ChunkRun.all(db, table, generation);
    if (runs.size() != generation.contents().chunks()) {
      throw dropped();
    }
    return new RunMerge.Source(table, generation, runs);
  }

  /** Hands out the members of its roster, in designation order. */
  void forEachMember(Consumer<Roster.Member> consumer) {
    if (!Roster.forEach(db, table, generation, consumer)) {
      throw dropped();
    }
  }
}
