package dev.assay.aws;

import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.GenerationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the table of the state says of one generation.
 *
 * @param id its name
 * @param incarnation tells it from an earlier one of the same name, whose readers may still be open
 * @param state how far it is
 * @param columns the columns its rows are written with
 * @param sealed what it holds; nothing before it is sealed
 * @param planets the set of its planets; empty if it has none
 * @param chunks number of its chunks; 0 before it is sealed
 * @param buckets number of buckets of its index; 0 before it is sealed
 */
record Generation(
    GenerationId id,
    String incarnation,
    State state,
    List<String> columns,
    Sealed sealed,
    String planets,
    int chunks,
    int buckets) {

  /** How far a generation is. */
  enum State {
    /** Its table is being made. */
    CREATING,
    /** It takes chunks. */
    OPEN,
    /** It takes no more chunks; what was read of them may be incomplete. */
    SEALING,
    /** It is complete. */
    SEALED,
    /** Its table is being deleted. */
    DROPPING
  }

  static final String PARTITION = "generation";
  static final String STATE = "state";
  static final String INCARNATION = "incarnation";
  private static final String COLUMNS = "columns";
  private static final String ROWS = "rows";
  private static final String SUPERSEDED = "superseded";
  private static final String PLANETS = "planets";
  private static final String CHUNKS = "chunks";
  private static final String BUCKETS = "buckets";

  private static final Sealed NOTHING = new Sealed(0, Map.of());

  static Generation creating(GenerationId id, String incarnation) {
    return new Generation(id, incarnation, State.CREATING, RowCodec.columns(), NOTHING, "", 0, 0);
  }

  Generation in(State next) {
    return new Generation(id, incarnation, next, columns, sealed, planets, chunks, buckets);
  }

  Generation withPlanets(String set) {
    return new Generation(id, incarnation, state, columns, sealed, set, chunks, buckets);
  }

  Generation sealedWith(Sealed result, int chunkCount, int bucketCount) {
    return new Generation(
        id, incarnation, State.SEALED, columns, result, planets, chunkCount, bucketCount);
  }

  Map<String, AttributeValue> toItem() {
    Map<String, AttributeValue> item = Items.key(PARTITION, id.value());
    item.put(INCARNATION, Items.text(incarnation));
    item.put(STATE, Items.text(state.name()));
    item.put(COLUMNS, AttributeValue.fromL(columns.stream().map(Items::text).toList()));
    item.put(ROWS, Items.number(sealed.rows()));
    Map<String, AttributeValue> superseded = new HashMap<>();
    sealed
        .superseded()
        .forEach((source, rows) -> superseded.put(source.toString(), Items.number(rows)));
    item.put(SUPERSEDED, AttributeValue.fromM(superseded));
    item.put(PLANETS, Items.text(planets));
    item.put(CHUNKS, Items.number(chunks));
    item.put(BUCKETS, Items.number(buckets));
    return item;
  }

  static Generation of(Map<String, AttributeValue> item) {
    Map<Integer, Long> superseded = new HashMap<>();
    Items.attribute(item, SUPERSEDED)
        .m()
        .forEach((source, rows) -> superseded.put(Integer.valueOf(source), Long.valueOf(rows.n())));
    return new Generation(
        new GenerationId(Items.text(item, Items.SORT)),
        Items.text(item, INCARNATION),
        State.valueOf(Items.text(item, STATE)),
        Items.attribute(item, COLUMNS).l().stream().map(AttributeValue::s).toList(),
        new Sealed(Items.number(item, ROWS), superseded),
        Items.text(item, PLANETS),
        (int) Items.number(item, CHUNKS),
        (int) Items.number(item, BUCKETS));
  }

  /** The partition of a kind of items of this incarnation. */
  String partition(String kind) {
    return kind + "#" + incarnation;
  }
}
