package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.ObjectStore.StoredObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Part of {@link ObjectStoreContract}: looking, listing, deleting. */
abstract class ObjectStoreFinding extends ObjectStoreSuite {

  @Test
  void open_noSuchKey_isEmpty() {
    put("a/b", "1");

    assertThat(store().open("a")).isEmpty();
    assertThat(store().open("a/b/c")).isEmpty();
    assertThat(store().open("b")).isEmpty();
  }

  @Test
  void stat_noSuchKey_isEmpty() {
    put("a/b", "1");

    assertThat(store().stat("a")).isEmpty();
    assertThat(store().stat("a/b/c")).isEmpty();
    assertThat(store().stat("b")).isEmpty();
  }

  @Test
  void list_emptyStore_isEmpty() {
    assertThat(store().list("")).isEmpty();
  }

  @Test
  void list_everything_isOrderedByCharacters() {
    List<String> keys = List.of("a-b", "a.b", "a/A", "a/b", "a/b-c/d", "a/b.c", "a0", "aB", "a_");
    for (int i = keys.size() - 1; i >= 0; i--) {
      put(keys.get(i), "1");
    }

    assertThat(keys("")).containsExactlyElementsOf(keys);
  }

  @Test
  void list_prefix_isMatchedExactly() {
    List.of("page-1.json", "page-10.json", "page-2.json", "xpage-1.json", "other/page-1.json")
        .forEach(key -> put(key, "1"));

    assertThat(keys("page-1")).containsExactly("page-1.json", "page-10.json");
    assertThat(keys("page-1.json")).containsExactly("page-1.json");
    assertThat(keys("age")).isEmpty();
    assertThat(keys("page-1.json/")).isEmpty();
  }

  @Test
  void list_prefixWithDirectories_isMatchedExactly() {
    List.of("small-bodies/1/a", "small-bodies/10/b", "small-bodies-old/c", "small")
        .forEach(key -> put(key, "1"));

    assertThat(keys("small-bodies/")).containsExactly("small-bodies/1/a", "small-bodies/10/b");
    assertThat(keys("small-bodies/1")).hasSize(2);
    assertThat(keys("small-bodies/1/")).containsExactly("small-bodies/1/a");
    assertThat(keys("small-bodies")).first().isEqualTo("small-bodies-old/c");
  }

  @Test
  void list_prefixThatNoKeyHas_isEmpty() {
    put("a/b", "1");

    assertThat(List.of("/", "a//", "../", "a/../", "a/b/c", "ä", "%", "*"))
        .allSatisfy(prefix -> assertThat(keys(prefix)).isEmpty());
  }

  @Test
  void list_stored_saysWhatPutSaid() {
    StoredObject first = put("a", "1");
    StoredObject second = put("b/c", "22");

    assertThat(store().list("")).containsExactly(first, second);
  }

  @Test
  void list_moreThanAThousand_listsAll() {
    List<String> keys = IntStream.range(0, 1_010).mapToObj(n -> "n/" + (10_000 + n)).toList();
    keys.forEach(key -> put(key, ""));

    assertThat(keys("n/")).containsExactlyElementsOf(keys);
  }

  @Test
  void delete_existingKey_removesItAlone() {
    put("a/b", "1");
    StoredObject other = put("a/c", "2");

    store().delete("a/b");

    assertThat(text("a/b")).isEmpty();
    assertThat(store().stat("a/b")).isEmpty();
    assertThat(store().list("")).containsExactly(other);
  }

  @Test
  void delete_noSuchKey_doesNothing() {
    put("a/b", "1");

    store().delete("a/b");
    store().delete("a/b");
    store().delete("a");
    store().delete("never/there");

    assertThat(store().list("")).isEmpty();
  }

  @Test
  void delete_directoryOfAKey_leavesTheKey() {
    put("a/b", "1");

    store().delete("a");

    assertThat(keys("")).containsExactly("a/b");
  }

  @Test
  void put_ifAbsentAfterDelete_stores() {
    put("a/b", "1");
    store().delete("a/b");

    assertThat(putIfAbsent("a/b", "2")).isPresent();
    assertThat(text("a/b")).contains("2");
  }

  @Test
  void put_directoryOfADeletedKey_stores() {
    put("a/b/c", "1");
    store().delete("a/b/c");

    put("a", "2");

    assertThat(text("a")).contains("2");
  }
}
