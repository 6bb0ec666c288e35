package dev.assay.application.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyTableTest {

  /** Keys that meet: of few values, of the same upper half, and of the ends of the range. */
  @Provide
  Arbitrary<List<Long>> keys() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(-2, 2),
            Arbitraries.longs().between(0, 40).map(low -> (0xFFFF_FFFFL << 32) | low),
            Arbitraries.longs())
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 200)
  void add_anyKeys_givesEachASlotOfItsOwnAndFindsIt(@ForAll("keys") List<Long> keys) {
    KeyTable table = new KeyTable(keys.size());
    Map<Long, Integer> slots = new HashMap<>();
    for (long key : keys) {
      int slot = table.add(key);
      assertThat(slots.getOrDefault(key, slot)).isEqualTo(slot);
      slots.put(key, slot);
    }

    assertThat(slots.values()).doesNotHaveDuplicates();
    slots.forEach(
        (key, slot) -> {
          assertThat(table.find(key)).isEqualTo(slot);
          assertThat(table.key(slot)).isEqualTo(key);
        });
    assertThat(IntStream.range(0, table.slots()).filter(table::isUsed).boxed())
        .containsExactlyInAnyOrderElementsOf(slots.values());
    assertThat(table.find(12345)).isEqualTo(slots.getOrDefault(12345L, -1));
  }

  @Test
  void add_moreKeysThanSlots_fails() {
    KeyTable table = new KeyTable(3);

    assertThatThrownBy(() -> IntStream.rangeClosed(1, 9).forEach(table::add))
        .isInstanceOf(IllegalStateException.class);
  }
}
