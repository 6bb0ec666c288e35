package dev.assay.cli;

import dev.assay.domain.mission.NoMission;
import dev.assay.domain.value.Flag;
import dev.assay.ports.CatalogueEntry;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of a body's page on the reference mission, its profit, and what does not fit. */
final class MissionSheet {

  private final CatalogueEntry entry;

  MissionSheet(CatalogueEntry entry) {
    this.entry = entry;
  }

  void print(PrintWriter out) {
    List<Flag> flags = flags();
    if (!flags.isEmpty()) {
      out.println();
      flags.forEach(flag -> line(out, "flag " + flag.code(), flag.meaning(), ""));
    }
    if (entry.missionStatus() == null) {
      return;
    }
    out.println();
    out.println("  One reference mission, expectation over classes (docs/mission.md):");
    line(out, "goods delivered", goods(), described(entry));
    Double profit = entry.profitUsd();
    line(
        out,
        "net present value",
        profit == null ? "none" : Numbers.significant(profit) + " USD",
        profit == null ? "no mission, so nothing is earned or lost" : parts(profit));
    Double factor = entry.breakEvenPriceFactor();
    line(
        out,
        "break-even",
        factor == null ? "none" : "prices times " + Numbers.significant(factor),
        factor == null
            ? "nothing is sold"
            : "all prices at the destination; more with --break-even");
  }

  private static void line(PrintWriter out, String what, String value, String remark) {
    out.println(
        String.format(Locale.ROOT, "  %-20s %-26s %s", what, value, remark).stripTrailing());
  }

  private String goods() {
    Double payload = entry.missionPayloadKg();
    Double years = entry.missionYears();
    return payload == null
        ? "none"
        : Numbers.significant(payload) + " kg in " + Numbers.fixed(years, 2) + " years";
  }

  /** The mission in words, or why there is none. */
  static String described(CatalogueEntry entry) {
    String destination = entry.missionDestination();
    if (destination != null) {
      return String.format(
          Locale.ROOT,
          "sold %s, the best of three places; return %.3f km/s on mined water",
          place(destination),
          entry.missionReturnKmS());
    }
    if (entry.missionPayloadKg() != null) {
      return "nothing comes back: the mined water does not suffice for the way home";
    }
    return Arrays.stream(NoMission.values())
        .filter(reason -> reason.status().equals(entry.missionStatus()))
        .findFirst()
        .map(NoMission::reason)
        .orElse("");
  }

  private static String place(String destination) {
    return switch (destination) {
      case "leo" -> "in low Earth orbit";
      case "earth" -> "on Earth";
      default -> "in cislunar space";
    };
  }

  /** NPV = revenue - cost and cost = factor x revenue, so the two parts need no columns. */
  private String parts(double profit) {
    Double factor = entry.breakEvenPriceFactor();
    if (factor == null) {
      return "all of it cost";
    }
    if (factor == 1) {
      return "it just pays";
    }
    double revenue = profit / (1 - factor);
    return String.format(
        Locale.ROOT,
        "revenue %s less cost %s; this is the profit",
        Numbers.significant(revenue),
        Numbers.significant(factor * revenue));
  }

  private List<Flag> flags() {
    @Nullable String codes = entry.flags();
    List<String> raised =
        codes == null ? List.of() : List.of(codes.split(CatalogueEntry.FLAG_SEPARATOR));
    return Arrays.stream(Flag.values()).filter(flag -> raised.contains(flag.code())).toList();
  }
}
