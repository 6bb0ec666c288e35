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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One body as the catalogue holds and publishes it. What is not known is null. The columns, their
 * names and order are those of {@link CatalogueColumn}.
 *
 * @param designation primary designation
 * @param name name; null if it has none
 * @param fullName number, name and provisional designation
 * @param orbitClass JPL's orbit class
 * @param neo whether near-Earth
 * @param pha whether potentially hazardous
 * @param aAu semi-major axis (au); null for a parabolic orbit
 * @param e eccentricity
 * @param iDeg inclination (degrees)
 * @param qAu perihelion distance (au)
 * @param aphelionAu aphelion distance (au); null unless elliptic
 * @param moidAu minimum orbit intersection distance to Earth (au)
 * @param hMag absolute magnitude (mag)
 * @param diameterKm diameter, median (km)
 * @param diameterSigmaLn its standard deviation of ln; null if the model states none
 * @param diameterSource code of where it came from
 * @param albedo measured geometric albedo
 * @param spectralType spectral type as catalogued
 * @param spectralClass most likely class, or the one the model took it for
 * @param classConfidence its probability; null if the model states none
 * @param massKg mass, median (kg)
 * @param massSigmaLn its standard deviation of ln; null if the model states none
 * @param massSource code of where it came from
 * @param deltaVKmS rendezvous delta-v (km/s)
 * @param deltaVQuality how far to trust it; "undefined" where there is none
 * @param valueUsd gross in-situ value, expectation (US dollars)
 * @param valueLowUsd its 16th percentile; null if the model states none
 * @param valueHighUsd its 84th percentile; null if the model states none
 * @param profitUsd profit by the model's own measure (US dollars); for the model assay the net
 *     present value of one reference mission
 * @param accessibility accessibility by the model's own measure
 * @param model name of the valuation model
 * @param hSigmaMag standard error of H as catalogued (mag)
 * @param classSource code of what the class rests on; null if the model does not weigh classes
 * @param gmKm3S2 GM as catalogued (km&sup3;/s&sup2;)
 * @param massMeasurements number of published masses combined
 * @param flags codes of what does not fit together, joined by ";"; null if nothing is known to be
 *     amiss
 * @param missionStatus what came of the reference mission: "feasible", "nothing-returned",
 *     "infeasible", "no-delta-v" or "no-mass"; null if the model plans none
 * @param missionDestination where its goods are sold: "cislunar", "leo" or "earth"
 * @param missionYears from launch to sale (years)
 * @param missionPayloadKg goods delivered, expectation over classes (kg)
 * @param missionReturnKmS delta-v of the way back (km/s)
 * @param breakEvenPriceFactor factor on all prices at the destination at which the mission would
 *     just pay
 */
