package dev.assay.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws the rows of a made catalogue, the same ones for the same seed. */
final class MadeRow {

  /** How the name of a body begins. */
  static final String NAME = "Made";

  /** The columns, spelt as today's SBDB spells them; Assay uses 19 of them. */
  static final String[] COLUMNS = {
    "spkid", "full_name", "pdes", "name", "neo", "pha", "H", "G", "H_sigma", "diameter",
    "diameter_sigma", "albedo", "rot_per", "GM", "spec_B", "spec_T", "orbit_id", "epoch", "e", "a",
    "q", "i", "om", "w", "ma", "ad", "moid", "class"
  };

  /** Shares of the real catalogue: of 1.45 million bodies so many have each of these. */
  private static final double NUMBERED = 0.58;

  private static final double NAMED = 0.017;
  private static final double DIAMETER = 0.096;
  private static final double ROTATION = 0.024;
  private static final double SMASS = 0.0012;
  private static final double THOLEN = 0.0007;
  private static final double GM = 0.00001;
  static final String[] SMASS_TYPES = {
    "S", "S", "Sq", "C", "Ch", "X", "Xk", "Cb", "B", "V", "Sl", "L", "K", "Sa", "Q", "Xc", "D"
  };
  static final String[] THOLEN_TYPES = {"S", "S", "C", "M", "P", "X", "D", "CP", "G", "E"};
  private static final double NEAR_EARTH_Q = 1.3;

  private final SplittableRandom random;
  private final @Nullable String[] cells = new String[COLUMNS.length];
  private int filled;
  private long row;

  MadeRow(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The cells of the next row, valid until the row after it is drawn. */
  @Nullable String[] next() {
    row++;
    filled = 0;
    Population population = Population.draw(random);
    double a = population.semiMajorAxis(random);
    double e = population.eccentricity(random);
    double h = population.magnitude(random);
    double q = a * (1 - e);
    double moid = Math.abs(q - 1) * (0.9 + 0.2 * random.nextDouble()) * random.nextDouble();
    boolean near = q < NEAR_EARTH_Q;
    names();
    add(near ? "Y" : "N");
    add(near && moid <= 0.05 && h <= 22 ? "Y" : "N");
    add(fixed(h, 2));
    add(chance(0.0001) ? "0.15" : null);
    add(chance(0.9) ? fixed(0.1 + Math.abs(random.nextGaussian()) * 0.4, 5) : null);
    size(population, h);
    types();
    add("JPL " + (1 + random.nextInt(60)));
    add("2461000.5");
    orbit(a, e, population);
    add(significant(moid, 6));
    add(orbitClass(population, a, q));
    return cells;
  }

  private void names() {
    boolean numbered = chance(NUMBERED);
    // A survey names 25 x 25 bodies a cycle: distinct by row, and shaped like the real ones.
    String provisional =
        (1980 + row % 46)
            + " "
            + letter(row / 46 % 24)
            + letter(row / 1104 % 25)
            + (row / 27_600 == 0 ? "" : row / 27_600);
    String name = numbered && chance(NAMED / NUMBERED) ? NAME + Long.toString(row, 36) : null;
    String designation = numbered ? Long.toString(row) : provisional;
    add((numbered ? "2" : "3") + String.format(Locale.ROOT, "%07d", row));
    String full =
        numbered
            ? designation + (name == null ? "" : " " + name) + " (" + provisional + ")"
            : "(" + provisional + ")";
    add(numbered ? " ".repeat(Math.max(0, 6 - designation.length())) + full : "       " + full);
    add(designation);
    add(name);
  }

  private static char letter(long index) {
    char letter = (char) ('A' + index);
    return letter >= 'I' ? (char) (letter + 1) : letter;
  }

  private void size(Population population, double h) {
    if (chance(DIAMETER)) {
      double albedo = Math.min(0.9, population.albedo * Math.exp(0.45 * random.nextGaussian()));
      double diameter = 1329 / Math.sqrt(albedo) * Math.pow(10, -h / 5);
      add(fixed(diameter, 3));
      add(fixed(Math.max(0.001, diameter * 0.05 * random.nextDouble()), 3));
      add(fixed(Math.max(0.001, albedo), 3));
    } else {
      add(null);
      add(null);
      add(null);
    }
    add(chance(ROTATION) ? fixed(2 + 30 * random.nextDouble(), 4) : null);
    add(chance(GM) ? significant(Math.pow(10, random.nextDouble() * 2 - 2), 4) : null);
  }

  private void types() {
    add(chance(SMASS) ? SMASS_TYPES[random.nextInt(SMASS_TYPES.length)] : null);
    add(chance(THOLEN) ? THOLEN_TYPES[random.nextInt(THOLEN_TYPES.length)] : null);
  }

  private void orbit(double a, double e, Population population) {
    add(significant(e, 16));
    add(significant(a, 16));
    add(significant(a * (1 - e), 16));
    add(significant(population.inclination(random), 16));
    for (int angle = 0; angle < 3; angle++) {
      add(significant(360 * random.nextDouble(), 16));
    }
    add(significant(a * (1 + e), 16));
  }

  private static String orbitClass(Population population, double a, double q) {
    if (q < NEAR_EARTH_Q) {
      return a < 1 ? "ATE" : q < 1.017 ? "APO" : "AMO";
    }
    if (q < 1.666 && a < 3.2) {
      return "MCA";
    }
    return switch (population) {
      case NEAR_EARTH, INNER_BELT, MIDDLE_BELT, OUTER_BELT ->
          a < 2 ? "IMB" : a < 3.2 ? "MBA" : "OMB";
      case HUNGARIA -> "IMB";
      case CYBELE, HILDA -> "OMB";
      case TROJAN -> "TJN";
      case DISTANT -> a < 30.1 ? "CEN" : "TNO";
    };
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private void add(@Nullable String cell) {
    cells[filled++] = cell;
  }

  /** A number with a fixed number of decimals; without a zero before the point, as SBDB writes. */
  private static String fixed(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return plain(Math.rint(value * scale) / scale);
  }

  private static String significant(double value, int digits) {
    String text = new BigDecimal(value).round(new MathContext(digits)).toPlainString();
    return text.startsWith("0.") ? text.substring(1) : text;
  }

  private static String plain(double value) {
    String text = Double.toString(value);
    return text.startsWith("0.") ? text.substring(1) : text;
  }
}
