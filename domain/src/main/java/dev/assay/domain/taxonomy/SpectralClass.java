package dev.assay.domain.taxonomy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The spectral classes that Assay tells apart: those of Bus and Binzel (2002, SMASSII), DeMeo et
 * al. (2009), Mahlke et al. (2022), and Tholen's (1984) E, M and P.
 */
public enum SpectralClass {
  A,
  B,
  C,
  CB("Cb"),
  CG("Cg"),
  CGH("Cgh"),
  CH("Ch"),
  D,
  E,
  K,
  L,
  LD("Ld"),
  M,
  O,
  P,
  Q,
  R,
  S,
  SA("Sa"),
  SK("Sk"),
  SL("Sl"),
  SQ("Sq"),
  SR("Sr"),
  SV("Sv"),
  T,
  V,
  X,
  XC("Xc"),
  XE("Xe"),
  XK("Xk"),
  XN("Xn"),
  Z;

  /** Number of classes. */
  public static final int COUNT = values().length;

  private static final List<SpectralClass> ALL = List.of(values());

  private final String code;

  SpectralClass() {
    this.code = name();
  }

  SpectralClass(String code) {
    this.code = code;
  }

  /**
   * The class as it is written, upper and lower case.
   *
   * @return for example "Sq"
   */
  public String code() {
    return code;
  }

  /**
   * All classes in declaration order.
   *
   * @return an immutable list
   */
  public static List<SpectralClass> all() {
    return ALL;
  }

  /**
   * The class written so.
   *
   * @param code upper and lower case matter: "Sq" is a class, "SQ" a pair of them
   * @return the class, or empty if there is none
   */
  public static Optional<SpectralClass> ofCode(String code) {
    return Optional.ofNullable(find(code));
  }

  private static @Nullable SpectralClass find(String code) {
    for (SpectralClass spectralClass : ALL) {
      if (spectralClass.code.equals(code)) {
        return spectralClass;
      }
    }
    return null;
  }
}
