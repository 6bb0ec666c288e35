package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.body.Designation;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.PortException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the parts of {@link CatalogueContract} share. */
abstract class CatalogueSuite {

  static final GenerationId FIRST = new GenerationId("g-2026-10-05");
  static final GenerationId SECOND = new GenerationId("g-2026-10-12");
  static final GenerationId THIRD = new GenerationId("g-2026-10-19");

  /** The catalogue under test, empty when the test begins, and the same throughout. */
  abstract Catalogue catalogue();

  /** Creates a generation and fills it with one batch. */
  final void load(GenerationId generation, CatalogueRow... rows) {
    catalogue().create(generation);
    catalogue().put(Entries.batch(generation, 0, rows));
  }

  /** Loads a generation and seals it. */
  final Sealed loadAndSeal(GenerationId generation, CatalogueRow... rows) {
    load(generation, rows);
    return catalogue().seal(generation);
  }

  /** Loads a generation, seals and activates it. */
  final void publish(GenerationId generation, CatalogueRow... rows) {
    loadAndSeal(generation, rows);
    catalogue().activate(generation);
  }

  /** Publishes bodies, in the order given, as the first generation. */
  final void publish(Entries... bodies) {
    publish(
        FIRST,
        IntStream.range(0, bodies.length)
            .mapToObj(i -> bodies[i].row(0, i + 1))
            .toArray(CatalogueRow[]::new));
  }

  /** Publishes one body. */
  final void publishOne(GenerationId generation, Entries body) {
    publish(generation, body.row(0, 1));
  }

  /** Reads from the active generation. */
  final <T> T read(Function<CatalogueReader, T> reading) {
    try (CatalogueReader reader = catalogue().read().orElseThrow()) {
      return reading.apply(reader);
    }
  }

  /** Everything in the active generation. */
  final List<CatalogueEntry> everything() {
    return read(CatalogueSuite::everything);
  }

  final Optional<CatalogueEntry> get(String designation) {
    return read(reader -> reader.get(new Designation(designation)));
  }

  final List<CatalogueEntry> find(String text, int limit) {
    return read(reader -> reader.find(text, limit));
  }

  final List<CatalogueEntry> top(TopQuery query) {
    return read(reader -> reader.top(query));
  }

  static List<CatalogueEntry> everything(CatalogueReader reader) {
    List<CatalogueEntry> entries = new ArrayList<>();
    reader.forEach(entries::add);
    return entries;
  }

  static List<String> designations(List<CatalogueEntry> entries) {
    return entries.stream().map(CatalogueEntry::designation).toList();
  }

  static void assertRefused(ThrowingCallable call, GenerationId generation) {
    assertThatThrownBy(call)
        .hasMessageContaining(generation.value())
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
  }
}
