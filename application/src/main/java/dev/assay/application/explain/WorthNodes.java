package dev.assay.application.explain;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.asterank.AsterankSource;
import dev.assay.domain.composition.Component;
import dev.assay.domain.composition.Composition;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.market.Commodity;
import dev.assay.domain.market.Price;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.ports.CatalogueEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a body is worth, and what that rests on. */
final class WorthNodes {

  private static final int MOST_COMPOSITIONS = 3;
  private static final double LEAST_SHARE = 0.1;
  private static final double PER_MILLION = 1e6;

  private static final List<Component> PLATINUM_GROUP =
      List.of(
          Component.PLATINUM,
          Component.PALLADIUM,
          Component.RHODIUM,
          Component.RUTHENIUM,
          Component.IRIDIUM,
          Component.OSMIUM);

  private final Revaluation again;
  private final CatalogueEntry entry;

  WorthNodes(Revaluation again) {
    this.again = again;
    this.entry = again.entry();
  }

  Explanation grossValue(Explanation mass, Explanation spectralClass) {
    Double usd = entry.valueUsd();
    Explanation.Builder node =
        Explanation.of("gross value")
            .value(usd, "USD")
            .interval(entry.valueLowUsd(), entry.valueHighUsd())
            .from(mass);
    if (usd == null) {
      return node.build();
    }
    node.basis(Basis.DERIVED);
    if (entry.model().equals(AsterankModel.NAME)) {
      return node.formula(Formula.ASTERANK_PRICE)
          .source(AsterankSource.PRICES.provenance().source())
          .note("wrong by up to a million times")
          .from(spectralClass)
          .build();
    }
    node.formula(Formula.GROSS_VALUE)
        .source("Assay, docs/formulas/value.md")
        .note("at prices on Earth, not recoverable")
        .note(skew(usd, entry.valueHighUsd()))
        .from(worth(usd));
    compositions().forEach(node::from);
    return node.from(prices()).build();
  }

  /** An expectation may lie beyond the 84th percentile; unexplained it would look wrong. */
  private static @Nullable String skew(double expectation, @Nullable Double high) {
    return high != null && expectation > high
        ? "above its interval because an unlikely but rich class pulls it up"
        : null;
  }

  private @Nullable Explanation worth(double usd) {
    Double kilograms = entry.massKg();
    ClassMixture mixture = again.unitValue().orElse(null);
    if (mixture != null) {
      return Explanation.of("worth per kg")
          .value(mixture.expectation(), "USD/kg")
          .interval(mixture.quantile(-1), mixture.quantile(1))
          .basis(Basis.DERIVED)
          .note(skew(mixture.expectation(), mixture.quantile(1)))
          .note("PGM: platinum-group metals")
          .build();
    }
    return kilograms == null
        ? null
        : Explanation.of("worth per kg")
            .value(usd / kilograms, "USD/kg")
            .basis(Basis.DERIVED)
            .note("of other prices or tables than those that come with Assay")
            .build();
  }

  private Stream<Explanation> compositions() {
    Classification classes = again.classes();
    if (classes == null || again.unitValue().isEmpty()) {
      return Stream.empty();
    }
    ClassWeights weights = classes.weights();
    Map<String, String> whose = new LinkedHashMap<>();
    ClassNode.likeliest(weights)
        .limit(MOST_COMPOSITIONS)
        .filter(c -> weights.of(c) >= LEAST_SHARE || c == weights.mostLikely())
        .forEach(
            c ->
                whose.merge(inWords(again.compositions().of(c)), c.code(), (a, b) -> a + ", " + b));
    return whose.entrySet().stream()
        .map(made -> composition(again.isIcy() ? "icy" : made.getValue(), made.getKey()));
  }

  private static Explanation composition(String whose, String inWords) {
    return Explanation.of(whose + " material")
        .text(inWords)
        .basis(Basis.ASSUMED)
        .source("compositions.csv, by meteorite analogue")
        .build();
  }

  private static String inWords(Composition made) {
    double platinumGroup = PLATINUM_GROUP.stream().mapToDouble(m -> made.of(m).value()).sum();
    return String.format(
        Locale.ROOT,
        "%s water, %s metal, %.2g ppm PGM",
        Words.percent(made.of(Component.WATER).value()),
        Words.percent(made.of(Component.METAL).value()),
        PER_MILLION * platinumGroup);
  }

  private @Nullable Explanation prices() {
    if (again.unitValue().isEmpty()) {
      return null;
    }
    List<Price> all = Stream.of(Commodity.values()).map(again.tables().prices()::of).toList();
    LocalDate first = all.stream().map(Price::date).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = all.stream().map(Price::date).max(LocalDate::compareTo).orElseThrow();
    double platinum = again.tables().prices().of(Commodity.PLATINUM).usdPerKilogram();
    return Explanation.of("prices")
        .text(String.format(Locale.ROOT, "platinum %.0f USD/kg, ...", platinum))
        .basis(Basis.MEASURED)
        .source("prices.csv of " + first + " to " + last)
        .note("taken as exact")
        .build();
  }

  Explanation profit(Explanation grossValue, Explanation deltaV, Explanation mass) {
    Double usd = entry.profitUsd();
    ModelFormulas model = ModelFormulas.of(entry.model());
    Explanation.Builder node = Explanation.of("profit").value(usd, "USD");
    return usd == null
        ? node.build()
        : node.basis(Basis.DERIVED)
            .formula(model.profit())
            .source(model.profitSource())
            .from(model == ModelFormulas.ASTERANK ? grossValue : mass)
            .from(deltaV)
            .build();
  }
}
