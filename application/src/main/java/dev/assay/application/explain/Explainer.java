package dev.assay.application.explain;

import dev.assay.domain.value.AssayTables;
import dev.assay.ports.CatalogueEntry;

/**
 * Explains the entries of a catalogue: each number with its interval, the formula behind it, and
 * what it was derived from. Thread-safe.
 */
public final class Explainer {

  private final AssayTables tables;

  /**
   * Makes an explainer.
   *
   * @param tables what the catalogue was valued with; where an entry does not follow from them, the
   *     details that would come from them are left out
   */
  public Explainer(AssayTables tables) {
    this.tables = tables;
  }

  /**
   * Makes an explainer on the tables of this library.
   *
   * @return the default explainer
   */
  public static Explainer withBundledTables() {
    return new Explainer(AssayTables.bundled());
  }

  /**
   * Explains an entry.
   *
   * @param entry of any model
   * @return the body; its quantities, known or not, are what it is derived from
   */
  public Explanation explain(CatalogueEntry entry) {
    Revaluation again = new Revaluation(entry, tables);
    ObservedNodes observed = new ObservedNodes(again);
    Explanation orbit = observed.orbit();
    Explanation magnitude = observed.magnitude();
    Explanation albedo = observed.albedo();
    Explanation spectralClass = new ClassNode(again).node(albedo);
    Explanation diameter = new SizeNode(again).node(magnitude, albedo, spectralClass);
    MassNodes masses = new MassNodes(again);
    Explanation mass = masses.mass(diameter, spectralClass);
    ReachNodes reach = new ReachNodes(entry);
    Explanation deltaV = reach.deltaV(orbit);
    WorthNodes worth = new WorthNodes(again);
    Explanation value = worth.grossValue(mass, spectralClass);
    return new Sheet(entry.fullName())
        .add(orbit)
        .add(magnitude)
        .add(albedo)
        .add(spectralClass)
        .add(diameter)
        .add(mass)
        .addIfKnown(masses.density(mass, diameter))
        .add(deltaV)
        .add(reach.accessibility(deltaV, orbit))
        .add(value)
        .addIfKnown(worth.profit(value, deltaV, mass))
        .add(Explanation.of("model").text(entry.model()).build())
        .whole();
  }
}
