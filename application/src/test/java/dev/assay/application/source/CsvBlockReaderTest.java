package dev.assay.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tables divided at any place give the rows that a parser of characters finds in one go. */
class CsvBlockReaderTest {

  private static final String HEADER = "first,second,third\n";
  private static final Map<String, Integer> FIELDS = Map.of("first", 0, "second", 1, "third", 2);

  private static List<List<String>> divided(String table, int blockBytes) {
    List<List<String>> rows = new ArrayList<>();
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    try (BlockReader reader =
        CsvBlockReader.open(
            new ByteArrayInputStream(bytes),
            "table",
            names -> Columns.of(names, FIELDS, "table"),
            blockBytes)) {
      long before = 0;
      for (RowBlock block = reader.next(); block != null; block = reader.next()) {
        before += block.read(before, row -> rows.add(cells(row)));
      }
      assertThat(before).isEqualTo(rows.size());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  private static List<String> cells(SourceRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(row.number()));
    if (row instanceof TextRow text) {
      for (int field = 0; field < FIELDS.size(); field++) {
        cells.add(String.valueOf(text.text(field)));
      }
    } else if (row instanceof MalformedRow malformed) {
      cells.add(malformed.problem().reason());
    }
    return cells;
  }

  /** The same by the library, with the same notion of what a cell's text is. */
  private static List<List<String>> inOneGo(String table) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvRecord line :
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(table)) {
      List<String> texts =
          line.getFields().stream()
              .map(cell -> String.valueOf(Cells.clean(cell)))
              .collect(Collectors.toCollection(ArrayList::new));
      boolean blank = texts.size() == 1 && texts.get(0).equals("null");
      if (!blank && !texts.equals(List.of("first", "second", "third"))) {
        texts.subList(Math.min(FIELDS.size(), texts.size()), texts.size()).removeIf("null"::equals);
        if (texts.size() != FIELDS.size()) {
          texts =
              new ArrayList<>(
                  List.of("has " + texts.size() + " cells where the table has 3 columns"));
        }
        texts.add(0, String.valueOf(rows.size() + 1));
        rows.add(texts);
      }
    }
    return rows;
  }

  @Property
  void blocks_ofAnySize_giveTheRowsOfTheWhole(
      @ForAll("tables") String table, @ForAll @IntRange(min = 1, max = 200) int blockBytes) {
    assertThat(divided(table, blockBytes)).isEqualTo(inOneGo(table));
  }

  @Provide
  Arbitrary<String> tables() {
    Arbitrary<String> plain = Arbitraries.strings().withChars("ab 1.\u2009é").ofMaxLength(6);
    // No CR within quotes: FastCSV takes a LF after the closing quote for a part of it.
    Arbitrary<String> quoted =
        Arbitraries.strings()
            .withChars("ab,\n# é")
            .ofMaxLength(8)
            .map(text -> '"' + text.replace("a", "\"\"") + '"');
    Arbitrary<String> quoteInside = plain.map(text -> "b\"" + text);
    Arbitrary<String> cell =
        Arbitraries.frequencyOf(Tuple.of(8, plain), Tuple.of(2, quoted), Tuple.of(1, quoteInside));
    Arbitrary<String> row =
        cell.list().ofMinSize(2).ofMaxSize(5).map(cells -> String.join(",", cells));
    Arbitrary<String> rowOfThree = cell.list().ofSize(3).map(cells -> String.join(",", cells));
    Arbitrary<String> other =
        Arbitraries.of(
            "", " ", "# a \"comment, with a quote", "#,\"opens,\"", "first,second,third");
    Arbitrary<String> line =
        Arbitraries.frequencyOf(Tuple.of(6, rowOfThree), Tuple.of(1, row), Tuple.of(1, other));
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\r");
    return Combinators.combine(line, end)
        .as(String::concat)
        .list()
        .ofMaxSize(12)
        .map(lines -> HEADER + String.join("", lines) + "y,y,y\n");
  }

  @Test
  void failure_inALaterBlock_namesTheRowOfTheTable() {
    String table = HEADER + "1,1,1\n".repeat(500) + "\"2\"x,2,2\n" + "3,3,3\n".repeat(500);

    assertThatThrownBy(() -> divided(table, 64))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("not valid CSV after row 500");
  }

  @Test
  void bytesThatAreNoText_inALaterBlock_areRefused() {
    byte[] table = (HEADER + "1,1,1\n".repeat(100) + "?,2,2\n").getBytes(StandardCharsets.UTF_8);
    table[table.length - 6] = (byte) 0xff;

    assertThatThrownBy(
            () -> SmallBodyText.read(concatenated("pdes,full_name,e,a,i\n1,1,.1,2,3\n", table)))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("is not UTF-8 text");
  }

  private static byte[] concatenated(String start, byte[] end) {
    byte[] first = start.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(first, first.length + end.length);
    System.arraycopy(end, 0, both, first.length, end.length);
    return both;
  }
}
