package dev.assay.application.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.manifest.ManifestComparison.Side;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.memory.InMemoryObjectStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ManifestComparisonTest {

  private static final GenerationId BASE = new GenerationId("run-1");
  private static final GenerationId NOW = new GenerationId("run-2");

  private final ObjectStore store = new InMemoryObjectStore();

  /** A row of a manifest. */
  private record Row(int body, long content) {

    long key() {
      return BodyKeys.key("" + body);
    }
  }

  /** Parts with rows about few bodies, so that many are about the same. */
  @Provide
  Arbitrary<List<List<Row>>> parts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 30), Arbitraries.longs().between(0, 2))
        .as(Row::new)
        .list()
        .ofMaxSize(20)
        .list()
        .ofMaxSize(3);
  }

  private Side side(GenerationId generation, List<List<Row>> parts) {
    long rows = 0;
    for (int part = 0; part < parts.size(); part++) {
      List<Row> own = parts.get(part);
      ByteBuffer bytes = ByteBuffer.allocate(own.size() * Manifests.ROW_BYTES);
      own.forEach(row -> bytes.putLong(row.key()).putLong(row.content()));
      store.put(
          "manifests/" + generation + "/0000" + part,
          Condition.ALWAYS,
          out -> out.write(bytes.array()));
      rows += own.size();
    }
    return new Side(generation, parts.size(), rows);
  }

  @Property(tries = 200)
  void compare_anyManifests_isWhatMapsSay(
      @ForAll("parts") List<List<Row>> before,
      @ForAll("parts") List<List<Row>> now,
      @ForAll @IntRange(min = 1, max = 100) int rowsOfAPass) {
    Changes changes =
        ManifestComparison.compare(
            new Manifests(store), side(BASE, before), side(NOW, now), rowsOfAPass);

    assertThat(changes).isEqualTo(expected(before, now));
  }

  /** The oracle. */
  private static Changes expected(List<List<Row>> before, List<List<Row>> now) {
    Map<Integer, Long> was = new HashMap<>();
    before.forEach(part -> part.forEach(row -> was.put(row.body(), row.content())));
    Map<Integer, Long> is = new HashMap<>();
    Map<Integer, Integer> partOf = new HashMap<>();
    Map<Integer, Long> superseded = new HashMap<>();
    List<Row> sent = new ArrayList<>();
    for (int part = 0; part < now.size(); part++) {
      for (Row row : now.get(part)) {
        Integer earlier = partOf.put(row.body(), part);
        if (earlier != null) {
          superseded.merge(earlier, 1L, Long::sum);
        }
        is.put(row.body(), row.content());
        if (!Objects.equals(was.get(row.body()), row.content())) {
          sent.add(row);
        }
      }
    }
    Set<Integer> gone = new HashSet<>(was.keySet());
    gone.removeAll(is.keySet());
    Set<Integer> written = new HashSet<>(is.keySet());
    written.removeIf(body -> Objects.equals(was.get(body), is.get(body)));
    Set<Integer> unchanged = new HashSet<>();
    sent.forEach(row -> unchanged.add(row.body()));
    unchanged.removeAll(written);
    return new Changes(
        is.size(), written.size(), keys(gone), keys(unchanged), sent.size(), superseded);
  }

  private static BodyKeys keys(Set<Integer> bodies) {
    return BodyKeys.of(bodies.stream().mapToLong(body -> BodyKeys.key("" + body)));
  }
}
