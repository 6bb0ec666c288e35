package dev.assay.domain.asterank;

import dev.assay.domain.asterank.AsterankPrices.Content;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.value.GrossValue;
import dev.assay.domain.value.Valuation;
import dev.assay.domain.value.ValuationModel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reproduces the published numbers of Asterank (asterank.com, 2012 to 2025; code at
 * github.com/typpo/asterank), errors included: values to 0.1 % and profits to 0.5 % of its pages.
 * For comparison only.
 *
 * <p>What is wrong is said where it is computed: {@link AsterankDeltaV}, {@code AsterankSpec},
 * {@code AsterankMass}, {@code AsterankPrices} and {@code AsterankScore}. Where Asterank draws a
 * random number, its mean is taken. Asterank states no uncertainty: estimates have none, values
 * have no interval, and classes no probability. A spectral type that its table does not name would
 * end its run; here it counts as "?", worth nothing. Immutable and thread-safe.
 */
public final class AsterankModel implements ValuationModel {

  /** The name of this model. */
  public static final String NAME = "asterank";

  private final AsterankPrices prices;

  private AsterankModel(AsterankPrices prices) {
    this.prices = prices;
  }

  /**
   * Makes the model on the published prices.
   *
   * @return the model
   */
  public static AsterankModel withPublishedPrices() {
    return new AsterankModel(AsterankPrices.bundled());
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Values a body. A comet without a spectral type has neither mass, value nor profit: Asterank
   * gives -1 for each, which is a mark and not an amount. Its closeness is -1.
   *
   * @param body what is known of it
   * @param literatureMass not used, see the class that weighs
   * @return all that follows
   */
  @Override
  public Valuation value(SmallBody body, @Nullable CombinedMass literatureMass) {
    DeltaVOutcome deltaV = AsterankDeltaV.rendezvous(body.orbit());
    AsterankFigures figures = figures(body, kmPerSecond(deltaV));
    boolean weighed = figures.mass() != null;
    return new Valuation(
        NAME,
        deltaV,
        null,
        SpectralClass.ofCode(figures.spec()).orElse(null),
        figures.diameter(),
        figures.mass(),
        weighed
            ? GrossValue.withoutInterval(figures.price(), AsterankSource.PRICES.provenance())
            : null,
        weighed ? (Double) figures.profit() : null,
        figures.closeness(),
        null,
        Set.of());
  }

  /**
   * What Asterank publishes of a body.
   *
   * @param body what is known of it
   * @return its figures
   */
  public AsterankFigures figures(SmallBody body) {
    return figures(body, kmPerSecond(AsterankDeltaV.rendezvous(body.orbit())));
  }

  private static double kmPerSecond(DeltaVOutcome outcome) {
    return outcome instanceof RendezvousDeltaV reached
        ? reached.deltaV().kmPerSecond()
        : AsterankScore.DEFAULT_DELTA_V;
  }

  /**
   * What Asterank publishes of a body with a delta-v.
   *
   * @param body what else is known of it
   * @param deltaV its delta-v (km/s)
   * @return its figures
   */
  AsterankFigures figures(SmallBody body, double deltaV) {
    Estimate<Diameter> diameter = AsterankMass.diameter(body);
    String spec = spec(body);
    if (spec.equals(AsterankSpec.COMET)) {
      return ofComet(diameter);
    }
    Estimate<Mass> mass = AsterankMass.mass(body, spec, diameter);
    double kilograms = mass.median().kilograms();
    Content content = prices.of(spec);
    double price = content.usdPerKilogram() * kilograms;
    double closeness = AsterankScore.closeness(body.orbit(), deltaV);
    return new AsterankFigures(
        spec,
        diameter,
        mass,
        price,
        AsterankScore.saved(content.percent(), kilograms),
        closeness,
        AsterankScore.profit(price, closeness, deltaV),
        AsterankScore.score(price, closeness));
  }

  private String spec(SmallBody body) {
    String spec = AsterankSpec.of(body);
    return prices.knows(spec) ? spec : AsterankSpec.UNKNOWN;
  }

  private static AsterankFigures ofComet(@Nullable Estimate<Diameter> diameter) {
    double mark = AsterankScore.NOT_COMPUTED;
    double saved = mark * AsterankScore.SHARE_SAVED;
    double score = AsterankScore.score(mark, mark);
    return new AsterankFigures(AsterankSpec.COMET, diameter, null, mark, saved, mark, mark, score);
  }
}
