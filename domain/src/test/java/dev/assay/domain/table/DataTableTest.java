package dev.assay.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTableTest {

  private static final List<String> COLUMNS = List.of("name", "value", "source");

  private static DataTable parse(String text) {
    return DataTable.parse("mine.csv", text, COLUMNS);
  }

  private static DataTable.Row onlyRow(String text) {
    List<DataTable.Row> rows = parse(text).rows();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /** The spellings in which spreadsheets and people write one and the same table. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,value,source\ng,9.8,here",
        "name,value,source\r\ng,9.8,here\r\n",
        "\uFEFFname,value,source\r\ng,9.8,here",
        "# why\n\nname,value,source\n# more\n\ng,9.8,here\n\n",
        "\"name\",\"value\",\"source\"\n\"g\",\"9.8\",\"here\"",
        " name , value , source \n g , 9.8 , here ",
        "name,value,source\rg,9.8,here",
      })
  void parse_spellingsOfOneTable_areTheSame(String text) {
    DataTable.Row row = onlyRow(text);

    assertThat(row.text("name")).isEqualTo("g");
    assertThat(row.number("value", 0, 10)).isEqualTo(9.8);
    assertThat(row.text("source")).isEqualTo("here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "g,1,Carry, B. 2012 | Carry, B. 2012",
        "g,1,\"Carry, B. 2012\" | Carry, B. 2012",
        "g,1,\"the \"\"best\"\" one, by far\" | the \"best\" one, by far",
      })
  void text_lastColumn_mayContainCommasAndQuotes(String row, String expected) {
    assertThat(onlyRow("name,value,source\n" + row).text("source")).isEqualTo(expected);
  }

  @Test
  void rows_commentsAndBlankLines_keepTheLineNumbersOfTheFile() {
    DataTable table = parse("# c\nname,value,source\n\na,1,x\n# c\nb,2,x\n");

    assertThat(table.rows()).extracting(DataTable.Row::line).containsExactly(4, 6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|no rows; expected columns name,value,source",
        "'# only a comment'|no rows; expected columns name,value,source",
        "name,value,source|no rows; expected columns name,value,source",
        "name,source|line 1: expected the columns name,value,source",
        "value,name,source|line 1: expected the columns name,value,source",
        "name,value,source,more|line 1: expected the columns name,value,source",
        "name;value;source|line 1: expected the columns name,value,source",
        "'name,value,source\ng,1'|line 2: 2 cells where 3 are needed (name,value,source)",
        "'name,value,source\ng'|line 2: 1 cells where 3 are needed (name,value,source)",
      })
  void parse_unusableText_saysTableLineAndWhatIsNeeded(String text, String problem) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(BadTableException.class)
        .hasMessage("mine.csv: " + problem);
  }

  @Test
  void parse_moreLinesThanATableHas_isRefusedNotCutOff() {
    String text = "name,value,source\n" + "g,1,x\n".repeat(10_000);

    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(BadTableException.class)
        .hasMessage("mine.csv: more than 10000 lines");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "abc      | 'abc' is not a number",
        "1,5      | '1,5' is not a number",
        "1 000    | '1 000' is not a number",
        "NaN      | NaN is outside 0.0..10.0",
        "Infinity | Infinity is outside 0.0..10.0",
        "10.1     | 10.1 is outside 0.0..10.0",
        "-0.1     | -0.1 is outside 0.0..10.0",
      })
  void number_notWithinBounds_saysTableLineAndColumn(String cell, String problem) {
    DataTable.Row row = new DataTable.Row("mine.csv", 7, COLUMNS, List.of("g", cell, "x"));

    assertThatThrownBy(() -> row.number("value", 0, 10))
        .isInstanceOf(BadTableException.class)
        .hasMessage("mine.csv: line 7, value: " + problem);
  }

  @Test
  void text_blankCell_isRefused() {
    assertThatThrownBy(() -> onlyRow("name,value,source\n,1,x").text("name"))
        .isInstanceOf(BadTableException.class)
        .hasMessage("mine.csv: line 2, name: is blank");
  }

  @Property
  void parse_anyText_isReadOrRefusedInOneLine(@ForAll String text) {
    try {
      assertThat(parse(text).rows()).isNotEmpty();
    } catch (BadTableException refused) {
      assertThat(refused).hasMessageStartingWith("mine.csv: ");
    }
  }

  @Test
  void bundled_unknownFile_isMissingFromTheLibrary() {
    assertThatThrownBy(() -> DataTable.bundled("no.csv"))
        .isInstanceOf(BadTableException.class)
        .hasMessage("no.csv: missing from the library");
  }
}
