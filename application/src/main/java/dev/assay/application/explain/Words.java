package dev.assay.application.explain;

import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.taxonomy.OrbitZone;
import java.util.Locale;
import java.util.Map;

/** Names and numbers as they stand in a phrase. */
final class Words {

  /** JPL's names of its orbit classes. */
  private static final Map<String, String> ORBIT_CLASSES =
      Map.ofEntries(
          Map.entry("IEO", "Atira"),
          Map.entry("ATE", "Aten"),
          Map.entry("APO", "Apollo"),
          Map.entry("AMO", "Amor"),
          Map.entry("MCA", "Mars-crosser"),
          Map.entry("IMB", "inner main belt"),
          Map.entry("MBA", "main belt"),
          Map.entry("OMB", "outer main belt"),
          Map.entry("TJN", "Trojan of Jupiter"),
          Map.entry("CEN", "Centaur"),
          Map.entry("TNO", "transneptunian"),
          Map.entry("AST", "asteroid of no other class"),
          Map.entry("PAA", "asteroid on a parabola"),
          Map.entry("HYA", "asteroid on a hyperbola"),
          Map.entry("ETc", "Encke-type comet"),
          Map.entry("JFc", "Jupiter-family comet"),
          Map.entry("JFC", "Jupiter-family comet"),
          Map.entry("CTc", "Chiron-type comet"),
          Map.entry("HTC", "Halley-type comet"),
          Map.entry("PAR", "comet on a parabola"),
          Map.entry("HYP", "comet on a hyperbola"),
          Map.entry("COM", "comet of no other class"));

  private Words() {}

  static String orbitClass(OrbitClass orbitClass) {
    String name = ORBIT_CLASSES.get(orbitClass.code());
    return name == null ? orbitClass.code() : orbitClass.code() + " (" + name + ")";
  }

  static String zone(SmallBody body) {
    if (!body.isComet() && !body.orbit().isElliptic()) {
      return "unbound orbit";
    }
    return switch (OrbitZone.of(body)) {
      case NEAR_EARTH -> "near-Earth asteroids (q < 1.3 au)";
      case HUNGARIA -> "Hungaria region (a < 2.0 au)";
      case INNER_BELT -> "inner belt (a 2.0..2.5 au)";
      case MIDDLE_BELT -> "middle belt (a 2.5..2.82 au)";
      case OUTER_BELT -> "outer belt (a 2.82..3.27 au)";
      case CYBELE -> "Cybele region (a 3.27..3.7 au)";
      case HILDA -> "Hilda region (a 3.7..4.6 au)";
      case TROJAN -> "Jupiter's Trojans (a 4.6..5.5 au)";
      case DISTANT -> "Centaurs and beyond (a > 5.5 au)";
      case COMET -> "comets";
    };
  }

  static String percent(double share) {
    double percent = 100 * share;
    return percent > 0 && percent < 0.95
        ? String.format(Locale.ROOT, "%.2g %%", percent)
        : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
