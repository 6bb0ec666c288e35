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
  private final ModelRemarks remarks;

  MissionSheet(CatalogueEntry entry) {
    this.entry = entry;
    this.remarks = ModelRemarks.of(entry.model());
  }

  void print(PrintWriter out) {
    if (entry.missionStatus() != null) {
      BodySheet.line(out, "mission", mission(), described(entry));
    }
    Double profit = entry.profitUsd();
    if (profit != null) {
      BodySheet.line(out, "profit", Numbers.significant(profit) + " USD", profitRemark(profit));
    } else if (entry.missionStatus() != null) {
      BodySheet.line(out, "profit", "none", "no mission, so nothing is earned or lost");
    }
    Double factor = entry.breakEvenPriceFactor();
    if (factor != null) {
      BodySheet.line(
          out,
          "break-even",
          "at prices times " + Numbers.significant(factor),
          "all prices at the destination; more with --break-even");
    }
    flags(entry).forEach(flag -> BodySheet.line(out, "flag", flag.code(), flag.meaning()));
  }

  private String mission() {
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
          "one launch; goods sold %s, best of three; return %.3f km/s on mined water",
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

  private String profitRemark(double profit) {
    Double factor = entry.breakEvenPriceFactor();
    if (entry.missionStatus() == null) {
      return remarks.profit();
    }
    if (factor == null) {
      return remarks.profit() + "; all of it cost";
    }
    // NPV = revenue - cost and cost = factor x revenue, so the two parts need no columns.
    double revenue = factor == 1 ? Double.NaN : profit / (1 - factor);
    return Double.isNaN(revenue)
        ? remarks.profit()
        : String.format(
            Locale.ROOT,
            "%s: revenue %s less cost %s",
            remarks.profit(),
            Numbers.significant(revenue),
            Numbers.significant(factor * revenue));
  }

  private static List<Flag> flags(CatalogueEntry entry) {
    @Nullable String codes = entry.flags();
    List<String> raised =
        codes == null ? List.of() : List.of(codes.split(CatalogueEntry.FLAG_SEPARATOR));
    return Arrays.stream(Flag.values()).filter(flag -> raised.contains(flag.code())).toList();
  }
}
