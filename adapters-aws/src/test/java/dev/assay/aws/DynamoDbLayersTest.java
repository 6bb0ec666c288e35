package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Faults;
import dev.assay.aws.emulator.Faults.Moment;
import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Layers whose tables are incomplete, left over in part, or older than this version. */
class DynamoDbLayersTest {

  private static final GenerationId BASE = new GenerationId("g-1");
  private static final GenerationId LAYER = new GenerationId("g-2");
  private static final List<CatalogueRow> ROWS = Entries.numbered(5);
  private static final CatalogueRow CHANGED =
      Entries.anEntry().withDesignation("3").withModel("changed").withValue(1e30).row(0, 1);
  private static final TopQuery BEST_TWO =
      new TopQuery(Ranking.VALUE, 2, Set.of(), false, null, null);

  private final Faults faults = new Faults();
  private final DynamoDbClient client = Emulators.dynamoDb();
  private final TableNames tables = Emulators.newTables();
  private final DynamoDbCatalogue catalogue =
      new DynamoDbCatalogue(faults.dynamoDb(), tables, Emulators.HURRIED);

  private void publish(GenerationId generation) {
    catalogue.create(generation);
    catalogue.put(Entries.batch(generation, 0, ROWS.toArray(CatalogueRow[]::new)));
    catalogue.seal(generation);
    catalogue.activate(generation);
  }

  private void lay(GenerationId generation, GenerationId base) {
    catalogue.createOver(generation, base);
    catalogue.put(Entries.batch(generation, 0, CHANGED));
    assertThat(catalogue.seal(generation).rows()).isEqualTo(ROWS.size());
    catalogue.activate(generation);
  }

  private List<String> models() {
    List<String> models = new ArrayList<>();
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(entry -> models.add(entry.model()));
    }
    return models;
  }

  /** Deletes the items of a kind from the table of a generation. */
  private void lose(GenerationId generation, String kind) {
    String table = tables.generation(generation);
    List<Map<String, AttributeValue>> items =
        client.scan(r -> r.tableName(table)).items().stream()
            .filter(item -> Items.text(item, Items.PARTITION).startsWith(kind + "#"))
            .toList();
    assertThat(items).isNotEmpty();
    items.stream()
        .map(Items::key)
        .forEach(
            key ->
                client.deleteItem(
                    r -> r.tableName(table).key(Items.key(key.partition(), key.sort()))));
  }

  @Test
  void read_hiddenBodiesAreLost_failsInsteadOfShowingOldOnes() {
    publish(BASE);
    lay(LAYER, BASE);
    lose(LAYER, "hidden");

    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertThatThrownBy(() -> reader.get(new Designation("3"))).isInstanceOf(PortException.class);
      assertThatThrownBy(() -> reader.find("3", 1)).isInstanceOf(PortException.class);
      assertThatThrownBy(() -> reader.top(BEST_TWO)).isInstanceOf(PortException.class);
      assertThatThrownBy(() -> reader.similar("3", 1)).isInstanceOf(PortException.class);
      assertThatThrownBy(() -> reader.forEach(entry -> {}))
          .isInstanceOf(PortException.class)
          .hasMessageContaining(LAYER.value());
    }
  }

  @Test
  void similar_rosterIsLost_failsInsteadOfFindingLess() {
    publish(BASE);
    lay(LAYER, BASE);
    lose(BASE, "roster");

    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertThatThrownBy(() -> reader.similar("3", 1))
          .isInstanceOf(PortException.class)
          .hasMessageContaining(BASE.value());
    }
  }

  /** The first attempt writes more pages of everything than the second; they stay behind. */
  @Test
  void seal_diedAndIsDoneWithAnotherDifference_leavesNothingOfTheFirst() {
    publish(BASE);
    List<CatalogueRow> many = Entries.numbered(5_000);
    catalogue.createOver(LAYER, BASE);
    catalogue.put(new BodyBatch(LAYER, 0, many.subList(0, 2_500)));
    catalogue.put(new BodyBatch(LAYER, 1, many.subList(2_500, 5_000)));
    faults.plan(
        Moment.BEFORE,
        request -> request instanceof PutItemRequest,
        2,
        2,
        () -> Faults.answer(400, "AccessDeniedException"));
    Difference all = new Difference(5_000, BodyKeys.NONE, BodyKeys.NONE);
    assertThatThrownBy(() -> catalogue.seal(LAYER, all)).isInstanceOf(PortException.class);
    faults.clear();

    BodyKeys allButTheFirst =
        BodyKeys.of(
            IntStream.rangeClosed(2, 5_000).mapToLong(n -> BodyKeys.key(Integer.toString(n))));
    catalogue.seal(LAYER, new Difference(5, BodyKeys.NONE, allButTheFirst));
    catalogue.activate(LAYER);

    assertThat(models()).hasSize(5);
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertThat(reader.similar("4999", 5)).isEmpty();
      assertThat(reader.find("4999", 5)).isEmpty();
      assertThat(reader.get(new Designation("1"))).contains(many.get(0).entry());
      assertThat(reader.get(new Designation("2"))).contains(ROWS.get(1).entry());
      TopQuery everything = new TopQuery(Ranking.VALUE, 9, Set.of(), false, null, null);
      assertThat(reader.top(everything)).hasSize(5);
    }
  }

  /** Boards had other entries before there were layers, and nothing was said of hidden bodies. */
  @Test
  void read_baseOfAnEarlierVersion_isReadAllTheSame() {
    publish(BASE);
    lose(BASE, "rankings");
    client.updateItem(
        r ->
            r.tableName(tables.state())
                .key(Items.key(Generation.PARTITION, BASE.value()))
                .updateExpression("REMOVE hiddenPages"));
    lay(LAYER, BASE);

    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      assertThat(reader.top(BEST_TWO))
          .extracting(CatalogueEntry::designation)
          .containsExactly("3", "1");
      assertThat(reader.get(new Designation("3"))).contains(CHANGED.entry());
      assertThat(reader.get(new Designation("4"))).contains(ROWS.get(3).entry());
    }
  }

  /** Whichever table cannot be deleted: what is left has its bases, and the next run clears up. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void activate_diesWhileItDropsLayers_leavesNoneWithoutItsBase(int deletion) {
    publish(BASE);
    lay(LAYER, BASE);
    GenerationId upper = new GenerationId("g-3");
    lay(upper, LAYER);
    GenerationId full = new GenerationId("g-4");
    publish(full);
    faults.plan(
        Moment.BEFORE,
        request -> request instanceof DeleteTableRequest,
        deletion,
        Integer.MAX_VALUE,
        () -> Faults.answer(400, "AccessDeniedException"));
    GenerationId next = new GenerationId("g-5");

    assertThatThrownBy(() -> publish(next)).isInstanceOf(PortException.class);

    assertThat(catalogue.active()).contains(next);
    List<GenerationId> left = catalogue.generations();
    assertThat(left).containsAll(List.of(BASE, LAYER, upper).subList(0, 4 - deletion));
    assertThat(models()).hasSize(ROWS.size());
    faults.clear();
    GenerationId last = new GenerationId("g-6");
    publish(last);
    assertThat(catalogue.generations()).containsExactly(next, last);
    assertThat(List.of(BASE, LAYER, upper, full)).allSatisfy(this::assertTableIsGone);
  }

  private void assertTableIsGone(GenerationId generation) {
    assertThatThrownBy(() -> client.describeTable(r -> r.tableName(tables.generation(generation))))
        .isInstanceOf(ResourceNotFoundException.class);
  }
}
