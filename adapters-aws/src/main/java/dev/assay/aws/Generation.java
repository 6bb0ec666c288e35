package dev.assay.aws;

import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.GenerationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the table of the state says of one generation.
 *
 * @param id its name
 * @param incarnation tells it from an earlier one of the same name, whose readers may still be open
 * @param base the generation it rests on, if it is a layer
 * @param state how far it is
 * @param columns the columns its rows are written with
 * @param planets the set of its planets; empty if it has none
 * @param contents what its table holds; nothing before it is sealed
 */
record Generation(
    GenerationId id,
    String incarnation,
    Optional<GenerationId> base,
    State state,
    List<String> columns,
    String planets,
    Contents contents) {

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

  /**
   * What the table of a sealed generation holds.
   *
   * @param sealed the bodies of the generation, those of its bases included
   * @param chunks number of its chunks
   * @param buckets number of buckets of its index
   * @param hiddenPages number of pages of the bodies it hides; 0 if it is no layer
   */
  record Contents(Sealed sealed, int chunks, int buckets, int hiddenPages) {

    static final Contents NOTHING = new Contents(new Sealed(0, Map.of()), 0, 0, 0);
  }

  static final String PARTITION = "generation";
  static final String STATE = "state";
  static final String INCARNATION = "incarnation";
  private static final String BASE = "base";
  private static final String COLUMNS = "columns";
  private static final String ROWS = "rows";
  private static final String OWN = "own";
  private static final String SUPERSEDED = "superseded";
  private static final String PLANETS = "planets";
  private static final String CHUNKS = "chunks";
  private static final String BUCKETS = "buckets";
  private static final String HIDDEN = "hiddenPages";

  static Generation creating(GenerationId id, String incarnation, Optional<GenerationId> base) {
    return new Generation(
        id, incarnation, base, State.CREATING, RowCodec.columns(), "", Contents.NOTHING);
  }

  Generation in(State next) {
    return new Generation(id, incarnation, base, next, columns, planets, contents);
  }

  Generation withPlanets(String set) {
    return new Generation(id, incarnation, base, state, columns, set, contents);
  }

  Generation sealedWith(Contents result) {
    return new Generation(id, incarnation, base, State.SEALED, columns, planets, result);
  }

  boolean isSealed() {
    return state == State.SEALED;
  }

  Map<String, AttributeValue> toItem() {
    Map<String, AttributeValue> item = Items.key(PARTITION, id.value());
    item.put(INCARNATION, Items.text(incarnation));
    base.ifPresent(below -> item.put(BASE, Items.text(below.value())));
    item.put(STATE, Items.text(state.name()));
    item.put(COLUMNS, AttributeValue.fromL(columns.stream().map(Items::text).toList()));
    item.put(PLANETS, Items.text(planets));
    Map<String, AttributeValue> superseded = new HashMap<>();
    Sealed sealed = contents.sealed();
    sealed
        .superseded()
        .forEach((source, rows) -> superseded.put(source.toString(), Items.number(rows)));
    item.put(ROWS, Items.number(sealed.rows()));
    item.put(OWN, Items.number(sealed.own()));
    item.put(SUPERSEDED, AttributeValue.fromM(superseded));
    item.put(CHUNKS, Items.number(contents.chunks()));
    item.put(BUCKETS, Items.number(contents.buckets()));
    item.put(HIDDEN, Items.number(contents.hiddenPages()));
    return item;
  }

  static Generation of(Map<String, AttributeValue> item) {
    return new Generation(
        new GenerationId(Items.text(item, Items.SORT)),
        Items.text(item, INCARNATION),
        Optional.ofNullable(item.get(BASE)).map(AttributeValue::s).map(GenerationId::new),
        State.valueOf(Items.text(item, STATE)),
        Items.attribute(item, COLUMNS).l().stream().map(AttributeValue::s).toList(),
        Items.text(item, PLANETS),
        contents(item));
  }

  private static Contents contents(Map<String, AttributeValue> item) {
    Map<Integer, Long> superseded = new HashMap<>();
    Items.attribute(item, SUPERSEDED)
        .m()
        .forEach((source, rows) -> superseded.put(Integer.valueOf(source), Long.valueOf(rows.n())));
    long rows = Items.number(item, ROWS);
    // Generations that earlier versions sealed lack the second number: they rest on nothing.
    long own = item.containsKey(OWN) ? Items.number(item, OWN) : rows;
    return new Contents(
        new Sealed(rows, superseded, own),
        (int) Items.number(item, CHUNKS),
        (int) Items.number(item, BUCKETS),
        item.containsKey(HIDDEN) ? (int) Items.number(item, HIDDEN) : 0);
  }

  /** The partition of a kind of items of this incarnation. */
  String partition(String kind) {
    return kind + "#" + incarnation;
  }
}
