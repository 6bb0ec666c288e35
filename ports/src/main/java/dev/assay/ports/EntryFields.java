package dev.assay.ports;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.GravitationalParameter;
import dev.assay.domain.body.Identity;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.mission.Destination;
import dev.assay.domain.mission.Mission;
import dev.assay.domain.mission.MissionOutcome;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.taxonomy.SpectralType;
import dev.assay.domain.value.Flag;
import dev.assay.domain.value.GrossValue;
import dev.assay.domain.value.Valuation;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is published of a body, in the order of {@link CatalogueColumn#ALL}. */
final class EntryFields {

  /** What stands for the quality of a delta-v that does not exist. */
  private static final String UNDEFINED = "undefined";

  /** Made once: a new text for each body would be slow to make and slow to store. */
  private static final Map<RendezvousDeltaV.Quality, String> QUALITIES = qualities();

  private static final String COMBINED = MassSource.COMBINED_MEASUREMENTS.provenance().code();

  private EntryFields() {}

  private static Map<RendezvousDeltaV.Quality, String> qualities() {
    Map<RendezvousDeltaV.Quality, String> texts = new EnumMap<>(RendezvousDeltaV.Quality.class);
    for (RendezvousDeltaV.Quality quality : RendezvousDeltaV.Quality.values()) {
      texts.put(quality, quality.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return texts;
  }

  static void write(
      SmallBody body, @Nullable CombinedMass literature, Valuation valuation, BodyTableBuilder to) {
    observed(body, to);
    size(valuation.diameter(), to);
    to.real(body.albedo());
    classes(body, valuation, to);
    mass(valuation.mass(), to);
    reach(valuation, to);
    worth(valuation, to);
    basis(body, literature, valuation, to);
    to.object(codes(valuation.flags()));
    mission(valuation.mission(), to);
  }

  private static void observed(SmallBody body, BodyTableBuilder to) {
    Identity identity = body.identity();
    to.object(identity.designation().value());
    to.object(identity.name());
    to.object(identity.fullName());
    to.object(body.orbitClass().code());
    to.object(body.nearEarth());
    to.object(body.potentiallyHazardous());
    OrbitalElements orbit = body.orbit();
    to.finite(orbit.semiMajorAxisAu());
    to.real(orbit.eccentricity());
    to.real(orbit.inclinationDeg());
    to.real(orbit.perihelionAu());
    to.finite(orbit.aphelionAu());
    to.real(body.moidAu());
    AbsoluteMagnitude h = body.absoluteMagnitude();
    to.real(h == null ? Double.NaN : h.magnitudes());
  }

  private static void size(@Nullable Estimate<Diameter> diameter, BodyTableBuilder to) {
    to.real(diameter == null ? Double.NaN : diameter.median().kilometres());
    to.finite(diameter == null ? Double.NaN : diameter.sigmaLn());
    to.object(diameter == null ? null : diameter.provenance().code());
  }

  private static void classes(SmallBody body, Valuation valuation, BodyTableBuilder to) {
    Classification classes = valuation.classification();
    SpectralClass likely = valuation.spectralClass();
    to.object(type(body, classes));
    to.object(likely == null ? null : likely.code());
    to.real(classes == null ? Double.NaN : classes.weights().confidence());
  }

  /** The type that the classes rest on; without classes the newer of the two catalogued ones. */
  private static @Nullable String type(SmallBody body, @Nullable Classification classes) {
    if (classes != null) {
      SpectralType type = classes.type();
      return type == null ? null : type.text();
    }
    return body.smassType() == null ? body.tholenType() : body.smassType();
  }

  private static void mass(@Nullable Estimate<Mass> mass, BodyTableBuilder to) {
    to.real(mass == null ? Double.NaN : mass.median().kilograms());
    to.finite(mass == null ? Double.NaN : mass.sigmaLn());
    to.object(mass == null ? null : mass.provenance().code());
  }

  private static void reach(Valuation valuation, BodyTableBuilder to) {
    if (valuation.deltaV() instanceof RendezvousDeltaV reached) {
      to.real(reached.deltaV().kmPerSecond());
      to.object(QUALITIES.get(reached.quality()));
    } else {
      to.real(Double.NaN);
      to.object(UNDEFINED);
    }
  }

  private static void worth(Valuation valuation, BodyTableBuilder to) {
    GrossValue value = valuation.grossValue();
    to.real(value == null ? Double.NaN : value.usd());
    to.finite(value == null ? Double.NaN : value.lowUsd());
    to.finite(value == null ? Double.NaN : value.highUsd());
    to.real(valuation.profitUsd());
    to.real(valuation.accessibility());
    to.object(valuation.model());
  }

  private static void basis(
      SmallBody body, @Nullable CombinedMass literature, Valuation valuation, BodyTableBuilder to) {
    AbsoluteMagnitude h = body.absoluteMagnitude();
    Classification classes = valuation.classification();
    GravitationalParameter gm = body.gravitationalParameter();
    to.real(h == null ? null : h.sigmaMagnitudes());
    to.object(classes == null ? null : classes.source().provenance().code());
    to.real(gm == null ? Double.NaN : gm.km3PerS2());
    to.object(measurements(literature, valuation.mass()));
  }

  private static @Nullable Long measurements(
      @Nullable CombinedMass literature, @Nullable Estimate<Mass> mass) {
    boolean used = mass != null && mass.provenance().code().equals(COMBINED);
    return literature != null && used ? (Long) (long) literature.count() : null;
  }

  private static @Nullable String codes(Set<Flag> flags) {
    return flags.isEmpty()
        ? null
        : flags.stream().map(Flag::code).collect(Collectors.joining(CatalogueEntry.FLAG_SEPARATOR));
  }

  private static void mission(@Nullable MissionOutcome outcome, BodyTableBuilder to) {
    Mission mission = outcome instanceof Mission planned ? planned : null;
    Destination destination = mission == null ? null : mission.destination();
    to.object(outcome == null ? null : outcome.status());
    to.object(destination == null ? null : destination.code());
    to.finite(mission == null ? Double.NaN : mission.years());
    to.real(mission == null ? Double.NaN : mission.payloadKg());
    to.real(mission == null ? Double.NaN : mission.returnKmPerSecond());
    to.real(mission == null ? null : mission.breakEvenPriceFactor());
  }
}
