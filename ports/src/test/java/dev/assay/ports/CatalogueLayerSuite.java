package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.batch;

import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of {@link CatalogueContract} about generations that rest on others share. */
abstract class CatalogueLayerSuite extends CatalogueSuite {

  static CatalogueRow row(String designation, String model, long row) {
    return anEntry()
        .withDesignation(designation)
        .withName("Name of " + designation)
        .withModel(model)
        .row(0, row);
  }

  static BodyKeys keys(String... designations) {
    return BodyKeys.of(Arrays.stream(designations).mapToLong(BodyKeys::key));
  }

  static Difference of(long rows, BodyKeys gone) {
    return new Difference(rows, gone, BodyKeys.NONE);
  }

  final Map<String, String> models() {
    return read(
        reader ->
            everything(reader).stream()
                .collect(Collectors.toMap(CatalogueEntry::designation, CatalogueEntry::model)));
  }

  /** The first generation: 1, 433 and 2020 AB1. */
  @BeforeEach
  final void publishTheBase() {
    publish(FIRST, row("1", "old", 1), row("433", "old", 2), row("2020 AB1", "old", 3));
  }

  /** The second generation: 433 changed, 2020 AB1 gone, 99942 new. */
  final Sealed layTheSecond() {
    catalogue().createOver(SECOND, FIRST);
    catalogue().put(batch(SECOND, 0, row("433", "new", 1), row("99942", "new", 2)));
    return catalogue().seal(SECOND, of(3, keys("2020 AB1")));
  }
}
