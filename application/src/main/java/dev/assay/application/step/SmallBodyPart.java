package dev.assay.application.step;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of small bodies, ready to be parsed.
 *
 * @param group number of the table it belongs to; all parts of a table together are complete
 * @param name what to call it in reports
 * @param location where to read it in place; null if it is kept in the object store
 * @param key under which it is kept; null if it is read in place
 */
record SmallBodyPart(int group, String name, @Nullable String location, @Nullable String key) {

  /** All parts of a run, in order. */
  static List<SmallBodyPart> load(RunObjects objects, GenerationId run) {
    List<SmallBodyPart> parts = new ArrayList<>();
    if (!objects.read(run, RunObjects.SMALL_BODIES, SmallBodyPart.class, parts::add)) {
      throw PortException.permanent("the list of small-body tables is missing; refresh again");
    }
    return parts;
  }
}
