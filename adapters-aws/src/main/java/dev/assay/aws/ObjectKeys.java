package dev.assay.aws;

import java.util.regex.Pattern;

/** Checks keys against the rule of the port. */
final class ObjectKeys {

  private static final int LONGEST = 512;
  private static final Pattern FORM =
      Pattern.compile(
          "(?!\\.{1,2}(?:/|\\z))[A-Za-z0-9._-]{1,255}(?:/(?!\\.{1,2}(?:/|\\z))[A-Za-z0-9._-]{1,255})*");

  private static final Pattern BEGINNING =
      Pattern.compile("(?!/)(?!.*//)(?!(?:.*/)?\\.{1,2}/)[A-Za-z0-9._/-]*");

  private ObjectKeys() {}

  static String checked(String key) {
    if (key.length() > LONGEST || !FORM.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "a key is 1.."
              + LONGEST
              + " characters of a-z A-Z 0-9 . _ - in segments joined by /: '"
              + key
              + "'");
    }
    return key;
  }

  /** Whether a key can begin so; there is no need to ask for others. */
  static boolean canBegin(String prefix) {
    return BEGINNING.matcher(prefix).matches();
  }
}
