package dev.assay.infra;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of everything in a stack: prefix, stage and what it is, so that several stacks fit into
 * one account.
 *
 * @param prefix what the installation is called, for example "assay"
 * @param stage which of its installations this is, for example "dev"
 */
public record Names(String prefix, String stage) {

  private static final Pattern PART = Pattern.compile("[a-z][a-z0-9]{0,11}");

  public Names {
    requirePart("prefix", prefix);
    requirePart("stage", stage);
  }

  private static void requirePart(String key, String value) {
    if (!PART.matcher(value).matches()) {
      throw new WrongContextException(
          key, value, "1 to 12 lower-case letters and digits, the first a letter");
    }
  }

  /**
   * The name of the catalogue, which its tables and queues begin with.
   *
   * @return for example "assay-dev"
   */
  public String catalogue() {
    return prefix + "-" + stage;
  }

  /**
   * The name of a resource.
   *
   * @param what what it is, for example "data"
   * @return for example "assay-dev-data"
   */
  public String of(String what) {
    return catalogue() + "-" + what;
  }

  /** What everything in the account is tagged with, the stacks included. */
  Map<String, String> tags() {
    return Map.of("assay:stage", stage);
  }
}
