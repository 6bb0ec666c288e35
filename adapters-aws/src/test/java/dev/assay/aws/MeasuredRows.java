package dev.assay.aws;

import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Rows to measure with: numbers that do not compress, as those of real bodies; few kinds. */
final class MeasuredRows {

  private static final List<String> ORBITS =
      List.of("MBA", "OMB", "IMB", "MCA", "APO", "AMO", "TJN", "ATE", "TNO", "CEN", "HTC");
  private static final Set<String> NEAR_EARTH = Set.of("APO", "AMO", "ATE");
  private static final List<String> SPECTRA =
      List.of("C", "S", "X", "D", "V", "B", "M", "P", "E", "A");

  private MeasuredRows() {}

  /**
   * Numbered bodies.
   *
   * @param first the first number
   * @param count how many
   * @param kinds how many orbit classes they have, and how many spectral classes
   */
  static List<CatalogueRow> rows(int first, int count, int kinds) {
    Random random = new Random(first);
    List<CatalogueRow> rows = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      Entries entry = Entries.anEntry().withDesignation(Integer.toString(number));
      for (String column :
          List.of(
              "a_au",
              "e",
              "i_deg",
              "q_au",
              "q_aphelion_au",
              "moid_au",
              "h_mag",
              "diameter_km",
              "mass_kg",
              "delta_v_km_s",
              "value_usd",
              "value_low_usd",
              "value_high_usd",
              "accessibility",
              "class_confidence",
              "mass_sigma_ln",
              "diameter_sigma_ln")) {
        entry = entry.with(column, Math.exp(random.nextGaussian()));
      }
      String orbit = kind(random, ORBITS, kinds, 18);
      entry =
          entry
              .withFullName(number + " (" + (1980 + number % 40) + " AB" + number + ")")
              .withOrbitClass(orbit)
              .withNeo(NEAR_EARTH.contains(orbit))
              .withSpectralClass(kind(random, SPECTRA, kinds, 3))
              .with("profit_usd", random.nextGaussian())
              .with("gm_km3_s2", null);
      rows.add(entry.row(0, number));
    }
    return rows;
  }

  /** The first kinds are the most frequent, with a skew of 18 nine of ten are of the first. */
  private static String kind(Random random, List<String> all, int kinds, int skew) {
    int known = Math.min(kinds, all.size());
    return all.get((int) (known * Math.pow(random.nextDouble(), skew)));
  }
}