public record CatalogueEntry(
    String designation,
    @Nullable String name,
    String fullName,
    String orbitClass,
    @Nullable Boolean neo,
    @Nullable Boolean pha,
    @Nullable Double aAu,
    Double e,
    Double iDeg,
    Double qAu,
    @Nullable Double aphelionAu,
    @Nullable Double moidAu,
    @Nullable Double hMag,
    @Nullable Double diameterKm,
    @Nullable Double diameterSigmaLn,
    @Nullable String diameterSource,
    @Nullable Double albedo,
    @Nullable String spectralType,
    @Nullable String spectralClass,
    @Nullable Double classConfidence,
    @Nullable Double massKg,
    @Nullable Double massSigmaLn,
    @Nullable String massSource,
    @Nullable Double deltaVKmS,
    String deltaVQuality,
    @Nullable Double valueUsd,
    @Nullable Double valueLowUsd,
    @Nullable Double valueHighUsd,
    @Nullable Double profitUsd,
    @Nullable Double accessibility,
    String model,
    @Nullable Double hSigmaMag,
    @Nullable String classSource,
    @Nullable Double gmKm3S2,
    @Nullable Long massMeasurements,
    @Nullable String flags,
    @Nullable String missionStatus,
    @Nullable String missionDestination,
    @Nullable Double missionYears,
    @Nullable Double missionPayloadKg,
    @Nullable Double missionReturnKmS,
    @Nullable Double breakEvenPriceFactor) {

  /** What stands for the quality of a delta-v that does not exist. */
  private static final String UNDEFINED = "undefined";

  /** Stands between the codes of flags. */
  public static final String FLAG_SEPARATOR = ";";

  /**
   * Puts together what is published of a body.
   *
   * @param body the body as observed
   * @param literature its published masses; null if there is none
   * @param valuation what follows
   * @return its entry
   */
  public static CatalogueEntry of(
      SmallBody body, @Nullable CombinedMass literature, Valuation valuation) {
    Identity identity = body.identity();
    OrbitalElements orbit = body.orbit();
    AbsoluteMagnitude h = body.absoluteMagnitude();
    GravitationalParameter gm = body.gravitationalParameter();
    Classification classes = valuation.classification();
    SpectralClass likely = valuation.spectralClass();
    RendezvousDeltaV reached = valuation.deltaV() instanceof RendezvousDeltaV found ? found : null;
    Estimate<Diameter> diameter = valuation.diameter();
    Estimate<Mass> mass = valuation.mass();
    GrossValue value = valuation.grossValue();
    MissionOutcome outcome = valuation.mission();
    Mission mission = outcome instanceof Mission planned ? planned : null;
    return new CatalogueEntry(
        identity.designation().value(),
        identity.name(),
        identity.fullName(),
        body.orbitClass().code(),
        body.nearEarth(),
        body.potentiallyHazardous(),
        finite(orbit.semiMajorAxisAu()),
        orbit.eccentricity(),
        orbit.inclinationDeg(),
        orbit.perihelionAu(),
        finite(orbit.aphelionAu()),
        body.moidAu(),
        h == null ? null : (Double) h.magnitudes(),
        diameter == null ? null : (Double) diameter.median().kilometres(),
        diameter == null ? null : finite(diameter.sigmaLn()),
        diameter == null ? null : diameter.provenance().code(),
        body.albedo(),
        type(body, classes),
        likely == null ? null : likely.code(),
        classes == null ? null : (Double) classes.weights().confidence(),
        mass == null ? null : (Double) mass.median().kilograms(),
        mass == null ? null : finite(mass.sigmaLn()),
        mass == null ? null : mass.provenance().code(),
        reached == null ? null : (Double) reached.deltaV().kmPerSecond(),
        reached == null ? UNDEFINED : quality(reached.quality()),
        value == null ? null : (Double) value.usd(),
        value == null ? null : finite(value.lowUsd()),
        value == null ? null : finite(value.highUsd()),
        valuation.profitUsd(),
        valuation.accessibility(),
        valuation.model(),
        h == null ? null : h.sigmaMagnitudes(),
        classes == null ? null : classes.source().provenance().code(),
        gm == null ? null : (Double) gm.km3PerS2(),
        measurements(literature, mass),
        codes(valuation.flags()),
        outcome == null ? null : outcome.status(),
        mission == null ? null : destination(mission),
        mission == null ? null : (Double) mission.years(),
        mission == null ? null : (Double) mission.payloadKg(),
        mission == null ? null : (Double) mission.returnKmPerSecond(),
        mission == null ? null : mission.breakEvenPriceFactor());
  }

  private static @Nullable String codes(Set<Flag> flags) {
    return flags.isEmpty()
        ? null
        : flags.stream().map(Flag::code).collect(Collectors.joining(FLAG_SEPARATOR));
  }

  private static @Nullable String destination(Mission mission) {
    Destination destination = mission.destination();
    return destination == null ? null : destination.code();
  }

  /** The type that the classes rest on; without classes the newer of the two catalogued ones. */
  private static @Nullable String type(SmallBody body, @Nullable Classification classes) {
    if (classes != null) {
      SpectralType type = classes.type();
      return type == null ? null : type.text();
    }
    return body.smassType() == null ? body.tholenType() : body.smassType();
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String quality(RendezvousDeltaV.Quality quality) {
    return quality.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable Long measurements(
      @Nullable CombinedMass literature, @Nullable Estimate<Mass> mass) {
    String combined = MassSource.COMBINED_MEASUREMENTS.provenance().code();
    boolean used = mass != null && mass.provenance().code().equals(combined);
    return literature != null && used ? (Long) (long) literature.count() : null;
  }
}
