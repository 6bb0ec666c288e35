package dev.assay.domain.body;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a body is called.
 *
 * @param designation the primary designation
 * @param fullName everything in one line, such as "433 Eros (A898 PA)"
 * @param name the name alone, such as "Eros"; null for a body without one
 */
public record Identity(Designation designation, String fullName, @Nullable String name) {

  /** A year and half-month such as "1999 RQ36", "A898 PA", or a survey's "6344 P-L". */
  private static final String PROVISIONAL =
      "(?:[A-Z]?\\d{3,4} [A-Z]{2}\\d{0,4}|\\d{4} (?:P-L|T-[123]))";

  private static final Pattern BARE_PROVISIONAL = Pattern.compile(PROVISIONAL);
  private static final Pattern NUMBERED =
      Pattern.compile("(\\d+)(?: ([^(]+?))?(?: \\(([^)]*)\\))?");
  private static final Pattern UNNUMBERED = Pattern.compile("\\(([^)]+)\\)");
  private static final Pattern NUMBERED_COMET =
      Pattern.compile("(\\d+[PDI])(?:-([A-Z]{1,2}))?(?:/([^(]+?))?(?: \\(([^)]*)\\))?");
  private static final Pattern COMET =
      Pattern.compile("[CPDXAI]/(-?\\d+ [A-Z]+\\d*(?:-[A-Z]{1,2}\\d*)?)(?: \\((.*)\\))?");
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^)]+)\\)\\s*$");

  public Identity {
    if (name != null && name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank; use null for a body without one");
    }
  }

  /**
   * Takes a full name apart, in any of the spellings JPL has used: "1 Ceres (A801 AA)", "1 Ceres",
   * "(2002 PD153)", "1P/Halley", "C/2023 H5 (Lemmon)", or a name alone.
   *
   * @param fullName the full name; blanks at its ends are ignored
   * @return the identity; where nothing but a name is given, the name is its designation
   * @throws IllegalArgumentException if the text is blank or longer than a designation may be
   */
  public static Identity ofFullName(String fullName) {
    String text = fullName.strip();
    Matcher match = BARE_PROVISIONAL.matcher(text);
    if (match.matches()) {
      return new Identity(new Designation(text), text, null);
    }
    match = UNNUMBERED.matcher(text);
    if (match.matches()) {
      return new Identity(new Designation(match.group(1).strip()), text, null);
    }
    match = NUMBERED.matcher(text);
    if (match.matches()) {
      return new Identity(new Designation(match.group(1)), text, name(match.group(2)));
    }
    match = NUMBERED_COMET.matcher(text);
    if (match.matches()) {
      String fragment = match.group(2) == null ? "" : "-" + match.group(2);
      return new Identity(new Designation(match.group(1) + fragment), text, name(match.group(3)));
    }
    match = COMET.matcher(text);
    if (match.matches()) {
      return new Identity(new Designation(match.group(1)), text, name(match.group(2)));
    }
    return new Identity(new Designation(text), text, text);
  }

  /** A name without outer blanks; null where there is none, or "35107 1991 VH" repeats one. */
  private static @Nullable String name(@Nullable String text) {
    if (text == null || text.isBlank() || BARE_PROVISIONAL.matcher(text).matches()) {
      return null;
    }
    return text.strip();
  }

  /**
   * The designation a body had before it was numbered, as far as the full name tells.
   *
   * @return for example "1999 RQ36" for "101955 Bennu (1999 RQ36)"
   */
  public Optional<String> provisionalDesignation() {
    Matcher match = IN_PARENTHESES.matcher(fullName);
    return match.find() ? Optional.of(match.group(1).strip()) : Optional.empty();
  }
}
