package dev.assay.application.explain;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.taxonomy.ClassSource;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.OrbitZone;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.taxonomy.SpectralType;
import dev.assay.domain.taxonomy.SpectralTypeParser;
import dev.assay.ports.CatalogueEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The spectral class, its likely rivals, and what they rest on. */
final class ClassNode {

  private static final int MOST_NAMED = 6;
  private static final String WRIGHT =
      "weighted so that albedos are those observed near Earth (Wright et al. 2016)";
  private static final double LEAST_NAMED = 0.005;

  private final Revaluation again;
  private final CatalogueEntry entry;

  ClassNode(Revaluation again) {
    this.again = again;
    this.entry = again.entry();
  }

  Explanation node(Explanation albedo) {
    String likely = entry.spectralClass();
    Explanation.Builder node = Explanation.of("class");
    if (likely != null) {
      node.text(likely).value(entry.classConfidence(), "");
    }
    Provenance provenance = Origins.of(entry.classSource());
    if (provenance != null) {
      node.basis(provenance.basis()).formula(Formula.ofCode(provenance.code()));
    }
    Classification classes = again.classes();
    if (classes != null) {
      describe(node, classes, albedo);
    } else {
      node.from(type(null));
    }
    return node.build();
  }

  private void describe(Explanation.Builder node, Classification classes, Explanation albedo) {
    node.note(shares(classes.weights()));
    SpectralType type = classes.type();
    boolean certain = type != null && type.quality() == 1 && !resolvesX(type);
    if (certain) {
      node.from(type(type));
      return;
    }
    node.basis(type == null && classes.source() == ClassSource.ZONE ? Basis.ASSUMED : Basis.DERIVED)
        .from(type(type))
        .from(zone(classes))
        .from(again.isIcy() ? null : albedo);
    if (type != null && resolvesX(type)) {
      node.note("X told apart into E, M and P by zone" + (albedo.isKnown() ? " and albedo" : ""));
    }
    if (classes.source() == ClassSource.ZONE_ALBEDO) {
      node.source(ClassSource.ZONE_ALBEDO.provenance().source());
    }
    node.note(type == null && isNearEarth() && !albedo.isKnown() ? WRIGHT : null);
    node.note(again.isIcy() && albedo.isKnown() ? "icy, so its albedo is no guide" : null);
  }

  private boolean isNearEarth() {
    return OrbitZone.of(again.body()) == OrbitZone.NEAR_EARTH;
  }

  private static boolean resolvesX(SpectralType type) {
    return type.weights().of(SpectralClass.X) > 0;
  }

  /** The likeliest classes; empty if there is only one. */
  static String shares(ClassWeights weights) {
    if (weights.confidence() == 1) {
      return "";
    }
    List<SpectralClass> named =
        likeliest(weights).limit(MOST_NAMED).filter(c -> weights.of(c) >= LEAST_NAMED).toList();
    double rest = 1 - named.stream().mapToDouble(weights::of).sum();
    String list =
        named.stream()
            .map(c -> c.code() + " " + Words.percent(weights.of(c)))
            .collect(Collectors.joining(", "));
    return rest < LEAST_NAMED ? list : list + ", others " + Words.percent(rest);
  }

  /** The possible classes, the likeliest first. */
  static Stream<SpectralClass> likeliest(ClassWeights weights) {
    return weights.possible().stream()
        .sorted(Comparator.comparingDouble((SpectralClass c) -> weights.of(c)).reversed());
  }

  private @Nullable Explanation type(@Nullable SpectralType used) {
    String text = entry.spectralType();
    if (text == null) {
      return null;
    }
    SpectralType type = used == null ? SpectralTypeParser.parse(text).orElse(null) : used;
    double quality = type == null ? 1 : type.quality();
    return Explanation.of("type")
        .text(text)
        .basis(Basis.MEASURED)
        .source(ClassSource.SPECTRAL_TYPE.provenance().source())
        .note(
            quality == 1
                ? null
                : "marked as uncertain: counts "
                    + Words.percent(quality)
                    + ", the rest is shared as in its zone")
        .build();
  }

  private Explanation zone(Classification classes) {
    OrbitZone zone = OrbitZone.of(again.body());
    ClassWeights before = again.tables().zones().of(zone);
    Explanation.Builder node =
        Explanation.of("zone")
            .text(Words.zone(again.body()))
            .basis(Basis.ASSUMED)
            .source(again.tables().zones().source(zone));
    if (!again.body().isComet() && !again.body().orbit().isElliptic()) {
      node.note("taken for a body from beyond 5.5 au");
    }
    return node.note(before.equals(classes.weights()) ? null : "there " + shares(before)).build();
  }
}
