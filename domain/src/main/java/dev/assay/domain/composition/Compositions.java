package dev.assay.domain.composition;

import dev.assay.domain.table.DataTable;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The composition of each spectral class, from a table. */
public final class Compositions {

  private static final List<String> COLUMNS =
      List.of("class", "component", "value", "low", "high", "source");
  private static final String ALLOY = "alloy";
  private static final String ICY = "icy";
  private static final Set<String> ALLOY_METALS = Set.of("iron", "nickel", "cobalt");

  private final Map<SpectralClass, Composition> compositions;
  private final Composition icy;
  private final Alloy alloy;

  private Compositions(Map<SpectralClass, Composition> compositions, Composition icy, Alloy alloy) {
    this.compositions = compositions;
    this.icy = icy;
    this.alloy = alloy;
  }

  /**
   * The table of this library.
   *
   * @return compositions of the meteorites that each class resembles
   */
  public static Compositions bundled() {
    return parse("compositions.csv", DataTable.bundled("compositions.csv"));
  }

  /**
   * Reads a table with the columns {@code class,component,value,low,high,source}: for each class of
   * its own composition one row per component, phases as mass fractions and trace metals in parts
   * per million; likewise the rows of the class {@code icy}, for bodies that have kept their ices;
   * and three rows of the class {@code alloy} for iron, nickel and cobalt in metal.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the compositions
   * @throws dev.assay.domain.table.BadTableException if a row is missing, unknown or doubled, a
   *     range does not hold its value, or the phases of a class exceed 1
   */
  public static Compositions parse(String name, String text) {
    DataTable table = DataTable.parse(name, text, COLUMNS);
    Map<String, Map<String, MassFraction>> byClass = new HashMap<>();
    for (DataTable.Row row : table.rows()) {
      row.text("source");
      Map<String, MassFraction> components =
          byClass.computeIfAbsent(row.text("class"), k -> new HashMap<>());
      if (components.put(row.text("component"), fraction(row)) != null) {
        throw row.bad("component", "has a row already");
      }
    }
    Alloy alloy = alloy(table, byClass);
    Map<SpectralClass, Composition> compositions = new EnumMap<>(SpectralClass.class);
    for (SpectralClass spectralClass : SpectralClass.all()) {
      String analogue = analogue(spectralClass).code();
      compositions.put(spectralClass, composition(table, byClass, analogue));
    }
    return new Compositions(compositions, composition(table, byClass, ICY), alloy);
  }

  private static MassFraction fraction(DataTable.Row row) {
    boolean alloy = row.text("class").equals(ALLOY);
    if (!alloy) {
      requireOwnComposition(row);
    }
    double unit = alloy ? alloyUnit(row) : component(row).unit();
    double most = 1 / unit;
    double value = row.number("value", 0, most);
    return new MassFraction(
        value * unit, row.number("low", 0, value) * unit, row.number("high", value, most) * unit);
  }

  /** A row that nothing would ever read is refused, not passed over. */
  private static void requireOwnComposition(DataTable.Row row) {
    String code = row.text("class");
    if (code.equals(ICY)) {
      return;
    }
    SpectralClass spectralClass =
        SpectralClass.ofCode(code)
            .orElseThrow(() -> row.bad("class", "unknown class '" + code + "'"));
    SpectralClass analogue = analogue(spectralClass);
    if (analogue != spectralClass) {
      throw row.bad("class", code + " takes the composition of " + analogue.code());
    }
  }

  private static Component component(DataTable.Row row) {
    String name = row.text("component");
    return Component.ofName(name)
        .orElseThrow(() -> row.bad("component", "unknown component '" + name + "'"));
  }

  private static double alloyUnit(DataTable.Row row) {
    String name = row.text("component");
    if (!ALLOY_METALS.contains(name)) {
      throw row.bad("component", "unknown metal '" + name + "' of the alloy");
    }
    return 1;
  }

  private static Alloy alloy(DataTable table, Map<String, Map<String, MassFraction>> byClass) {
    Map<String, MassFraction> rows = byClass.getOrDefault(ALLOY, Map.of());
    MassFraction iron = required(table, rows, ALLOY, "iron");
    MassFraction nickel = required(table, rows, ALLOY, "nickel");
    MassFraction cobalt = required(table, rows, ALLOY, "cobalt");
    try {
      return new Alloy(iron, nickel, cobalt);
    } catch (IllegalArgumentException e) {
      throw table.bad("class " + ALLOY + ": " + e.getMessage());
    }
  }

  private static Composition composition(
      DataTable table, Map<String, Map<String, MassFraction>> byClass, String code) {
    Map<String, MassFraction> rows = byClass.getOrDefault(code, Map.of());
    Map<Component, MassFraction> fractions = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      String name = component.name().toLowerCase(Locale.ROOT);
      fractions.put(component, required(table, rows, code, name));
    }
    try {
      return new Composition(fractions);
    } catch (IllegalArgumentException e) {
      throw table.bad("class " + code + ": " + e.getMessage());
    }
  }

  private static MassFraction required(
      DataTable table, Map<String, MassFraction> rows, String code, String component) {
    MassFraction fraction = rows.get(component);
    if (fraction == null) {
      throw table.bad("no row for " + component + " of class " + code);
    }
    return fraction;
  }

  /**
   * The class whose composition stands for another. Subclasses differ from their class in spectral
   * detail that says nothing certain about composition (Berthier et al. 2023, Table C.8); Xe and Xn
   * are aubrite-like, Z resembles D.
   */
  private static SpectralClass analogue(SpectralClass spectralClass) {
    return switch (spectralClass) {
      case CB, CG -> SpectralClass.C;
      case CGH -> SpectralClass.CH;
      case LD -> SpectralClass.L;
      case Q, SA, SK, SL, SQ, SR, SV -> SpectralClass.S;
      case XC, XK -> SpectralClass.X;
      case XE, XN -> SpectralClass.E;
      case Z -> SpectralClass.D;
      default -> spectralClass;
    };
  }

  /**
   * The composition of a class.
   *
   * @param spectralClass which
   * @return its composition
   */
  public Composition of(SpectralClass spectralClass) {
    return Objects.requireNonNull(compositions.get(spectralClass));
  }

  /**
   * The compositions of bodies that have kept their ices: comets, and whatever orbits beyond 5.5
   * au. A spectrum tells little of what lies below their surface, so all classes are alike.
   *
   * @return dust, organic matter and ice for every class
   */
  public Compositions icy() {
    Map<SpectralClass, Composition> alike = new EnumMap<>(SpectralClass.class);
    SpectralClass.all().forEach(c -> alike.put(c, icy));
    return new Compositions(alike, icy, alloy);
  }

  /**
   * What the metal consists of.
   *
   * @return the same for all classes
   */
  public Alloy alloy() {
    return alloy;
  }
}
