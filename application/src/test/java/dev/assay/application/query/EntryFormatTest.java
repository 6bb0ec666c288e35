package dev.assay.application.query;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.anUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.application.message.AnyEntries;
import dev.assay.application.query.EntryFormat.EntryWriter;
import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.Entries;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFormatTest {

  /** An interface: scripts depend on these names and their order. */
  private static final List<String> COLUMNS =
      List.of(
          "designation",
          "name",
          "full_name",
          "orbit_class",
          "neo",
          "pha",
          "a_au",
          "e",
          "i_deg",
          "q_au",
          "q_aphelion_au",
          "moid_au",
          "h_mag",
          "diameter_km",
          "diameter_sigma_ln",
          "diameter_source",
          "albedo",
          "spectral_type",
          "spectral_class",
          "class_confidence",
          "mass_kg",
          "mass_sigma_ln",
          "mass_source",
          "delta_v_km_s",
          "delta_v_quality",
          "value_usd",
          "value_low_usd",
          "value_high_usd",
          "profit_usd",
          "accessibility",
          "model",
          "h_sigma_mag",
          "class_source",
          "gm_km3_s2",
          "mass_measurements",
          "flags",
          "mission_status",
          "mission_destination",
          "mission_years",
          "mission_payload_kg",
          "mission_return_km_s",
          "break_even_price_factor");

  private static final JsonMapper JSON = new JsonMapper();

  private static String write(EntryFormat format, CatalogueEntry... entries) {
    StringWriter out = new StringWriter();
    try (EntryWriter writer = format.open(out)) {
      List.of(entries).forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<List<String>> records(String csv) {
    return CsvReader.builder().ofCsvRecord(csv).stream().map(CsvRecord::getFields).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogueEntry entry(JsonNode object) {
    List<@Nullable Object> values = new ArrayList<>();
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      values.add(value(object.get(column.name()), column.type()));
    }
    return CatalogueColumn.entry(values);
  }

  private static @Nullable Object value(JsonNode value, CatalogueColumn.Type type) {
    if (value.isNull()) {
      return null;
    }
    return switch (type) {
      case TEXT -> value.textValue();
      case REAL -> value.doubleValue();
      case INTEGER -> value.longValue();
      case FLAG -> value.booleanValue();
    };
  }

  @Provide
  Arbitrary<CatalogueEntry> entries() {
    return AnyEntries.entries();
  }

  @Test
  void csv_header_isTheListOfColumns() {
    assertThat(write(EntryFormat.CSV)).isEqualTo(String.join(",", COLUMNS) + "\n");
  }

  @Test
  void json_keys_areTheListOfColumns() {
    JsonNode first = json(write(EntryFormat.JSON, anEntry().entry())).get(0);

    assertThat(first.fieldNames()).toIterable().containsExactlyElementsOf(COLUMNS);
  }

  @Test
  void csv_unknown_isEmpty() {
    List<String> cells = records(write(EntryFormat.CSV, anUnknown().entry())).get(1);

    for (int column = 0; column < COLUMNS.size(); column++) {
      boolean optional = Entries.isOptional(CatalogueColumn.ALL.get(column));
      assertThat(cells.get(column).isEmpty()).as(COLUMNS.get(column)).isEqualTo(optional);
    }
  }

  @Test
  void json_unknown_isNull() {
    JsonNode unknown = json(write(EntryFormat.JSON, anUnknown().entry())).get(0);

    CatalogueColumn.ALL.forEach(
        column ->
            assertThat(unknown.get(column.name()).isNull())
                .as(column.name())
                .isEqualTo(Entries.isOptional(column)));
  }

  @Property(tries = 300)
  void csv_anyEntry_isReadBackDigitForDigit(@ForAll("entries") CatalogueEntry entry) {
    List<List<String>> records = records(write(EntryFormat.CSV, entry, entry));

    assertThat(records).hasSize(3);
    assertThat(records.get(2)).isEqualTo(records.get(1));
    for (int column = 0; column < COLUMNS.size(); column++) {
      Object value = CatalogueColumn.ALL.get(column).value().apply(entry);
      String cell = records.get(1).get(column);
      if (value instanceof Double number) {
        assertThat(Double.valueOf(cell)).isEqualTo(number);
        assertThat(cell).matches("-?\\d+\\.\\d+(E-?\\d+)?");
      } else {
        assertThat(cell).isEqualTo(value == null ? "" : value.toString());
      }
    }
  }

  @Property(tries = 300)
  void json_anyEntry_isReadBackEqual(@ForAll("entries") CatalogueEntry entry) {
    JsonNode array = json(write(EntryFormat.JSON, entry, entry));

    assertThat(array).extracting(EntryFormatTest::entry).containsExactly(entry, entry);
    assertThat(entry(json(EntryFormat.object(entry)))).isEqualTo(entry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "say \"x\"", "two\nlines", "carriage\rreturn", "G!kun||'homdima"})
  void csv_textWithAMeaning_staysOneCell(String name) {
    String csv = write(EntryFormat.CSV, anEntry().withName(name).entry());

    assertThat(records(csv)).hasSize(2);
    assertThat(records(csv).get(1).get(1)).isEqualTo(name);
  }

  @Test
  void json_entries_areOneLineEach() {
    String text = write(EntryFormat.JSON, anEntry().entry(), anUnknown().entry());

    assertThat(text).startsWith("[").endsWith("]\n");
    assertThat(text.lines().filter(line -> line.contains("\"designation\""))).hasSize(2);
  }

  @Test
  void json_emptyCatalogue_isAnEmptyArray() {
    assertThat(json(write(EntryFormat.JSON)).isArray()).isTrue();
    assertThat(json(write(EntryFormat.JSON))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5,       1.5",
    "1234567.5, 1234567.5",
    "1E21,      1.0E21",
    "8.41E21,   8.41E21",
    "2E23,      2.0E23",
    "4.89E-9,   4.89E-9",
    "0,         0.0"
  })
  void text_number_hasAPointAndTheFewestDigitsOnAnyJava(double number, String text) {
    assertThat(EntryFormat.text(number)).isEqualTo(text);
  }

  @Test
  void object_entry_spansSeveralLinesWithoutABreakAtItsEnd() {
    assertThat(EntryFormat.object(anEntry().entry())).contains("\n").endsWith("}");
  }

  @Test
  void close_writer_leavesTheOutputOpen() throws IOException {
    boolean[] closed = new boolean[1];
    StringWriter out =
        new StringWriter() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    EntryFormat.CSV.open(out).close();
    EntryFormat.JSON.open(out).close();

    assertThat(closed[0]).isFalse();
  }
}
