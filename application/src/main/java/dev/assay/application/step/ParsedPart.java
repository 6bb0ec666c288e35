package dev.assay.application.step;

import dev.assay.domain.value.Flag;
import dev.assay.ports.GenerationId;
import dev.assay.ports.SourceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one part of the small bodies, kept until all parts are held together.
 *
 * @param group number of the table it belongs to
 * @param name what it is called in reports
 * @param report what became of its rows
 * @param declared how many bodies its table says to have; null if it does not say
 * @param deltaVCompared bodies whose delta-v is on the published list
 * @param deltaVAgreeing those of them whose computed delta-v agrees
 * @param sent rows that were sent to be written
 * @param flags how many of its bodies raised which flag
 */
record ParsedPart(
    int group,
    String name,
    SourceReport report,
    @Nullable Long declared,
    long deltaVCompared,
    long deltaVAgreeing,
    long sent,
    Map<Flag, Long> flags) {

  ParsedPart {
    flags = Map.copyOf(flags);
  }

  static void save(RunObjects objects, GenerationId run, int number, ParsedPart part) {
    objects.write(run, key(number), ParsedPart.class, sink -> sink.accept(part));
  }

  static Optional<ParsedPart> load(RunObjects objects, GenerationId run, int number) {
    List<ParsedPart> found = new ArrayList<>();
    objects.read(run, key(number), ParsedPart.class, found::add);
    return found.stream().findFirst();
  }

  private static String key(int number) {
    return String.format(Locale.ROOT, "parts/%05d.json", number);
  }
}
