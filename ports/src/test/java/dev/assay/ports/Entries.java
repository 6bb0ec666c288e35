package dev.assay.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Catalogue entries for tests: complete ones that a test changes where it cares. Immutable; the
 * numbers are plausible, not computed.
 */
public final class Entries {

  private final List<@Nullable Object> values;

  private Entries(List<@Nullable Object> values) {
    this.values = values;
  }

  /** An unnamed near-Earth body of which everything is known. */
  public static Entries anEntry() {
    return of(
        new CatalogueEntry(
            "2020 AB1",
            null,
            "(2020 AB1)",
            "APO",
            true,
            false,
            1.126391,
            0.2037,
            6.0349,
            0.8969,
            1.3559,
            0.0032,
            20.9,
            0.492,
            0.04,
            "measured",
            0.046,
            "B",
            "C",
            0.93,
            7.329e10,
            0.1,
            "gm",
            5.096,
            "good",
            6.7e8,
            2.1e8,
            1.9e9,
            1.2e8,
            2.35,
            "assay",
            0.3,
            "spectral-type",
            4.89e-9,
            3L,
            "density;diameter",
            "feasible",
            "cislunar",
            4.35,
            5562.0,
            1.899,
            6.3));
  }

  /** 1 Ceres, of the main belt. */
  public static Entries ceres() {
    return anEntry()
        .withDesignation("1")
        .withName("Ceres")
        .withFullName("1 Ceres (A801 AA)")
        .withOrbitClass("MBA")
        .withNeo(false);
  }

  /** 433 Eros, near Earth. */
  public static Entries eros() {
    return anEntry()
        .withDesignation("433")
        .withName("Eros")
        .withFullName("433 Eros (A898 PA)")
        .withOrbitClass("AMO");
  }

  /** 101955 Bennu, near Earth. */
  public static Entries bennu() {
    return anEntry()
        .withDesignation("101955")
        .withName("Bennu")
        .withFullName("101955 Bennu (1999 RQ36)");
  }

  /** A body of which as little is known as the catalogue allows. */
  public static Entries anUnknown() {
    Entries entry = anEntry();
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      if (isOptional(column)) {
        entry = entry.with(column.name(), null);
      }
    }
    return entry;
  }

  /** Starts from an entry. */
  public static Entries of(CatalogueEntry entry) {
    List<@Nullable Object> values = new ArrayList<>();
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      values.add(column.value().apply(entry));
    }
    return new Entries(values);
  }

  /** Whether a column may be null. */
  public static boolean isOptional(CatalogueColumn column) {
    try {
      anEntry().with(column.name(), null).entry();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The same entry with another value in a column. */
  public Entries with(String column, @Nullable Object value) {
    List<@Nullable Object> changed = new ArrayList<>(values);
    changed.set(index(column), value);
    return new Entries(changed);
  }

  private static int index(String column) {
    return IntStream.range(0, CatalogueColumn.ALL.size())
        .filter(i -> CatalogueColumn.ALL.get(i).name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + column));
  }

  /** Sets the designation and a full name that consists of it; the name stays. */
  public Entries withDesignation(String designation) {
    boolean number = designation.chars().allMatch(c -> c >= '0' && c <= '9');
    return with("designation", designation)
        .withFullName(number ? designation : "(" + designation + ")");
  }

  public Entries withName(@Nullable String name) {
    return with("name", name);
  }

  public Entries withFullName(String fullName) {
    return with("full_name", fullName);
  }

  public Entries withOrbitClass(String code) {
    return with("orbit_class", code);
  }

  public Entries withNeo(@Nullable Boolean neo) {
    return with("neo", neo);
  }

  public Entries withDeltaV(@Nullable Double kmPerSecond) {
    return with("delta_v_km_s", kmPerSecond);
  }

  public Entries withValue(@Nullable Double usd) {
    return with("value_usd", usd);
  }

  public Entries withSpectralClass(String code) {
    return with("spectral_class", code);
  }

  public Entries withModel(String model) {
    return with("model", model);
  }

  /** The entry. */
  public CatalogueEntry entry() {
    return CatalogueColumn.entry(values);
  }

  /** The entry with its place in the input. */
  public CatalogueRow row(int source, long row) {
    return new CatalogueRow(entry(), source, row);
  }

  /** A batch of rows. */
  public static BodyBatch batch(GenerationId generation, int chunk, CatalogueRow... rows) {
    return new BodyBatch(generation, chunk, List.of(rows));
  }

  /** Numbered bodies from 1, one row each, in that order. */
  public static List<CatalogueRow> numbered(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> anEntry().withDesignation(Integer.toString(n)).row(0, n))
        .toList();
  }
}
