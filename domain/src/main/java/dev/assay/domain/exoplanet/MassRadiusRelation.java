package dev.assay.domain.exoplanet;

import dev.assay.domain.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The radius of a planet from its mass and, where that is possible, the mass from the radius: J.
 * Chen and D. Kipping, "Probabilistic forecasting of the masses and radii of other worlds",
 * Astrophysical Journal 834 (2017) 17.
 *
 * <p>R = C<sub>k</sub> M<sup>S<sub>k</sub></sup> in Earth radii and Earth masses, with four
 * branches k (Terran, Neptunian, Jovian, stellar) that meet at 2.04, 131.58 and 26 644.8 Earth
 * masses. Only C of the first is given; the others follow from the meeting.
 *
 * <p>The Jovian branch falls, so between 11.33 and 14.31 Earth radii a radius fits three masses;
 * and already below, the scatter of the relation mixes planets like Neptune with planets like
 * Jupiter. Above 10 Earth radii a radius therefore gives an interval and no median. Planets above
 * the peak of the relation by more than its scatter are inflated by the heat of their star; of
 * their mass the relation says nothing.
 */
public final class MassRadiusRelation {

  private static final String FILE = "mass-radius.csv";
  private static final List<String> NAMES = List.of("terran", "neptunian", "jovian", "stellar");
  private static final List<String> COLUMNS =
      List.of(
          "branch",
          "from_mass_earths",
          "exponent",
          "radius_scatter",
          "smallest_mass_sigma_ln",
          "source");

  private final MassRadiusBranch terran;
  private final MassRadiusBranch neptunian;
  private final MassRadiusBranch jovian;
  private final MassRadiusBranch stellar;
  private final PlanetAssumptions assumptions;

  private MassRadiusRelation(List<MassRadiusBranch> branches, PlanetAssumptions assumptions) {
    this.terran = branches.get(0);
    this.neptunian = branches.get(1);
    this.jovian = branches.get(2);
    this.stellar = branches.get(3);
    this.assumptions = assumptions;
  }

  /**
   * The relation of this library.
   *
   * @return that of Chen &amp; Kipping (2017)
   */
  public static MassRadiusRelation bundled() {
    return parse(FILE, DataTable.bundled(FILE), PlanetAssumptions.bundled());
  }

  /**
   * Reads a table with the columns {@code
   * branch,from_mass_earths,exponent,radius_scatter,smallest_mass_sigma_ln,source} and the rows
   * terran, neptunian, jovian and stellar, in this order.
   *
   * @param name what to call it in messages
   * @param text its content
   * @param assumptions the numbers that go with it
   * @return the relation
   * @throws dev.assay.domain.table.BadTableException if a branch is missing, does not begin above
   *     the one before, or rises where it must fall; or if the table is malformed
   */
  public static MassRadiusRelation parse(String name, String text, PlanetAssumptions assumptions) {
    DataTable table = DataTable.parse(name, text, COLUMNS);
    List<MassRadiusBranch> branches = new ArrayList<>();
    for (DataTable.Row row : table.rows()) {
      int place = branches.size();
      if (place >= NAMES.size() || !row.text("branch").equals(NAMES.get(place))) {
        throw row.bad("branch", "the branches are " + String.join(", ", NAMES) + ", in this order");
      }
      MassRadiusBranch before = place == 0 ? null : branches.get(place - 1);
      branches.add(branch(row, before, assumptions));
    }
    if (branches.size() < NAMES.size()) {
      throw table.bad("no row for branch " + NAMES.get(branches.size()));
    }
    return new MassRadiusRelation(branches, assumptions);
  }

  private static MassRadiusBranch branch(
      DataTable.Row row, @Nullable MassRadiusBranch before, PlanetAssumptions assumptions) {
    row.text("source");
    String name = row.text("branch");
    boolean falls = name.equals("jovian");
    double exponent = row.number("exponent", falls ? -1 : 0.01, falls ? -0.001 : 2);
    double from = row.number("from_mass_earths", 0, 1e6);
    if (before != null && !(from > before.fromMassEarths())) {
      throw row.bad("from_mass_earths", from + " is not above that of the branch before");
    }
    double coefficient =
        before == null
            ? assumptions.terranCoefficient()
            : before.radiusEarths(from) / Math.pow(from, exponent);
    return new MassRadiusBranch(
        name,
        from,
        coefficient,
        exponent,
        row.number("radius_scatter", 0.001, 1),
        row.number("smallest_mass_sigma_ln", 0, 2));
  }

  /**
   * The radius that belongs to a mass.
   *
   * @param massEarths mass (Earth masses), above 0 and finite
   * @return radius (Earth radii)
   */
  public double radiusEarths(double massEarths) {
    if (!(massEarths > 0 && massEarths < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mass must be positive and finite, was " + massEarths);
    }
    return branchOfMass(massEarths).radiusEarths(massEarths);
  }

  private MassRadiusBranch branchOfMass(double massEarths) {
    MassRadiusBranch found = terran;
    for (MassRadiusBranch branch : List.of(neptunian, jovian, stellar)) {
      found = massEarths >= branch.fromMassEarths() ? branch : found;
    }
    return found;
  }

  /**
   * The mass that belongs to a radius. Its interval takes in the error of the radius and the
   * scatter of planets about the relation: var(ln M) = (sigma<sub>R</sub>/S)&sup2; + (error of ln
   * R/S)&sup2;.
   *
   * @param radius radius (Earth radii), with a median; an error that is not stated counts as none
   * @return the mass (Earth masses): median and interval up to 10 Earth radii, an interval above;
   *     null if no planet of the relation is so large
   */
  public @Nullable PlanetValue massEarths(PlanetValue radius) {
    Double median = radius.median();
    if (median == null) {
      throw new IllegalArgumentException("a radius without a median: " + radius);
    }
    return median > assumptions.noPointMassAbove()
        ? interval(median, radius)
        : point(median, radius);
  }

  private PlanetValue point(double radiusEarths, PlanetValue radius) {
    boolean small = radiusEarths <= neptunian.radiusEarths(neptunian.fromMassEarths());
    MassRadiusBranch branch = small ? terran : neptunian;
    double mass = branch.massEarths(radiusEarths);
    return new PlanetValue(
        mass,
        mass * Math.exp(-branch.massSigmaLn(radius.lnBelow())),
        mass * Math.exp(branch.massSigmaLn(radius.lnAbove())));
  }

  /** From the lightest planet like Neptune to the heaviest like Jupiter that fit within 1 sigma. */
  private @Nullable PlanetValue interval(double radiusEarths, PlanetValue radius) {
    double peak = jovian.radiusEarths(jovian.fromMassEarths());
    double foot = stellar.radiusEarths(stellar.fromMassEarths());
    double smallest =
        radiusEarths * Math.exp(-Math.hypot(jovian.radiusScatter(), radius.lnBelow()));
    if (smallest > peak) {
      return null;
    }
    double lightest = Math.min(neptunian.massEarths(radiusEarths), jovian.fromMassEarths());
    double heaviest = smallest <= foot ? assumptions.largestMass() : jovian.massEarths(smallest);
    return new PlanetValue(
        null,
        lightest * Math.exp(-neptunian.massSigmaLn(radius.lnBelow())),
        Math.min(heaviest, assumptions.largestMass()));
  }
}
