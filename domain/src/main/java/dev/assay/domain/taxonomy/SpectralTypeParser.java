package dev.assay.domain.taxonomy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads spectral types as catalogues write them: SMASSII and Bus-DeMeo ("Sq", "Cgh", "Srw"), Tholen
 * ("TCG:", "PCD"), and their marks.
 *
 * <p>Never throws: what cannot be read is no type. Upper and lower case matter ("Sa" is one class,
 * "SA" is two candidates). A colon means noisy (quality less 0.25 each, at least 0.25), a star
 * assumed from orbit or family (0.5), a trailing U unusual (times 0.8). Several Tholen letters are
 * candidates in order of likelihood and weigh 1/2, 1/4, ... of each other. These weights are
 * judgement: the catalogues define the marks but give them no numbers.
 */
public final class SpectralTypeParser {

  private static final double LOSS_PER_COLON = 0.25;
  private static final double LOWEST_QUALITY = 0.25;
  private static final double QUALITY_OF_ASSUMED = 0.5;
  private static final double QUALITY_OF_UNUSUAL = 0.8;

  private SpectralTypeParser() {}

  /**
   * Reads a type.
   *
   * @param text as written; null, blank and "?" mean that there is none
   * @return the type, or empty if there is none or nothing in it is known
   */
  public static Optional<SpectralType> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    double quality = quality(text);
    String rest = withoutMarks(text);
    if (rest.length() > 1 && rest.endsWith("I")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (rest.length() > 1 && rest.endsWith("U")) {
      rest = rest.substring(0, rest.length() - 1);
      quality *= QUALITY_OF_UNUSUAL;
    }
    boolean weathered = rest.length() > 1 && rest.endsWith("w");
    if (weathered) {
      rest = rest.substring(0, rest.length() - 1);
    }
    double accepted = quality;
    return weights(rest).map(w -> new SpectralType(text.strip(), w, accepted, weathered));
  }

  /**
   * Chooses between the types of two systems. The newer SMASSII type goes first, unless Tholen's is
   * E, M or P and SMASSII has only an X class: then Tholen's, which contains the albedo, says more.
   *
   * @param smass the SMASSII or Bus-DeMeo type as written, or null
   * @param tholen the Tholen type as written, or null
   * @return the type to use, or empty if neither can be read
   */
  public static Optional<SpectralType> choose(@Nullable String smass, @Nullable String tholen) {
    if (smass == null && tholen == null) {
      return Optional.empty();
    }
    Optional<SpectralType> newer = parse(smass);
    Optional<SpectralType> older = parse(tholen);
    if (newer.isEmpty()) {
      return older;
    }
    boolean onlyX = newer.get().text().startsWith("X");
    return onlyX && older.isPresent() && older.get().isAlbedoResolved() ? older : newer;
  }

  private static double quality(String text) {
    long colons = text.chars().filter(c -> c == ':').count();
    double quality = Math.max(LOWEST_QUALITY, 1 - LOSS_PER_COLON * colons);
    return text.indexOf('*') >= 0 ? Math.min(quality, QUALITY_OF_ASSUMED) : quality;
  }

  /** Drops blanks, doubt marks, a parenthesised suffix as in "S(IV)" and the word "type". */
  private static String withoutMarks(String text) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length() && text.charAt(i) != '('; i++) {
      char c = text.charAt(i);
      if (c != ':' && c != '*' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        kept.append(c);
      }
    }
    String rest = kept.toString();
    return rest.endsWith("type") ? rest.substring(0, rest.length() - "type".length()) : rest;
  }

  private static Optional<ClassWeights> weights(String rest) {
    Optional<SpectralClass> single = SpectralClass.ofCode(rest);
    if (single.isPresent()) {
      return single.map(ClassWeights::certain);
    }
    if (rest.length() > 1 && rest.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      return candidates(rest);
    }
    return rest.isEmpty() ? Optional.empty() : letter(rest.charAt(0)).map(ClassWeights::certain);
  }

  private static Optional<ClassWeights> candidates(String letters) {
    double[] weights = new double[SpectralClass.COUNT];
    double weight = 1;
    boolean any = false;
    for (int i = 0; i < letters.length(); i++) {
      Optional<SpectralClass> known = letter(letters.charAt(i));
      if (known.isPresent()) {
        any = true;
        weight /= 2;
        weights[known.get().ordinal()] += weight;
      }
    }
    return any ? Optional.of(ClassWeights.normalised(weights)) : Optional.empty();
  }

  /** Tholen's F and G belong to the C complex (Berthier et al. 2023, Table C.8), his J to V. */
  private static Optional<SpectralClass> letter(char letter) {
    return switch (letter) {
      case 'F', 'G' -> Optional.of(SpectralClass.C);
      case 'J' -> Optional.of(SpectralClass.V);
      default -> SpectralClass.ofCode(String.valueOf(letter));
    };
  }
}
