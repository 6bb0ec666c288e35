package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Full names of the usual forms and of any other, in a catalogue that stores them by their form.
 */
class FullNamesTest {

  private static final GenerationId GENERATION = new GenerationId("g-1");

  /** Each with a number behind it, as they are all different. */
  private static final List<String> DESIGNATIONS =
      List.of("4", "2004 MN", "a(b", "é", "long".repeat(9));

  private static final List<@Nullable String> NAMES = names();

  /** A full name from the designation, and the name with a blank before it or nothing. */
  private static final List<BinaryOperator<String>> FORMS =
      List.of(
          (designation, name) -> designation + name + " (1999 KA)",
          (designation, name) -> "(" + designation + ")",
          (designation, name) -> designation,
          (designation, name) -> designation + name,
          (designation, name) -> designation + " (1999 KA)",
          (designation, name) -> designation + name + " (é)",
          (designation, name) -> designation + name + " ()",
          (designation, name) -> designation + name + " (a (b)",
          (designation, name) -> designation + name + " (1999 KA) ",
          (designation, name) -> designation + name + "  (1999 KA)",
          (designation, name) -> designation + name + "(1999 KA)",
          (designation, name) -> "x" + designation + name + " (1999 KA)",
          (designation, name) -> "(" + designation + name + ")",
          (designation, name) -> "(" + designation);

  @TempDir private Path directory;

  private final List<CatalogueRow> rows = new ArrayList<>();

  private static List<@Nullable String> names() {
    List<@Nullable String> names = new ArrayList<>();
    names.add(null);
    names.addAll(List.of("Eros", "van den Heuvel", "Čapek", "x (y", "(z)"));
    return names;
  }

  @BeforeEach
  void load() {
    for (String beginning : DESIGNATIONS) {
      for (String name : NAMES) {
        for (BinaryOperator<String> form : FORMS) {
          String designation = beginning + rows.size();
          rows.add(
              Entries.anEntry()
                  .withDesignation(designation)
                  .withName(name)
                  .withFullName(form.apply(designation, name == null ? "" : " " + name))
                  .row(0, rows.size() + 1));
        }
      }
    }
    try (DuckDbCatalogue catalogue = catalogue()) {
      catalogue.create(GENERATION);
      catalogue.put(new BodyBatch(GENERATION, 0, rows));
      catalogue.seal(GENERATION);
      catalogue.activate(GENERATION);
    }
  }

  private DuckDbCatalogue catalogue() {
    return new DuckDbCatalogue(directory, new DuckDbSettings(128, 2));
  }

  @Test
  void read_fullNamesOfAllForms_areThoseThatWerePut() {
    Map<String, String> wanted = new HashMap<>();
    rows.forEach(row -> wanted.put(row.entry().designation(), row.entry().fullName()));
    Map<String, String> found = new HashMap<>();
    try (DuckDbCatalogue catalogue = catalogue();
        CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(entry -> found.put(entry.designation(), entry.fullName()));
    }

    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void find_eachPartOfEachFullName_findsWhatIsCalledSo() {
    Set<String> texts = new LinkedHashSet<>();
    rows.stream().filter(row -> row.row() % 13 == 0).forEach(row -> addParts(row.entry(), texts));
    texts.removeIf(String::isBlank);
    assertThat(texts).hasSizeGreaterThan(100);

    try (DuckDbCatalogue catalogue = catalogue();
        CatalogueReader reader = catalogue.read().orElseThrow()) {
      for (String text : texts) {
        assertThat(reader.find(text, rows.size()))
            .as(text)
            .extracting(CatalogueEntry::designation)
            .containsExactlyInAnyOrderElementsOf(calledSo(text));
      }
    }
  }

  private static void addParts(CatalogueEntry entry, Set<String> texts) {
    String full = entry.fullName();
    texts.add(full);
    texts.add(entry.designation());
    texts.add(String.valueOf(entry.name()));
    for (String separator : List.of(" (", "(", " ", ")")) {
      for (int at = full.indexOf(separator); at >= 0; at = full.indexOf(separator, at + 1)) {
        texts.add(full.substring(0, at));
        texts.add(full.substring(at + separator.length()));
        texts.add(full.substring(at + separator.length()).replaceFirst("\\)$", ""));
      }
    }
  }

  /** What the port says of finding, for whole full names. */
  private List<String> calledSo(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return rows.stream()
        .map(CatalogueRow::entry)
        .filter(
            entry -> {
              String full = entry.fullName().toLowerCase(Locale.ROOT);
              return entry.designation().toLowerCase(Locale.ROOT).equals(wanted)
                  || wanted.equals(
                      entry.name() == null ? null : entry.name().toLowerCase(Locale.ROOT))
                  || full.equals(wanted)
                  || full.endsWith("(" + wanted + ")")
                  || full.startsWith(wanted + " (");
            })
        .map(CatalogueEntry::designation)
        .toList();
  }

  @Test
  void of_usualFullNames_areNotStoredThemselves() {
    List<CatalogueRow> usual = new ArrayList<>();
    usual.add(named("433", "Eros", "433 Eros (A898 PA)"));
    usual.add(named("152679", null, "152679 (1998 KU2)"));
    usual.add(named("2010 AB", null, "(2010 AB)"));
    usual.add(named("1P", "Halley", "1P/Halley"));
    RowHandoff.Rows all =
        new RowHandoff.Rows(new BodyBatch(GENERATION, 0, usual).table(), 0, usual.size());

    FullNames names = FullNames.of(all);

    assertThat(names.forms())
        .containsExactly(
            FullNames.NUMBERED, FullNames.NUMBERED, FullNames.UNNUMBERED, FullNames.WHOLE);
    assertThat(names.whole()).containsExactly(null, null, null, "1P/Halley");
    assertThat(names.provisional()).containsExactly("A898 PA", "1998 KU2", null, null);
  }

  private static CatalogueRow named(String designation, @Nullable String name, String full) {
    return Entries.anEntry()
        .withDesignation(designation)
        .withName(name)
        .withFullName(full)
        .row(0, 1);
  }
}
