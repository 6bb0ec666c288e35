package dev.assay.application.explain;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.value.Flag;
import dev.assay.ports.CatalogueEntry;
import org.jspecify.annotations.Nullable;

/** Mass and density and what they rest on. */
final class MassNodes {

  private static final double G = 6.67430e-11;

  private final Revaluation again;
  private final CatalogueEntry entry;

  MassNodes(Revaluation again) {
    this.again = again;
    this.entry = again.entry();
  }

  Explanation mass(Explanation diameter, Explanation spectralClass) {
    Explanation.Builder node =
        Explanation.of("mass").value(entry.massKg(), "kg").sigmaLn(entry.massSigmaLn());
    Provenance provenance = Origins.of(entry.massSource());
    if (provenance == null) {
      return node.build();
    }
    node.provenance(provenance).note(Flags.note(entry, Flag.MASSES));
    switch (provenance.code()) {
      case "gm" -> node.from(gm()).from(gravitationalConstant());
      case "asterank-gm" -> node.from(gm());
      case "combined-measurements" -> node.note(measurements());
      case "diameter-density" -> node.from(diameter).from(classDensity(spectralClass));
      case "asterank-diameter-density" -> node.from(diameter).from(spectralClass);
      default -> node.note(provenance.method());
    }
    return node.build();
  }

  private Explanation gm() {
    Assumptions assumed = again.tables().assumptions();
    boolean own = MassSource.GM.provenance().code().equals(entry.massSource());
    return Explanation.of("GM")
        .value(entry.gmKm3S2(), "km^3/s^2")
        .sigmaLn(own ? (Double) assumed.sigmaLnGm() : null)
        .basis(Basis.MEASURED)
        .source(ObservedNodes.SBDB)
        .note(own ? "no error stated, " + Words.percent(assumed.sigmaLnGm()) + " assumed" : null)
        .build();
  }

  private static Explanation gravitationalConstant() {
    return Explanation.of("G")
        .value(G, "m^3 kg^-1 s^-2")
        .basis(Basis.MEASURED)
        .source("CODATA 2018")
        .build();
  }

  private @Nullable String measurements() {
    Long count = entry.massMeasurements();
    if (count == null) {
      return null;
    }
    return count == 1 ? "1 published mass" : count + " published masses";
  }

  private @Nullable Explanation classDensity(Explanation spectralClass) {
    return again.density().map(d -> classDensity(d, spectralClass)).orElse(null);
  }

  private Explanation classDensity(ClassMixture density, Explanation spectralClass) {
    LogNormal matched = density.matched();
    Explanation.Builder node =
        Explanation.of("density")
            .value(matched.median(), "kg/m^3")
            .sigmaLn(matched.sigmaLn())
            .basis(Basis.ASSUMED);
    if (again.body().isComet()) {
      return node.source("Carry 2012: 12 comets").note("as of comets").build();
    }
    return node.formula(again.isMixture() ? Formula.CLASS_MIXTURE : null)
        .source("densities by class, after Carry 2012")
        .note(again.isSmall() ? "as of small bodies, which are more porous" : null)
        .from(spectralClass)
        .build();
  }

  /** The density that mass and diameter make together; null where the mass was made of it. */
  @Nullable Explanation density(Explanation mass, Explanation diameter) {
    Double kilograms = entry.massKg();
    Double kilometres = entry.diameterKm();
    Provenance provenance = Origins.of(entry.massSource());
    if (kilograms == null
        || kilometres == null
        || provenance == null
        || provenance.basis() != Basis.MEASURED) {
      return null;
    }
    double volume = Math.PI / 6 * Math.pow(1000 * kilometres, 3);
    Explanation.Builder node = Explanation.of("density").value(kilograms / volume, "kg/m^3");
    Double sigmaMass = entry.massSigmaLn();
    Double sigmaSize = entry.diameterSigmaLn();
    if (sigmaMass != null && sigmaSize != null) {
      node.sigmaLn(Math.sqrt(sigmaMass * sigmaMass + 9 * sigmaSize * sigmaSize));
    }
    return node.basis(Basis.DERIVED)
        .formula(Formula.DENSITY)
        .source("Carry 2012")
        .note("a check, nothing rests on it")
        .note(Flags.note(entry, Flag.DENSITY))
        .from(mass)
        .from(diameter)
        .build();
  }
}
