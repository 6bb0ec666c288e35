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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts of every length and alphabet come back as they were put, wherever the engine keeps them.
 */
class TextsInTheCatalogueTest {

  private static final GenerationId GENERATION = new GenerationId("g-1");
  private static final int ROWS = 5_000;

  /** Around the twelve bytes that a vector holds itself, and around what is kept of longer ones. */
  private static final List<@Nullable String> TEXTS = texts();

  @TempDir private Path directory;

  private static List<@Nullable String> texts() {
    List<@Nullable String> texts = new ArrayList<>();
    texts.add(null);
    IntStream.rangeClosed(1, 40).mapToObj("abcdefghij"::repeat).forEach(texts::add);
    IntStream.rangeClosed(1, 14).mapToObj("x"::repeat).forEach(texts::add);
    texts.addAll(
        List.of(
            "it's",
            "a ' , \" ] \\ b",
            "with \0 in it",
            "é",
            "ein Ü in 12",
            "elf + ü = 12",
            "日本",
            "🪐",
            "zwölf Zeichen und mehr"));
    return texts;
  }

  /** A new object each time in the one case, one and the same in the other. */
  private static @Nullable String textOf(int row) {
    String text = TEXTS.get(row * 7 % TEXTS.size());
    return text != null && row % 2 == 0 ? String.valueOf(text.toCharArray()) : text;
  }

  @Test
  void read_textsOfAllKinds_areThoseThatWerePut() {
    List<CatalogueRow> rows = new ArrayList<>();
    Map<String, @Nullable String> wanted = new HashMap<>();
    for (int row = 1; row <= ROWS; row++) {
      String text = textOf(row);
      wanted.put("" + row, text);
      rows.add(
          Entries.anEntry()
              .withDesignation("" + row)
              .withName(text)
              .withFullName(text == null ? "-" : text)
              .with("spectral_type", text)
              .with("mass_source", text)
              .row(0, row));
    }
    Map<String, @Nullable String> names = new HashMap<>();
    Map<String, @Nullable String> fullNames = new HashMap<>();
    Map<String, @Nullable String> types = new HashMap<>();
    Map<String, @Nullable String> coded = new HashMap<>();
    try (DuckDbCatalogue catalogue = new DuckDbCatalogue(directory, new DuckDbSettings(128, 2))) {
      catalogue.create(GENERATION);
      catalogue.put(new BodyBatch(GENERATION, 0, rows));
      catalogue.seal(GENERATION);
      catalogue.activate(GENERATION);
      try (CatalogueReader reader = catalogue.read().orElseThrow()) {
        reader.forEach(
            entry -> {
              names.put(entry.designation(), entry.name());
              fullNames.put(entry.designation(), unlessDash(entry));
              types.put(entry.designation(), entry.spectralType());
              coded.put(entry.designation(), entry.massSource());
            });
      }
    }

    assertThat(names).isEqualTo(wanted);
    assertThat(fullNames).isEqualTo(wanted);
    assertThat(types).isEqualTo(wanted);
    assertThat(coded).isEqualTo(wanted);
  }

  private static @Nullable String unlessDash(CatalogueEntry entry) {
    return entry.fullName().equals("-") ? null : entry.fullName();
  }
}
