package dev.assay.application.message;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.Entries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Catalogue entries with anything in them that their columns allow. */
public final class AnyEntries {

  private static final double UNKNOWN_SHARE = 0.2;

  private AnyEntries() {}

  /** Entries of which any optional column may be unknown. */
  public static Arbitrary<CatalogueEntry> entries() {
    List<Arbitrary<Object>> values =
        CatalogueColumn.ALL.stream().map(AnyEntries::valueOrUnknown).toList();
    return Combinators.combine(values).as(CatalogueColumn::entry);
  }

  private static Arbitrary<Object> valueOrUnknown(CatalogueColumn column) {
    Arbitrary<Object> value = value(column.type());
    return Entries.isOptional(column) ? value.injectNull(UNKNOWN_SHARE) : value;
  }

  private static Arbitrary<Object> value(CatalogueColumn.Type type) {
    return switch (type) {
      case TEXT -> texts().map(text -> text);
      case REAL -> reals().map(number -> number);
      case INTEGER -> Arbitraries.longs().map(number -> number);
      case FLAG -> Arbitraries.of(true, false).map(flag -> flag);
    };
  }

  /** Any characters that UTF-8 can express, those with a meaning in some format often. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> whole =
        Arbitraries.strings()
            .all()
            .ofMaxLength(12)
            .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    Arbitrary<String> awkward =
        Arbitraries.strings().withChars("\"',;\n\r\t\\ {}[]|#ıİ\u2028\u0000").ofMaxLength(8);
    return Arbitraries.oneOf(whole, awkward);
  }

  /** Every finite bit pattern, and the ends of the range often. */
  private static Arbitrary<Double> reals() {
    Arbitrary<Double> patterns =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    Arbitrary<Double> ends =
        Arbitraries.of(
            0.0,
            -0.0,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            0.1 + 0.2,
            1e21,
            1e-7,
            Math.nextUp(9e15));
    return Arbitraries.oneOf(patterns, ends, Arbitraries.doubles().between(-1e6, 1e6));
  }
}
