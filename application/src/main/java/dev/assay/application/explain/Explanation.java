package dev.assay.application.explain;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One quantity and what it rests on: the root of a tree that ends in measurements and assumptions.
 *
 * @param quantity what it is, such as "mass"
 * @param value its value in the unit; null if it is not known or not a number
 * @param text what stands for it where it is not a number, such as a class; null otherwise
 * @param unit unit of value, low and high; empty without one
 * @param low lower end of the central 68 %; null if none is stated
 * @param high upper end; null if none is stated
 * @param sigmaLn standard deviation of ln of the value; null if it is not log-normal or not stated
 * @param basis whether it was measured, derived or assumed; null if nothing is known of it
 * @param formula name and equation it follows from; null if it follows from none
 * @param source who measured it, or published the formula; null if there is nothing to cite
 * @param notes what else a reader must know, each one phrase
 * @param from what it was derived from, in the order of the formula
 */
public record Explanation(
    String quantity,
    @Nullable Double value,
    @Nullable String text,
    String unit,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double sigmaLn,
    @Nullable Basis basis,
    @Nullable Formula formula,
    @Nullable String source,
    List<String> notes,
    List<Explanation> from) {

  public Explanation {
    notes = List.copyOf(notes);
    from = List.copyOf(from);
  }

  /**
   * The quantity as a key of JSON.
   *
   * @return lower case, words joined by underscores
   */
  public String key() {
    return quantity.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /**
   * Whether anything is known of it.
   *
   * @return false for a quantity without value and without text
   */
  public boolean isKnown() {
    return value != null || text != null;
  }

  static Builder of(String quantity) {
    return new Builder(quantity);
  }

  /** Collects what there is to say. Not thread-safe. */
  static final class Builder {
    private final String quantity;
    private final List<String> notes = new ArrayList<>();
    private final List<Explanation> from = new ArrayList<>();
    private @Nullable Double value;
    private @Nullable String text;
    private String unit = "";
    private @Nullable Double low;
    private @Nullable Double high;
    private @Nullable Double sigmaLn;
    private @Nullable Basis basis;
    private @Nullable Formula formula;
    private @Nullable String source;

    private Builder(String quantity) {
      this.quantity = quantity;
    }

    Builder value(@Nullable Double number, String itsUnit) {
      value = number;
      unit = itsUnit;
      return this;
    }

    Builder text(String words) {
      text = words;
      return this;
    }

    Builder interval(@Nullable Double lower, @Nullable Double upper) {
      low = lower;
      high = upper;
      return this;
    }

    /** States the interval of a log-normal value, which must have been set before. */
    Builder sigmaLn(@Nullable Double sigma) {
      if (value != null && sigma != null) {
        sigmaLn = sigma;
        interval(value * Math.exp(-sigma), value * Math.exp(sigma));
      }
      return this;
    }

    Builder basis(Basis how) {
      basis = how;
      return this;
    }

    Builder formula(@Nullable Formula followsFrom) {
      formula = followsFrom;
      return this;
    }

    Builder source(@Nullable String citation) {
      source = citation;
      return this;
    }

    /** Says how it was had; the words of the method are left to the formula where there is one. */
    Builder provenance(Provenance provenance) {
      basis = provenance.basis();
      source = provenance.source();
      formula = Formula.ofCode(provenance.code());
      return this;
    }

    Builder note(@Nullable String phrase) {
      if (phrase != null && !phrase.isEmpty()) {
        notes.add(phrase);
      }
      return this;
    }

    Builder from(@Nullable Explanation other) {
      if (other != null && other.isKnown()) {
        from.add(other);
      }
      return this;
    }

    Explanation build() {
      return new Explanation(
          quantity, value, text, unit, low, high, sigmaLn, basis, formula, source, notes, from);
    }
  }
}
