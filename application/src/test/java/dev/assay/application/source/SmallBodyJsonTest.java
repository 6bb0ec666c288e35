package dev.assay.application.source;

import static dev.assay.application.source.SmallBodyText.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.SmallBodyText.Result;
import dev.assay.domain.body.AbsoluteMagnitude;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallBodyJsonTest {

  private static final String FIELDS = "pdes,e,i,a";
  private static final String SIGNATURE = "\"signature\":{\"source\":\"x\",\"version\":\"1.1\"}";
  private static final String NAMES = "\"fields\":[\"pdes\",\"e\",\"i\",\"a\"]";
  private static final String ROWS =
      "\"data\":[[\"433\",\".22\",\"10.8\",\"1.458\"],[\"1\",\".07\",\"10.6\",\"2.76\"]]";

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("as usual", "{" + SIGNATURE + "," + NAMES + "," + ROWS + ",\"count\":2}"),
        Arguments.of("count first", "{\"count\":2," + NAMES + "," + ROWS + "," + SIGNATURE + "}"),
        Arguments.of("data before fields", "{" + ROWS + "," + NAMES + ",\"count\":2}"),
        Arguments.of("count as text", "{" + NAMES + "," + ROWS + ",\"count\":\"2\"}"),
        Arguments.of("a page of more", "{" + NAMES + "," + ROWS + ",\"count\":42153}"),
        Arguments.of("unknown keys", "{\"x\":{\"y\":[1]}," + NAMES + "," + ROWS + ",\"z\":null}"),
        Arguments.of("blanks around", " \n{" + NAMES + "," + ROWS + ",\"count\":2} \r\n"),
        Arguments.of("byte order mark", "\ufeff{" + NAMES + "," + ROWS + ",\"count\":2}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void read_answerInAnyOrder_givesTheSameRows(String name, String text) {
    assertThat(SmallBodyText.read(text).designations()).containsExactly("433", "1");
  }

  @Test
  void declaredCount_ofAPage_isTheNumberOfMatches() throws IOException {
    String text = "{" + NAMES + "," + ROWS + ",\"count\":42153}";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    try (BlockReader reader = SmallBodyTables.open(new ByteArrayInputStream(bytes), "page")) {
      while (reader.next() != null) {
        assertThat(reader.declaredCount()).isEmpty();
      }
      assertThat(reader.declaredCount()).hasValue(42153);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void read_zeroMatches_isAnEmptyTable() {
    assertThat(SmallBodyText.read("{\"count\":\"0\",\"signature\":{\"version\":\"1.0\"}}").bodies())
        .isEmpty();
    assertThat(SmallBodyText.read(answer(FIELDS)).bodies()).isEmpty();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("{}", "neither \"fields\" nor \"data\""),
        Arguments.of("[[1]]", "is a JSON array"),
        Arguments.of(
            "{\"signature\":{\"version\":\"1.0\"},\"count\":7293}", "count-only answer (7293"),
        Arguments.of("{\"message\":\"invalid value\",\"code\":\"400\"}", "\"invalid value\""),
        Arguments.of("{\"error\":\"not found\"}", "\"not found\""),
        Arguments.of("{" + NAMES + ",\"data\":[],\"count\":5}", "no rows, though 5 bodies match"),
        Arguments.of("{" + NAMES + ",\"data\":[]}", "holds no rows"),
        Arguments.of("{" + NAMES + "," + ROWS + ",\"count\":1}", "says that only 1 match"),
        Arguments.of("{" + NAMES + "," + ROWS + ",\"count\":-1}", "\"count\" that is no number"),
        Arguments.of("{" + NAMES + "," + ROWS + ",\"count\":[]}", "\"count\" that is no number"),
        Arguments.of("{" + ROWS + ",\"count\":2}", "no \"fields\" to name its columns"),
        Arguments.of("{\"signature\":{\"version\":\"2.0\"}," + NAMES + "}", "API version 2.0"),
        Arguments.of("{" + NAMES + "," + NAMES + "}", "has \"fields\" twice"),
        Arguments.of("{" + NAMES + "," + ROWS + "," + ROWS + "}", "has \"data\" twice"),
        Arguments.of("{" + NAMES + ",\"data\":{}}", "\"data\" that is not an array"),
        Arguments.of("{\"fields\":\"e\"}", "\"fields\" that is not an array"),
        Arguments.of("{" + NAMES + "," + ROWS + "}{", "goes on after its closing brace"),
        Arguments.of("{" + NAMES + "," + ROWS + "}<", "is not valid JSON"),
        Arguments.of("{" + NAMES + ",\"data\":[[1,2", "is cut off after row 1"),
        Arguments.of("{\"x\":" + "[".repeat(11) + "]".repeat(11) + "}", "goes beyond a limit"),
        Arguments.of(
            answer("spkid,pdes,e", "[1,2,3]"),
            "lacks i, (one of a, q); its columns are spkid, pdes, e; ask the API for fields=pdes,"),
        Arguments.of(answer("spkid,e,i,a", "[1,2,3,4]"), "(one of pdes, full_name, name)"),
        Arguments.of(answer("pdes,e,e,i,a", "[1,2,3,4,5]"), "two columns \"e\""));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void read_whatIsNoCompleteAnswer_isRefusedInOneLine(String text, String message) {
    assertThatThrownBy(() -> SmallBodyText.read(text))
        .isInstanceOf(BadSourceException.class)
        .hasMessageStartingWith("table: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Property(tries = 300)
  void read_answerCutAnywhere_isRefused(@ForAll @IntRange(min = 0, max = 10_000) int seed) {
    String whole = answer(FIELDS, "[\"433\",\".22\",10.8,null,1.4]", "[\"1\",\".07\",10,2.76]");
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(bytes, seed % bytes.length);

    assertThatThrownBy(() -> SmallBodyText.read(cut)).isInstanceOf(BadSourceException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"433\",0.22,10]",
        "[]",
        "[\"433\",\"0.22\",10,1,5]",
        "{}",
        "7",
        "null",
        "[\"433\",[0.22],10,1]",
        "[\"433\",{\"v\":1},10,1]"
      })
  void read_malformedRow_isRejectedAndCounted(String row) {
    Result result = SmallBodyText.read(answer(FIELDS, "[\"1\",0.1,1,2]", row, "[\"2\",0.1,1,2]"));

    assertThat(result.designations()).containsExactly("1", "2");
    assertThat(result.report().read()).isEqualTo(3);
    assertThat(result.report().rejected()).isEqualTo(1);
    assertThat(result.report().problems().get(0).row()).isEqualTo(2);
  }

  @Test
  void read_malformedRowBeforeTheFields_isRejectedAndCounted() {
    String text = "{\"data\":[[1,0.1,1,2],[2,[],1,2],3,[4,0.1,1]]," + NAMES + ",\"count\":4}";

    Result result = SmallBodyText.read(text);

    assertThat(result.designations()).containsExactly("1");
    assertThat(result.report().rejected()).isEqualTo(3);
  }

  @Test
  void read_anyJsonType_isTakenForAnyField() {
    Result result =
        SmallBodyText.read(
            answer(
                "pdes,name,neo,pha,H,e,i,a,spkid",
                "[433,\"Eros\",true,false,\"10.4\",\"0.22\",10.8,1.458,20000433]",
                "[\"1\",null,\"N\",null,3.33,0.07,\"10.6\",\"2.76\",\"x\"]"));

    assertThat(result.designations()).containsExactly("433", "1");
    assertThat(result.bodies().get(0).nearEarth()).isTrue();
    assertThat(result.bodies().get(1).absoluteMagnitude())
        .isEqualTo(new AbsoluteMagnitude(3.33, null));
  }

  @Test
  void read_moreRowsBeforeTheFieldsThanFit_isRefused() {
    String row = "[1,0.1,1,2]";
    String rows = String.join(",", Collections.nCopies(10_001, row));

    assertThatThrownBy(() -> SmallBodyText.read("{\"data\":[" + rows + "]," + NAMES + "}"))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("\"data\" before \"fields\"");
  }

  @Test
  void read_hugeText_isRefusedInAUsedColumnAndSkippedInAnother() {
    String huge = "\"" + "x".repeat(10_000_000) + "\"";

    assertThatThrownBy(() -> SmallBodyText.read(answer(FIELDS, "[" + huge + ",0.1,1,2]")))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("goes beyond a limit after row 1");
    assertThat(SmallBodyText.read(answer("pdes,e,i,a,extent", "[1,0.1,1,2," + huge + "]")).bodies())
        .hasSize(1);
  }

  @Property(tries = 100)
  void read_permutedColumns_givesTheSameBodies(@ForAll long seed) {
    List<String> cells =
        Arrays.asList("pdes 433", "full_name Eros", "e 0.22", "i 10.8", "a 1.458", "H 10.4");
    Collections.shuffle(cells, new Random(seed));
    String fields = cells.stream().map(c -> c.split(" ")[0]).collect(Collectors.joining(","));
    String row =
        cells.stream().map(c -> "\"" + c.split(" ")[1] + "\"").collect(Collectors.joining(","));

    assertThat(SmallBodyText.read(answer(fields, "[" + row + "]")).only())
        .isEqualTo(
            SmallBodyText.read(
                    answer(
                        "pdes,full_name,e,i,a,H",
                        "[\"433\",\"Eros\",\"0.22\",\"10.8\",\"1.458\",\"10.4\"]"))
                .only());
  }

  @Test
  void read_oldSpellings_areKnown() {
    Result result =
        SmallBodyText.read(
            answer(
                "fullname,orbit_class,epoch.mjd,H.sigma,H,e,i,a",
                "[\"433 Eros (A898 PA)\",\"AMO\",59800,\"0.1\",\"10\",\"0.2\",\"10\",\"1.4\"]"));

    assertThat(result.only().orbitClass().code()).isEqualTo("AMO");
    assertThat(result.only().absoluteMagnitude()).isEqualTo(new AbsoluteMagnitude(10, 0.1));
  }
}
