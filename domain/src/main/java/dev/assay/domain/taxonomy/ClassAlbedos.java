package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.DataTable;
import java.util.List;

/** The distribution of geometric albedo in each spectral class. */
public final class ClassAlbedos {

  private final ClassTable<LogNormal> albedos;

  /** ln sigma of each class, which every posterior needs. */
  private final double[] lnSigmas = new double[SpectralClass.COUNT];

  private ClassAlbedos(ClassTable<LogNormal> albedos) {
    this.albedos = albedos;
    for (SpectralClass spectralClass : SpectralClass.all()) {
      lnSigmas[spectralClass.ordinal()] = Math.log(albedos.get(spectralClass).sigmaLn());
    }
  }

  /**
   * The table of this library.
   *
   * @return class templates of Mahlke, Carry and Mattei (2022) where there is one
   */
  public static ClassAlbedos bundled() {
    return parse("albedos.csv", DataTable.bundled("albedos.csv"));
  }

  /**
   * Reads a table with the columns {@code class,albedo,sigma_ln,source}.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the albedos
   * @throws dev.assay.domain.table.BadTableException if an albedo is outside 0.001..1, a class is
   *     missing, or the table is malformed
   */
  public static ClassAlbedos parse(String name, String text) {
    DataTable table = DataTable.parse(name, text, List.of("class", "albedo", "sigma_ln", "source"));
    return new ClassAlbedos(
        ClassTable.of(
            table,
            row -> {
              row.text("source");
              return LogNormal.ofMedian(
                  row.number("albedo", 0.001, 1), row.number("sigma_ln", 0.01, 3));
            }));
  }

  /**
   * The albedos of a class.
   *
   * @param spectralClass which
   * @return their distribution
   */
  public LogNormal of(SpectralClass spectralClass) {
    return albedos.get(spectralClass);
  }

  /** The logarithm of the normal density of ln p in a class, but for a constant common to all. */
  double logDensityOfLn(SpectralClass spectralClass, double lnAlbedo) {
    LogNormal albedo = albedos.get(spectralClass);
    double z = (lnAlbedo - albedo.mu()) / albedo.sigmaLn();
    return -0.5 * z * z - lnSigmas[spectralClass.ordinal()];
  }
}
