package dev.assay.domain.taxonomy;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.Assumptions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what classes a body may have: from its spectral type where it has one, else from the zone
 * in which it orbits, sharpened by its albedo (Bayes: posterior ~ prior(zone) * density(ln p |
 * class)).
 *
 * <p>A type marked as uncertain counts only with its quality; the rest of the weight follows the
 * zone. The class X is resolved into E, M and P in the same way. Where bodies are icy the albedo
 * tells how much ice is exposed and not the class, so it changes nothing. Thread-safe.
 */
public final class Classifier {

  private final ClassAlbedos classAlbedos;
  private final ClassTable<LogNormal> templates;
  private final ZonePriors priors;
  private final Assumptions assumptions;
  private final Classification[] byZone;
  private final ZoneAndAlbedo<Classification> byAlbedo = new ZoneAndAlbedo<>();

  /**
   * Prepares the classes of each zone.
   *
   * @param classAlbedos albedo of each class
   * @param priors class shares of each zone
   * @param assumptions the albedos of near-Earth asteroids and of bodies beyond 5.5 au
   */
  public Classifier(ClassAlbedos classAlbedos, ZonePriors priors, Assumptions assumptions) {
    this.classAlbedos = classAlbedos;
    this.templates = ClassTable.of(classAlbedos::of);
    this.priors = priors;
    this.assumptions = assumptions;
    this.byZone =
        Arrays.stream(OrbitZone.values()).map(this::ofZone).toArray(Classification[]::new);
  }

  private Classification ofZone(OrbitZone zone) {
    if (zone == OrbitZone.NEAR_EARTH) {
      NearEarthPrior prior = NearEarthPrior.of(priors.of(zone), classAlbedos, assumptions);
      return new Classification(prior.weights(), prior.albedos(), null, ClassSource.ZONE, zone);
    }
    return new Classification(priors.of(zone), templates, null, ClassSource.ZONE, zone);
  }

  /**
   * The classes a body may have.
   *
   * @param body the body
   * @return weights over classes and what they rest on
   */
  public Classification classify(SmallBody body) {
    Classification untyped = withoutType(body);
    Optional<SpectralType> type = SpectralTypeParser.choose(body.smassType(), body.tholenType());
    if (type.isEmpty()) {
      return untyped;
    }
    ClassWeights resolved = resolveX(type.get().weights(), untyped.weights());
    ClassWeights weights = resolved.mixedWith(untyped.weights(), type.get().quality());
    return new Classification(
        weights, templates, type.get(), ClassSource.SPECTRAL_TYPE, untyped.zone());
  }

  private Classification withoutType(SmallBody body) {
    OrbitZone zone = OrbitZone.of(body);
    Double albedo = body.albedo();
    AbsoluteMagnitude h = body.absoluteMagnitude();
    if (zone == OrbitZone.DISTANT && albedo == null && h != null) {
      LogNormal assumed = DistantAlbedo.of(h.magnitudes(), assumptions);
      return new Classification(
          priors.of(zone), ClassTable.of(c -> assumed), null, ClassSource.ZONE, zone);
    }
    if (albedo == null || zone.isIcy()) {
      return byZone[zone.ordinal()];
    }
    return byAlbedo.get(
        zone,
        albedo,
        () ->
            new Classification(
                posterior(priors.of(zone), classAlbedos, albedo),
                templates,
                null,
                ClassSource.ZONE_ALBEDO,
                zone));
  }

  /**
   * Bayes' rule for a measured albedo.
   *
   * @param prior weights before the albedo is known
   * @param classAlbedos albedo of each class
   * @param albedo the albedo, above 0
   * @return weights that take it into account
   */
  static ClassWeights posterior(ClassWeights prior, ClassAlbedos classAlbedos, double albedo) {
    double lnAlbedo = Math.log(albedo);
    double[] likelihoods = new double[prior.possibleCount()];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < likelihoods.length; i++) {
      likelihoods[i] = classAlbedos.logDensityOfLn(prior.possible(i), lnAlbedo);
      highest = Math.max(highest, likelihoods[i]);
    }
    // Relative to the most likely class, so that an extreme albedo cannot underflow them all.
    for (int i = 0; i < likelihoods.length; i++) {
      likelihoods[i] = Math.exp(likelihoods[i] - highest);
    }
    return prior.posterior(likelihoods);
  }

  /** Gives the weight of X to E, M and P, as the zone and the albedo would have it. */
  private static ClassWeights resolveX(ClassWeights typed, ClassWeights untyped) {
    double unresolved = typed.of(SpectralClass.X);
    if (unresolved == 0) {
      return typed;
    }
    double e = untyped.of(SpectralClass.E);
    double m = untyped.of(SpectralClass.M);
    double p = untyped.of(SpectralClass.P);
    double sum = e + m + p;
    if (sum == 0) {
      return typed;
    }
    Map<SpectralClass, Double> weights = new EnumMap<>(SpectralClass.class);
    typed.possible().forEach(c -> weights.put(c, typed.of(c)));
    weights.remove(SpectralClass.X);
    weights.merge(SpectralClass.E, unresolved * e / sum, Double::sum);
    weights.merge(SpectralClass.M, unresolved * m / sum, Double::sum);
    weights.merge(SpectralClass.P, unresolved * p / sum, Double::sum);
    return ClassWeights.of(weights);
  }
}
