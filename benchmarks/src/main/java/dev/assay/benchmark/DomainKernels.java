package dev.assay.benchmark;

import dev.assay.application.source.SmallBodyTables;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.ShoemakerHelin;
import dev.assay.domain.mass.ClassDensities;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.size.DiameterEstimator;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.ZonePriors;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.Valuation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The steps of a valuation, over bodies as a whole catalogue has them, per body. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DomainKernels {

  private static final int BODIES = 10_000;

  /** All bodies as they come; only those with an albedo or a diameter; only the others. */
  @Param({"all", "measured", "magnitude-only"})
  private String bodies = "all";

  private final List<SmallBody> chosen = new ArrayList<>();

  /** The same with albedos of more decimals than published ones have: none has come before. */
  private final List<SmallBody> unlike = new ArrayList<>();

  private final AssayModel model = AssayModel.withBundledTables();
  private final Assumptions assumptions = Assumptions.bundled();
  private final Classifier classifier =
      new Classifier(ClassAlbedos.bundled(), ZonePriors.bundled(), assumptions);
  private final DiameterEstimator diameters = new DiameterEstimator(assumptions);
  private final MassEstimator masses = new MassEstimator(ClassDensities.bundled(), assumptions);

  /**
   * Makes the bodies.
   *
   * @throws IOException never: they are made in memory
   */
  @Setup
  public void makeBodies() throws IOException {
    byte[] csv = CatalogueMaker.csv(12 * BODIES);
    SmallBodyTables.read(
        new ByteArrayInputStream(csv),
        "made",
        body -> {
          if (chosen.size() < BODIES && isWanted(body)) {
            chosen.add(body);
          }
        });
    chosen.forEach(body -> unlike.add(withOtherAlbedo(body)));
    if (chosen.size() != BODIES) {
      throw new IllegalStateException("only " + chosen.size() + " such bodies");
    }
  }

  private static SmallBody withOtherAlbedo(SmallBody body) {
    Double albedo = body.albedo();
    return new SmallBody(
        body.identity(),
        body.orbit(),
        body.orbitClass(),
        body.nearEarth(),
        body.potentiallyHazardous(),
        body.moidAu(),
        body.absoluteMagnitude(),
        body.diameter(),
        albedo == null ? null : (Double) (albedo * 0.9999),
        body.gravitationalParameter(),
        body.smassType(),
        body.tholenType());
  }

  private boolean isWanted(SmallBody body) {
    boolean measured = body.albedo() != null || body.diameter() != null;
    return bodies.equals("all") || measured == bodies.equals("measured");
  }

  /**
   * Rendezvous delta-v.
   *
   * @param sink takes the results
   */
  @Benchmark
  @OperationsPerInvocation(BODIES)
  public void deltaV(Blackhole sink) {
    for (SmallBody body : chosen) {
      DeltaVOutcome outcome = ShoemakerHelin.rendezvous(body.orbit());
      sink.consume(outcome);
    }
  }

  /**
   * Weights over classes, worked out for each body that has an albedo.
   *
   * @param sink takes the results
   */
  @Benchmark
  @OperationsPerInvocation(BODIES)
  public void classPosterior(Blackhole sink) {
    for (SmallBody body : unlike) {
      sink.consume(classifier.classify(body));
    }
  }

  /**
   * Classes and diameter.
   *
   * @param sink takes the results
   */
  @Benchmark
  @OperationsPerInvocation(BODIES)
  public void diameter(Blackhole sink) {
    for (SmallBody body : chosen) {
      sink.consume(diameters.estimate(body, classifier.classify(body)));
    }
  }

  /**
   * Classes, diameter and mass.
   *
   * @param sink takes the results
   */
  @Benchmark
  @OperationsPerInvocation(BODIES)
  public void mass(Blackhole sink) {
    for (SmallBody body : chosen) {
      Classification classes = classifier.classify(body);
      sink.consume(
          masses.estimate(body, null, classes, diameters.estimate(body, classes).orElse(null)));
    }
  }

  /**
   * Everything that is published of a body, with its uncertainty.
   *
   * @param sink takes the results
   */
  @Benchmark
  @OperationsPerInvocation(BODIES)
  public void valuation(Blackhole sink) {
    for (SmallBody body : chosen) {
      Valuation valuation = model.value(body);
      sink.consume(valuation);
    }
  }
}
