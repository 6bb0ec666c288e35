package dev.assay.benchmark;

import dev.assay.domain.deltav.ShoemakerHelin;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.OrbitZone;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.value.Accessibility;
import dev.assay.domain.value.AssayTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The load of a refresh with the same valuation as DuckDB's own SQL: what Assay is measured
 * against.
 *
 * <p>It computes the numbers of the domain's {@code AssayModel}, to 1e-9 and better, for asteroids
 * on closed orbits: delta-v and its quality, weights of the classes by zone, albedo and type,
 * diameter, mass, value with its interval, and the net present value of the mission. It takes the
 * short cuts of the domain: bodies of which H alone is known are scaled from constants and
 * interpolated over the error of H, quantiles are found by Householder's method and by no more
 * steps than a body needs, and only where there may be water for the way home is the load worked
 * out. It takes one more: what goods fetch is a power series for each class. It lacks one: what
 * measured bodies of one zone and albedo have in common is worked out for each. The constants come
 * from the domain before the statements run, and the file is read once.
 *
 * <p>Bodies of which more is known are set apart before they are valued, so that the others cost
 * nothing there; their classes are lists. Columns for each class instead took 0.6 s to plan and
 * were no faster; lists with all constants of a class in each element, or with a CASE within a
 * lambda, took twice as long for the whole.
 *
 * <p>Left out is what Assay does besides: published masses, comets and orbits that do not close,
 * types that no {@link MadeRow} has, duplicates, rejected rows and their reasons, the flags of what
 * does not fit together, the columns on the mission other than its value, digests, manifest, ledger
 * and reports. So the statements still do less than a refresh.
 */
final class ValuationSql {

  /** The fewest that find each quantile of made rows. */
  private static final int STEPS = 4;

  /** Steps that may not go far, because the first ones would. */
  private static final int CAREFUL_STEPS = 2;

  private final AssayTables tables = AssayTables.bundled();
  private final ClassConstants classes = new ClassConstants(tables);
  private final ScalingConstants scaling = new ScalingConstants(tables);
  private final MissionConstants mission = new MissionConstants(tables);

  private final int steps;

  private ValuationSql(int steps) {
    this.steps = steps;
  }

  /**
   * The statements.
   *
   * @param rawRows query that reads the catalogue, see {@link RawRows}
   * @return separated by semicolons
   */
  static String of(String rawRows) {
    return of(rawRows, STEPS);
  }

  /** With other than the usual number of steps to a quantile: narrow peaks far apart take seven. */
  static String of(String rawRows, int steps) {
    return new ValuationSql(steps).statements(rawRows);
  }

  private String statements(String rawRows) {
    return classes.statements()
        + scaling.statements()
        + mission.statements()
        + finished(SqlText.resource("constants.sql") + SqlText.resource("valuation.sql"), rawRows);
  }

  private String finished(String text, String rawRows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("raw_rows", rawRows);
    parts.put("alone_flights", flights("alone", "raw WHERE alone"));
    parts.put("other_flights", flights("other", "others"));
    parts.put("steps", steps());
    parts.put("last_low", "low_" + steps);
    parts.put("last_high", "high_" + steps);
    parts.put("last_known", "known7_" + steps);
    parts.put("moon_sales", sales("moon"));
    parts.put("earth_sales", sales("earth"));
    return SqlText.filled(SqlText.filled(text, parts), constants());
  }

  private static String flights(String of, String rows) {
    return SqlText.filled(SqlText.resource("flights.sql"), Map.of("of", of, "rows", rows));
  }

  private String steps() {
    String step = SqlText.resource("step.sql");
    StringBuilder text = new StringBuilder();
    for (int k = 1; k <= steps; k++) {
      text.append(
          SqlText.filled(
              step,
              Map.of(
                  "k", String.valueOf(k),
                  "before", String.valueOf(k - 1),
                  "longest", k <= CAREFUL_STEPS ? "0.8E0" : "9E0",
                  "low_moves", moves("low", k),
                  "high_moves", moves("high", k))));
    }
    return text.toString();
  }

  /** Whether the last step was so long that it left an error. */
  private static String moves(String end, int k) {
    return k == 1 ? "true" : "abs(%s_%d - %s_%d) > last_step".formatted(end, k - 1, end, k - 2);
  }

  private static String sales(String destination) {
    return SqlText.filled(SqlText.resource("sales.sql"), Map.of("to", destination));
  }

  private Map<String, String> constants() {
    Map<String, String> texts = new LinkedHashMap<>();
    numbers().forEach((name, value) -> texts.put(name, SqlTable.number(value)));
    texts.put("faintest_large", String.valueOf(scaling.faintestLarge()));
    texts.put("distant", String.valueOf(OrbitZone.DISTANT.ordinal()));
    // Lists are counted from 1.
    for (SpectralClass each :
        List.of(SpectralClass.X, SpectralClass.E, SpectralClass.M, SpectralClass.P)) {
      texts.put(each.code().toLowerCase(Locale.ROOT), String.valueOf(each.ordinal() + 1));
    }
    texts.putAll(mission.texts());
    return texts;
  }

  private Map<String, Double> numbers() {
    Assumptions assumed = tables.assumptions();
    double u0 = ShoemakerHelin.LOW_EARTH_ORBIT_SPEED / ShoemakerHelin.EARTH_SPEED;
    Map<String, Double> numbers = new LinkedHashMap<>(mission.numbers());
    numbers.put("u0", u0);
    numbers.put("two_u0_squared", 2 * u0 * u0);
    numbers.put("lowest_delta_v", Accessibility.LOWEST_DELTA_V);
    numbers.put("ln_per_mag", MadeBodies.LN_DIAMETER_PER_MAGNITUDE);
    numbers.put("sigma_h_near", assumed.sigmaHNearEarth());
    numbers.put("sigma_h_other", assumed.sigmaHOther());
    numbers.put("diameter_var", square(assumed.sigmaLnMeasuredDiameter()));
    numbers.put("albedo_quarter_var", square(assumed.sigmaLnMeasuredAlbedo() / 2));
    numbers.put("distant_quarter_var", square(assumed.distantAlbedoSigmaLn() / 2));
    numbers.put("gm_var", square(assumed.sigmaLnGm()));
    numbers.put("gravitation", MassEstimator.GRAVITATIONAL_CONSTANT);
    numbers.put("small_limit", assumed.smallBodyLimitKm());
    numbers.put("sphere", Math.PI / 6 * 1e9 * ClassConstants.TYPICAL_DENSITY);
    numbers.put("distant_bright_h", assumed.distantBrightH());
    numbers.put("distant_h_span", assumed.distantFaintH() - assumed.distantBrightH());
    numbers.put("distant_bright_ln", Math.log(assumed.distantBrightAlbedo()));
    numbers.put(
        "distant_ln_span", Math.log(assumed.distantFaintAlbedo() / assumed.distantBrightAlbedo()));
    double below = new NormalDistribution().cumulativeProbability(-1);
    numbers.put("low", below - 0.5);
    numbers.put("high", 0.5 - below);
    numbers.put("nearer", Math.sqrt(below / (1 - below)));
    numbers.put("farther", Math.sqrt((1 - below) / below));
    numbers.put("density", 1 / Math.sqrt(2 * Math.PI));
    return numbers;
  }

  private static double square(double x) {
    return x * x;
  }
}
