package dev.assay.ports.memory;

import dev.assay.domain.body.Designation;
import dev.assay.domain.body.Identity;
import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.TopQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a generation held when it was opened.
 *
 * @param entries in designation order
 * @param planets heaviest first
 */
record InMemoryReader(
    GenerationId generation, List<CatalogueEntry> entries, List<PlanetEntry> planets)
    implements CatalogueReader {

  private static final double SIMILAR = 0.6;

  @Override
  public long count() {
    return entries.size();
  }

  @Override
  public Optional<CatalogueEntry> get(Designation designation) {
    return entries.stream().filter(e -> e.designation().equals(designation.value())).findFirst();
  }

  @Override
  public List<CatalogueEntry> find(String text, int limit) {
    String wanted = fold(text);
    return entries.stream().filter(e -> isCalled(e, wanted)).limit(limit).toList();
  }

  private static boolean isCalled(CatalogueEntry entry, String wanted) {
    Identity identity =
        new Identity(new Designation(entry.designation()), entry.fullName(), entry.name());
    return Stream.concat(
            shortNames(entry),
            Stream.concat(
                Stream.of(entry.fullName(), entry.fullName().split(" \\(", 2)[0]),
                identity.provisionalDesignation().stream()))
        .anyMatch(called -> fold(called).equals(wanted));
  }

  private static Stream<String> shortNames(CatalogueEntry entry) {
    return Stream.concat(Stream.of(entry.designation()), Stream.ofNullable(entry.name()));
  }

  @Override
  public List<CatalogueEntry> similar(String text, int limit) {
    String wanted = fold(text);
    ToDoubleFunction<CatalogueEntry> likeness =
        entry ->
            shortNames(entry)
                .mapToDouble(called -> Likeness.of(fold(called), wanted))
                .max()
                .orElse(0);
    return entries.stream()
        .filter(entry -> likeness.applyAsDouble(entry) >= SIMILAR)
        .sorted(Comparator.comparingDouble(likeness).reversed())
        .limit(limit)
        .toList();
  }

  /** Without regard to case, in every locale. */
  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<CatalogueEntry> top(TopQuery query) {
    Comparator<CatalogueEntry> best = Comparator.comparing(e -> number(e, query.by().column()));
    return entries.stream()
        .filter(entry -> isWanted(entry, query))
        .sorted(query.by().lowestFirst() ? best : best.reversed())
        .limit(query.limit())
        .toList();
  }

  private static boolean isWanted(CatalogueEntry entry, TopQuery query) {
    Double maxDeltaV = query.maxDeltaVKmS();
    Double deltaV = entry.deltaVKmS();
    return number(entry, query.by().column()) != null
        && (query.orbitClasses().isEmpty() || query.orbitClasses().contains(entry.orbitClass()))
        && (!query.nearEarthOnly() || Boolean.TRUE.equals(entry.neo()))
        && (maxDeltaV == null || (deltaV != null && deltaV <= maxDeltaV))
        && (query.spectralClass() == null || query.spectralClass().equals(entry.spectralClass()));
  }

  private static @Nullable Double number(CatalogueEntry entry, String column) {
    return CatalogueColumn.ALL.stream()
        .filter(c -> c.name().equals(column))
        .map(c -> (Double) c.value().apply(entry))
        .toList()
        .get(0);
  }

  @Override
  public void forEach(Consumer<CatalogueEntry> consumer) {
    entries.forEach(consumer);
  }

  @Override
  public List<PlanetEntry> planets(int limit) {
    return planets.stream().limit(limit).toList();
  }

  @Override
  public List<PlanetEntry> findPlanets(String text, int limit) {
    String wanted = PlanetEntry.key(text);
    return wanted.isEmpty()
        ? List.of()
        : planets.stream()
            .filter(
                planet ->
                    Stream.concat(Stream.of(planet.name()), Stream.ofNullable(planet.host()))
                        .anyMatch(called -> PlanetEntry.key(called).equals(wanted)))
            .sorted(Comparator.comparing(PlanetEntry::name))
            .limit(limit)
            .toList();
  }

  @Override
  public List<PlanetEntry> similarPlanets(String text, int limit) {
    String wanted = PlanetEntry.key(text);
    ToDoubleFunction<PlanetEntry> likeness =
        planet -> Likeness.of(PlanetEntry.key(planet.name()), wanted);
    return planets.stream()
        .filter(planet -> likeness.applyAsDouble(planet) >= SIMILAR)
        .sorted(Comparator.comparingDouble(likeness).reversed().thenComparing(PlanetEntry::name))
        .limit(limit)
        .toList();
  }

  @Override
  public void close() {
    // Nothing to give back.
  }
}
