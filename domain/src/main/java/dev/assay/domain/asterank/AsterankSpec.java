package dev.assay.domain.asterank;

import dev.assay.domain.body.SmallBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spectral type that Asterank takes a body for: its SMASSII type; else its Tholen type, by a
 * table; else a type set by hand for four bodies; else "comet" by orbit class; else "?".
 *
 * <p>Wrong: Tholen's E, an enstatite body without metal, counts as M; his S and X are not in the
 * table; and colons are removed only after it was looked into, so that "C:" is not found either.
 */
final class AsterankSpec {

  /** The type of a body of which none is known. */
  static final String UNKNOWN = "?";

  /** The type of a comet of which none is known. */
  static final String COMET = "comet";

  private static final Map<String, String> BY_THOLEN_TYPE =
      Map.ofEntries(
          Map.entry("M", "M"),
          Map.entry("E", "M"),
          Map.entry("P", "P"),
          Map.entry("B", "B"),
          Map.entry("C", "C"),
          Map.entry("F", "C"),
          Map.entry("G", "Cgh"),
          Map.entry("Q", "Q"),
          Map.entry("R", "R"),
          Map.entry("V", "V"),
          Map.entry("T", "T"),
          Map.entry("D", "D"),
          Map.entry("A", "A"));

  /** By number, and by the designation a body had before it was numbered. */
  private static final Map<String, String> BY_HAND =
      Map.of(
          "367943", "L",
          "2012 DA14", "L",
          "6178", "M",
          "1986 DA", "M",
          "436724", "Xc",
          "2011 UW158", "Xc",
          "101955", "B",
          "1999 RQ36", "B");

  private AsterankSpec() {}

  /**
   * The type of a body.
   *
   * @param body the body
   * @return its type, not blank; in some catalogues one that Asterank has no row for
   */
  static String of(SmallBody body) {
    String smass = body.smassType();
    String spec = smass == null || smass.isBlank() ? withoutSmassType(body) : smass.strip();
    return spec.equals("C type") ? "C" : spec.replace(":", "");
  }

  private static String withoutSmassType(SmallBody body) {
    String spec = byTholenType(body.tholenType());
    if (spec == null) {
      spec = BY_HAND.get(body.identity().designation().value());
    }
    if (spec != null) {
      return spec;
    }
    return body.isComet() ? COMET : UNKNOWN;
  }

  private static @Nullable String byTholenType(@Nullable String type) {
    return type == null ? null : BY_THOLEN_TYPE.get(type);
  }
}
