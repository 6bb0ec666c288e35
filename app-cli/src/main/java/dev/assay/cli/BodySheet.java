package dev.assay.cli;

import dev.assay.domain.asterank.AsterankSource;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.NoDeltaV;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.size.DiameterSource;
import dev.assay.domain.taxonomy.ClassSource;
import dev.assay.ports.CatalogueEntry;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of one body, on one page: quantity, value with its 68 % interval, origin. */
final class BodySheet {

  private static final String NOT_KNOWN = "unknown";

  /** All that the codes of an entry can stand for; no code has two meanings. */
  private static final List<Provenance> ORIGINS =
      Stream.of(
              Stream.of(ClassSource.values()).map(ClassSource::provenance),
              Stream.of(DiameterSource.values()).map(DiameterSource::provenance),
              Stream.of(MassSource.values()).map(MassSource::provenance),
              Stream.of(AsterankSource.values()).map(AsterankSource::provenance))
          .flatMap(origins -> origins)
          .toList();

  private final CatalogueEntry entry;
  private final ModelRemarks remarks;

  BodySheet(CatalogueEntry entry) {
    this.entry = entry;
    this.remarks = ModelRemarks.of(entry.model());
  }

  void print(PrintWriter out) {
    out.println(entry.fullName());
    out.println();
    line(out, "orbit", orbit(), orbitRemark());
    line(out, "H", magnitude(), entry.hMag() == null ? "" : "SBDB");
    line(out, "albedo", Numbers.exact(entry.albedo()), entry.albedo() == null ? "" : "SBDB");
    line(out, "class", Numbers.likelyClass(entry), classOrigin());
    line(
        out,
        "diameter",
        interval(entry.diameterKm(), entry.diameterSigmaLn(), "km"),
        origin(entry.diameterSource()));
    line(out, "mass", interval(entry.massKg(), entry.massSigmaLn(), "kg"), massOrigin());
    line(out, "delta-v", deltaV(), deltaVRemark());
    line(
        out,
        "accessibility",
        Numbers.share(entry.accessibility()),
        entry.accessibility() == null ? "" : remarks.accessibility());
    line(
        out,
        "gross value",
        interval(entry.valueUsd(), entry.valueLowUsd(), entry.valueHighUsd(), "USD"),
        valueRemark());
    new MissionSheet(entry).print(out);
    line(out, "model", entry.model(), "");
  }

  private String valueRemark() {
    Double value = entry.valueUsd();
    Double high = entry.valueHighUsd();
    if (value == null) {
      return "";
    }
    // An expectation may lie beyond the 84th percentile; unexplained it would look like a mistake.
    boolean skewed = high != null && value > high;
    return remarks.value()
        + (skewed ? "; above its interval because an unlikely but rich class pulls it up" : "");
  }

  static void line(PrintWriter out, String what, String value, String remark) {
    out.println(
        String.format(Locale.ROOT, "  %-14s %-34s %s", what, value, remark).stripTrailing());
  }

  private String orbit() {
    return String.format(
        Locale.ROOT,
        "a %s au, e %s, i %s deg",
        Numbers.fixed(entry.aAu(), 4),
        Numbers.fixed(entry.e(), 4),
        Numbers.fixed(entry.iDeg(), 2));
  }

  private String orbitRemark() {
    StringBuilder remark = new StringBuilder(entry.orbitClass());
    remark.append(Boolean.TRUE.equals(entry.neo()) ? ", near-Earth" : "");
    remark.append(Boolean.TRUE.equals(entry.pha()) ? ", potentially hazardous" : "");
    remark.append("; q ").append(Numbers.fixed(entry.qAu(), 4)).append(" au");
    Double moid = entry.moidAu();
    if (moid != null) {
      remark.append(", MOID ").append(Numbers.significant(moid)).append(" au");
    }
    return remark.toString();
  }

  private String magnitude() {
    Double sigma = entry.hSigmaMag();
    return Numbers.exact(entry.hMag()) + (sigma == null ? "" : " +- " + Numbers.exact(sigma));
  }

  private String classOrigin() {
    String type = entry.spectralType();
    String origin = origin(entry.classSource());
    if (type == null) {
      return origin;
    }
    return origin.isEmpty() ? "type " + type : "type " + type + "; " + origin;
  }

  private String massOrigin() {
    String origin = origin(entry.massSource());
    Double gm = entry.gmKm3S2();
    if (gm != null) {
      return origin + ", GM " + gm + " km^3/s^2";
    }
    Long count = entry.massMeasurements();
    return count == null ? origin : origin + ", n = " + count;
  }

  private DeltaVOutcome outcome() {
    Double a = entry.aAu();
    return a == null
        ? new NoDeltaV("orbit not elliptic (e >= 1): the body does not return")
        : remarks.deltaV(a, entry.e(), entry.iDeg());
  }

  private String deltaV() {
    Double deltaV = entry.deltaVKmS();
    return deltaV == null
        ? "none"
        : String.format(Locale.ROOT, "%.3f km/s (%s)", deltaV, entry.deltaVQuality());
  }

  private String deltaVRemark() {
    if (outcome() instanceof RendezvousDeltaV reached) {
      return String.format(
          Locale.ROOT,
          "%s formula; %.3f x Moon, %.3f x Mars; %.2f years one way; %s",
          reached.branch().name().toLowerCase(Locale.ROOT),
          reached.ratioToMoon(),
          reached.ratioToMars(),
          reached.transferYears(),
          remarks.deltaVSource());
    }
    return ((NoDeltaV) outcome()).reason();
  }

  private static String interval(@Nullable Double median, @Nullable Double sigmaLn, String unit) {
    if (median == null || sigmaLn == null) {
      return interval(median, null, null, unit);
    }
    return interval(median, median * Math.exp(-sigmaLn), median * Math.exp(sigmaLn), unit);
  }

  private static String interval(
      @Nullable Double value, @Nullable Double low, @Nullable Double high, String unit) {
    if (value == null) {
      return NOT_KNOWN;
    }
    if (low == null || high == null) {
      return Numbers.significant(value) + " " + unit + " (no error stated)";
    }
    return String.format(
        Locale.ROOT,
        "%s %s (%s..%s)",
        Numbers.significant(value),
        unit,
        Numbers.significant(low),
        Numbers.significant(high));
  }

  private static String origin(@Nullable String code) {
    return ORIGINS.stream()
        .filter(source -> source.code().equals(code))
        .findFirst()
        .map(source -> describe(source))
        .orElse("");
  }

  private static String describe(Provenance source) {
    String basis = source.basis().name().toLowerCase(Locale.ROOT);
    String method = source.method().equals(basis) ? "" : ": " + source.method();
    return Arrays.asList(basis + method, source.source()).stream()
        .reduce((a, b) -> a + " [" + b + "]")
        .orElse("");
  }
}
