package dev.assay.application.source;

import dev.assay.domain.body.Designation;
import dev.assay.domain.body.Identity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the body of a row is called, from whichever of its three names are given. */
final class IdentityFields {

  private static final int LONGEST_DESIGNATION = 64;
  private static final int LONGEST_NAME = 128;

  /** People add these to tables by hand; valued as asteroids they would head every list. */
  private static final Set<String> NOT_SMALL =
      Set.of(
          "Sun", "Mercury", "Venus", "Earth", "Moon", "Mars", "Jupiter", "Saturn", "Uranus",
          "Neptune");

  private final RowFields fields;

  IdentityFields(RowFields fields) {
    this.fields = fields;
  }

  /** The identity; null if the row has to be rejected. */
  @Nullable Identity read(TextRow row) {
    String fullName = fields.text(row, SmallBodyField.FULL_NAME, LONGEST_NAME);
    String name = fields.text(row, SmallBodyField.NAME, LONGEST_NAME);
    String designation = row.get(SmallBodyField.DESIGNATION);
    Identity identity;
    if (designation != null) {
      identity = designated(row, designation, fullName, name);
    } else if (fullName != null) {
      identity = derived(row, SmallBodyField.FULL_NAME, fullName, name);
    } else if (name != null) {
      identity = derived(row, SmallBodyField.NAME, name, name);
    } else {
      fields.reject(row, "no designation: pdes, full_name and name are all blank");
      return null;
    }
    return identity == null || isSmall(row, identity) ? identity : null;
  }

  private @Nullable Identity designated(
      TextRow row, String text, @Nullable String fullName, @Nullable String name) {
    String designation = withoutFraction(text);
    if (designation.length() > LONGEST_DESIGNATION) {
      fields.reject(
          row, SmallBodyField.DESIGNATION, "is longer than " + LONGEST_DESIGNATION + " characters");
      return null;
    }
    if (fullName == null) {
      return new Identity(new Designation(designation), designation, name);
    }
    boolean derivable = name == null && mayHoldName(fullName);
    return new Identity(
        new Designation(designation), fullName, derivable ? nameIn(fullName) : name);
  }

  private @Nullable Identity derived(
      TextRow row, SmallBodyField field, String text, @Nullable String name) {
    try {
      Identity identity = Identity.ofFullName(text);
      return name == null
          ? identity
          : new Identity(identity.designation(), identity.fullName(), name);
    } catch (IllegalArgumentException unusable) {
      fields.reject(row, field, "holds no designation");
      return null;
    }
  }

  private boolean isSmall(TextRow row, Identity identity) {
    String designation = identity.designation().value();
    // Nearly all designations begin with a digit, and need not be looked for.
    boolean small = isDigit(designation.charAt(0)) || !NOT_SMALL.contains(designation);
    if (!small) {
      fields.reject(row, identity.designation() + " is not a small body");
    }
    return small;
  }

  /** Turns 433.0 back to 433: some tools make every number a fraction. */
  private static String withoutFraction(String designation) {
    int point = designation.length() - 2;
    return point > 0 && designation.endsWith(".0") && isDigits(designation, point)
        ? designation.substring(0, point)
        : designation;
  }

  /**
   * Whether taking a full name apart can yield a name. Most bodies have none, and this is much
   * faster: theirs is "(2002 PD153)" or "20001 (1991 CX7)".
   */
  private static boolean mayHoldName(String fullName) {
    int at = 0;
    while (at < fullName.length() && isDigit(fullName.charAt(at))) {
      at++;
    }
    while (at < fullName.length() && fullName.charAt(at) == ' ') {
      at++;
    }
    return at < fullName.length() && fullName.charAt(at) != '(';
  }

  private static @Nullable String nameIn(String fullName) {
    return fullName.length() > LONGEST_DESIGNATION ? null : Identity.ofFullName(fullName).name();
  }

  private static boolean isDigits(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
