package dev.assay.domain.value;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.mass.MassEstimator.Weighing;
import dev.assay.domain.mission.Mission;
import dev.assay.domain.mission.MissionModel;
import dev.assay.domain.mission.MissionOutcome;
import dev.assay.domain.size.DiameterEstimator;
import dev.assay.domain.size.DiameterEstimator.Sizing;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.OrbitZone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assay's own model: class, diameter, mass and gross value in this order, each with its uncertainty
 * carried on from the one before; what it costs to get there, what a mission would earn, and
 * whether what is known fits together.
 *
 * <p>The gross value is V = &Sigma;<sub>classes</sub> P(class) M(class) &Sigma;<sub>k</sub>
 * x<sub>k</sub>(class) p<sub>k</sub>, an expectation, never a draw. Immutable and thread-safe.
 */
public final class AssayModel implements ValuationModel {

  /** The name of this model. */
  public static final String NAME = "assay";

  private final Classifier classifier;
  private final DiameterEstimator diameters;
  private final MassEstimator masses;
  private final UnitValues unitValues;
  private final UnitValues icyUnitValues;
  private final MagnitudeOnlyBodies magnitudeOnly;
  private final MeasuredBodies measured;
  private final Consistency consistency;
  private final MissionModel missions;
  private final MissionModel icyMissions;

  /**
   * Makes a model on the numbers given.
   *
   * @param tables class tables, prices and assumptions
   */
  public AssayModel(AssayTables tables) {
    this.classifier = new Classifier(tables.albedos(), tables.zones(), tables.assumptions());
    this.diameters = new DiameterEstimator(tables.assumptions());
    this.masses = new MassEstimator(tables.densities(), tables.assumptions());
    this.unitValues = new UnitValues(tables.compositions(), tables.prices());
    this.icyUnitValues = new UnitValues(tables.compositions().icy(), tables.prices());
    this.magnitudeOnly =
        new MagnitudeOnlyBodies(
            (body, classification) -> appraiseInFull(body, null, classification),
            tables.assumptions());
    this.measured = new MeasuredBodies(diameters, masses, unitValues, tables.assumptions());
    this.consistency = new Consistency(tables.albedos(), tables.assumptions());
    this.missions = new MissionModel(tables.mission(), tables.compositions(), tables.prices());
    this.icyMissions =
        new MissionModel(tables.mission(), tables.compositions().icy(), tables.prices());
  }

  /**
   * Makes a model on the tables of this library.
   *
   * @return the default model
   */
  public static AssayModel withBundledTables() {
    return new AssayModel(AssayTables.bundled());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Valuation value(SmallBody body, @Nullable CombinedMass literatureMass) {
    DeltaVOutcome deltaV = ShoemakerHelin.rendezvous(body.orbit());
    Classification classification = classifier.classify(body);
    Appraisal appraisal = appraise(body, literatureMass, classification);
    MissionOutcome mission = mission(body, deltaV, classification, appraisal);
    return new Valuation(
        NAME,
        deltaV,
        classification,
        classification.weights().mostLikely(),
        appraisal.diameter(),
        appraisal.mass(),
        appraisal.grossValue(),
        profit(mission),
        accessibility(deltaV),
        mission,
        consistency.flags(body, literatureMass, classification, appraisal));
  }

  /**
   * What plans the reference mission to a body.
   *
   * @param body the body
   * @return a model on what such a body is made of
   */
  public MissionModel missionModel(SmallBody body) {
    return missionModel(OrbitZone.of(body));
  }

  private MissionModel missionModel(OrbitZone zone) {
    return zone.isIcy() ? icyMissions : missions;
  }

  /** Null as well where a flight of endless years costs an endless sum. */
  private static @Nullable Double profit(MissionOutcome mission) {
    double usd = mission instanceof Mission planned ? planned.netPresentValueUsd() : Double.NaN;
    return Double.isFinite(usd) ? (Double) usd : null;
  }

  private MissionOutcome mission(
      SmallBody body, DeltaVOutcome deltaV, Classification classification, Appraisal appraisal) {
    Estimate<Mass> mass = appraisal.mass();
    return missionModel(classification.zone())
        .plan(
            deltaV,
            body.orbit().semiMajorAxisAu(),
            classification.weights(),
            mass == null ? null : (Double) mass.median().kilograms());
  }

  private Appraisal appraise(
      SmallBody body, @Nullable CombinedMass literature, Classification classification) {
    AbsoluteMagnitude h = body.absoluteMagnitude();
    if (h != null && MagnitudeOnlyBodies.isOne(body, literature, classification)) {
      return magnitudeOnly.appraise(body, h, classification);
    }
    return measured
        .appraise(body, literature, classification)
        .orElseGet(() -> appraiseInFull(body, literature, classification));
  }

  /** Without the short cuts that nearly all bodies take. */
  Appraisal appraiseInFull(
      SmallBody body, @Nullable CombinedMass literature, Classification classification) {
    Optional<Sizing> sizing = diameters.estimate(body, classification);
    Optional<Weighing> weighing =
        masses.estimate(body, literature, classification, sizing.orElse(null));
    return new Appraisal(
        sizing.map(Sizing::overall).orElse(null),
        weighing.map(Weighing::overall).orElse(null),
        weighing.map(known -> grossValue(classification.zone(), known.byClass())).orElse(null));
  }

  private GrossValue grossValue(OrbitZone zone, ClassMixture mass) {
    UnitValues perKilogram = zone.isIcy() ? icyUnitValues : unitValues;
    ClassMixture value = mass.times(perKilogram.byClass());
    double[] ends = value.quantiles(GrossValue.LOW, GrossValue.HIGH);
    return GrossValue.ofClasses(value.expectation(), ends[0], ends[1]);
  }

  private static @Nullable Double accessibility(DeltaVOutcome outcome) {
    return outcome instanceof RendezvousDeltaV reached ? Accessibility.of(reached.deltaV()) : null;
  }
}
