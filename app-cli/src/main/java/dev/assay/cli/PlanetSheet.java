package dev.assay.cli;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.exoplanet.PlanetMassSource;
import dev.assay.domain.exoplanet.PlanetUnits;
import dev.assay.ports.PlanetEntry;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of one planet, on one page: quantity, value with its 68 % interval, origin. */
final class PlanetSheet {

  private static final String NOT_KNOWN = "unknown";
  private static final String ARCHIVE = "NASA Exoplanet Archive";

  private final PlanetEntry planet;

  PlanetSheet(PlanetEntry planet) {
    this.planet = planet;
  }

  void print(PrintWriter out) {
    out.println(planet.name());
    out.println();
    line(out, "star", text(planet.host()), distance());
    line(out, "discovery", text(planet.discoveryYear()), text(planet.discoveryMethod()));
    line(
        out,
        "period",
        unit(planet.orbitalPeriodDays(), "days"),
        source(planet.orbitalPeriodDays()));
    line(
        out,
        "radius",
        interval(
            planet.radiusEarths(), planet.radiusLowEarths(), planet.radiusHighEarths(), "Earths"),
        radiusRemark());
    line(
        out,
        "mass",
        interval(planet.massEarths(), planet.massLowEarths(), planet.massHighEarths(), "Earths"),
        massRemark());
    line(out, "listed mass", listed(), listedRemark());
    line(
        out,
        "density",
        interval(planet.densityKgM3(), planet.densityLowKgM3(), planet.densityHighKgM3(), "kg/m3"),
        densityRemark());
  }

  private static void line(PrintWriter out, String what, String value, String remark) {
    out.println(
        String.format(Locale.ROOT, "  %-14s %-34s %s", what, value, remark).stripTrailing());
  }

  private String distance() {
    Double parsecs = planet.distanceParsecs();
    return parsecs == null ? "" : Numbers.significant(parsecs) + " pc away";
  }

  private String radiusRemark() {
    Double radius = planet.radiusEarths();
    if (radius == null) {
      return "";
    }
    String jupiters = Numbers.significant(PlanetUnits.jupiterRadii(radius)) + " Jupiters; ";
    boolean noError = planet.radiusLowEarths() == null;
    return jupiters + ARCHIVE + (noError ? ", no error stated, maybe computed from the mass" : "");
  }

  private String massRemark() {
    String code = planet.massSource();
    if (code == null) {
      return planet.radiusEarths() == null
          ? ""
          : "larger than the relation of mass and radius reaches";
    }
    Double mass = planet.massEarths();
    String jupiters =
        mass == null ? "" : Numbers.significant(PlanetUnits.jupiterMasses(mass)) + " Jupiters; ";
    return jupiters + origin(code);
  }

  private static String origin(String code) {
    return Arrays.stream(PlanetMassSource.values())
        .map(PlanetMassSource::provenance)
        .filter(provenance -> provenance.code().equals(code))
        .findFirst()
        .map(PlanetSheet::origin)
        .orElse(code);
  }

  private static String origin(Provenance provenance) {
    return provenance.basis().name().toLowerCase(Locale.ROOT)
        + ": "
        + provenance.method()
        + " ("
        + provenance.source()
        + ")";
  }

  private String listed() {
    Double mass = planet.listedMassEarths();
    String limit = planet.listedMassLimit();
    if (mass == null) {
      return NOT_KNOWN;
    }
    String bound = limit == null ? "" : limit.equals("upper") ? "below " : "above ";
    return bound + Numbers.significant(mass) + " Earths";
  }

  private String listedRemark() {
    if (planet.listedMassEarths() == null) {
      return "";
    }
    String provenance = planet.listedMassProvenance();
    return ARCHIVE + (provenance == null ? "" : ", " + provenance);
  }

  private String densityRemark() {
    return planet.densityKgM3() == null
        ? "stated only where mass and radius were both measured"
        : "derived: mass over volume";
  }

  private static String source(@Nullable Double value) {
    return value == null ? "" : ARCHIVE;
  }

  private static String unit(@Nullable Double value, String unit) {
    return value == null ? NOT_KNOWN : Numbers.significant(value) + " " + unit;
  }

  private static String text(@Nullable Object value) {
    return value == null ? NOT_KNOWN : value.toString();
  }

  private static String interval(
      @Nullable Double median, @Nullable Double low, @Nullable Double high, String unit) {
    if (low == null || high == null) {
      return unit(median, unit);
    }
    String range = "(" + Numbers.significant(low) + ".." + Numbers.significant(high) + ")";
    return median == null ? unit + " " + range : unit(median, unit) + " " + range;
  }
}
