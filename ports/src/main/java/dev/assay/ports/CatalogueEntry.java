package dev.assay.ports;

import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.value.Valuation;
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
    BodyTableBuilder table = new BodyTableBuilder(1);
    table.add(body, literature, valuation, 0, 1);
    return table.build().entry(0);
  }
}
