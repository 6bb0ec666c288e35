package dev.assay.application.explain;

import dev.assay.domain.body.SmallBody;
import dev.assay.domain.composition.Compositions;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.ClassDensity;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.size.DiameterEstimator;
import dev.assay.domain.size.DiameterEstimator.Sizing;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.OrbitZone;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.value.AssayTables;
import dev.assay.domain.value.UnitValues;
import dev.assay.ports.CatalogueEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went into the valuation of an entry, found by valuing its body anew. Whatever does not come
 * out as it stands in the catalogue, which may have been valued with other tables, is left out.
 */
final class Revaluation {

  /** Two computations of the same number differ by rounding only. */
  private static final double ROUNDING = 1e-9;

  private final CatalogueEntry entry;
  private final AssayTables tables;
  private final SmallBody body;
  private final @Nullable Classification classes;
  private final @Nullable Sizing sizing;

  Revaluation(CatalogueEntry entry, AssayTables tables) {
    this.entry = entry;
    this.tables = tables;
    this.body = Subject.body(entry, tables.assumptions());
    this.classes = classify();
    this.sizing = size();
  }

  private @Nullable Classification classify() {
    String likely = entry.spectralClass();
    Double confidence = entry.classConfidence();
    if (likely == null || confidence == null) {
      return null;
    }
    Classification again =
        new Classifier(tables.albedos(), tables.zones(), tables.assumptions()).classify(body);
    boolean agrees =
        again.weights().mostLikely().code().equals(likely)
            && isClose(again.weights().confidence(), confidence);
    return agrees ? again : null;
  }

  private @Nullable Sizing size() {
    Double kilometres = entry.diameterKm();
    if (classes == null || kilometres == null) {
      return null;
    }
    return new DiameterEstimator(tables.assumptions())
        .estimate(body, classes)
        .filter(again -> isClose(again.overall().median().kilometres(), kilometres))
        .orElse(null);
  }

  private static boolean isClose(double again, double before) {
    return Math.abs(again - before) <= ROUNDING * Math.abs(before);
  }

  CatalogueEntry entry() {
    return entry;
  }

  AssayTables tables() {
    return tables;
  }

  SmallBody body() {
    return body;
  }

  /** The classes the body may have; null if the model has none, or they cannot be had again. */
  @Nullable Classification classes() {
    return classes;
  }

  /** Whether more than one class is possible. */
  boolean isMixture() {
    return classes != null && classes.weights().confidence() < 1;
  }

  /** Albedo over the classes. */
  Optional<ClassMixture> albedo() {
    return Optional.ofNullable(classes).map(c -> ClassMixture.of(c.weights(), c.albedos()::get));
  }

  /** Density over the classes (kg/m3), as the mass was computed with. */
  Optional<ClassMixture> density() {
    Sizing known = sizing;
    return classes == null || known == null
        ? Optional.empty()
        : Optional.of(ClassMixture.of(classes.weights(), c -> density(known, c)));
  }

  private LogNormal density(Sizing known, SpectralClass spectralClass) {
    if (body.isComet()) {
      return LogNormal.ofMedian(
          tables.assumptions().cometDensity(), tables.assumptions().cometDensitySigmaLn());
    }
    ClassDensity density = tables.densities().of(spectralClass);
    return isSmall(known) ? density.small() : density.large();
  }

  private boolean isSmall(Sizing known) {
    return tables.assumptions().isSmall(known.overall().median().kilometres());
  }

  /** Whether the densities of small bodies were taken. */
  boolean isSmall() {
    return sizing != null && isSmall(sizing);
  }

  /** What the body is made of, class by class. */
  Compositions compositions() {
    return tables.compositionsOf(body);
  }

  boolean isIcy() {
    return OrbitZone.of(body).isIcy();
  }

  /**
   * Worth over the classes (USD/kg); empty if the value does not come out of the bundled tables.
   */
  Optional<ClassMixture> unitValue() {
    Double usd = entry.valueUsd();
    if (classes == null || usd == null) {
      return Optional.empty();
    }
    UnitValues unitValues = new UnitValues(compositions(), tables.prices());
    return new MassEstimator(tables.densities(), tables.assumptions())
        .estimate(body, Subject.literature(entry), classes, sizing)
        .map(mass -> mass.byClass().times(unitValues.byClass()).expectation())
        .filter(again -> isClose(again, usd))
        .map(again -> ClassMixture.of(classes.weights(), unitValues::of));
  }
}
