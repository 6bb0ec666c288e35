package dev.assay.aws;

import dev.assay.ports.GenerationId;

/**
 * The names of the tables of one catalogue.
 *
 * @param name what they begin with: 3 to 100 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record TableNames(String name) {

  public TableNames {
    if (!name.matches("[A-Za-z0-9._-]{3,100}")) {
      throw new IllegalArgumentException(
          "a catalogue is named by 3..100 of a-z A-Z 0-9 . _ -: '" + name + "'");
    }
  }

  /**
   * The table of what is known of the catalogue as a whole: pointer, generations, chunks and runs.
   *
   * @return its name
   */
  public String state() {
    return name + "-state";
  }

  /**
   * The table of one generation. The word between keeps it apart from the table of the state, so
   * that a role may create and delete the one kind only.
   *
   * @param generation which
   * @return its name
   */
  public String generation(GenerationId generation) {
    return name + "-generation-" + generation;
  }
}
