package dev.assay.application.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.SourceStream.Kind;
import dev.assay.ports.PortException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceStreamTest {

  private static SourceStream open(byte[] bytes) {
    return SourceStream.open(new ByteArrayInputStream(bytes), "table");
  }

  @ParameterizedTest
  @CsvSource({"'{\"a\":1}',JSON_OBJECT", "' [1]',JSON_ARRAY", "'\n<html>',MARKUP", "'a,b',TEXT"})
  void open_text_isToldByItsFirstCharacter(String text, Kind kind) {
    assertThat(open(text.getBytes(UTF_8)).kind()).isEqualTo(kind);
  }

  @Test
  void open_gzipWithByteOrderMark_givesTheTextAlone() throws IOException {
    SourceStream stream = open(SmallBodyText.gzip("\ufeffa,b\n"));

    assertThat(stream.content().readAllBytes()).asString(UTF_8).isEqualTo("a,b\n");
  }

  static Stream<Arguments> refusals() {
    byte[] gzip = SmallBodyText.gzip("a,b\n1,2\n");
    return Stream.of(
        Arguments.of("nothing", new byte[0], "is empty"),
        Arguments.of("blanks", " \n\t ".getBytes(UTF_8), "nothing but blanks"),
        Arguments.of(
            "LFS pointer",
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d\n".getBytes(UTF_8),
            "run \"git lfs pull\""),
        Arguments.of(
            "archive error",
            "ERROR<br>\nError Type: UserError - \"table\" parameter<br>\nMessage: x"
                .getBytes(UTF_8),
            "error message of the service: \"ERROR Error Type: UserError - \"table\" parameter"),
        Arguments.of(
            "Oracle error", "ORA-00904: \"X\": invalid identifier".getBytes(UTF_8), "ORA-00904"),
        Arguments.of("NUL", "a,b\n\0".getBytes(UTF_8), "is binary"),
        Arguments.of("controls", "\1\2\3\4abc".getBytes(UTF_8), "is binary"),
        Arguments.of("UTF-16", "\ufeffa,b".getBytes(UTF_16LE), "UTF-16"),
        Arguments.of("cut gzip", Arrays.copyOf(gzip, gzip.length - 9), "is cut off"),
        Arguments.of("gzip header alone", Arrays.copyOf(gzip, 4), "is cut off"),
        Arguments.of(
            "no gzip after all",
            new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8},
            "damaged gzip"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void open_whatIsNoTable_isRefusedByName(String name, byte[] bytes, String message) {
    assertThatThrownBy(() -> open(bytes).content().readAllBytes())
        .isInstanceOf(BadSourceException.class)
        .hasMessageStartingWith("table: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <html><head><title>Site in maintenance</title>   | web page titled "Site in maintenance"
          <html><body>404                                  | is HTML or XML
          <?xml version="1.0"?><VOTABLE><INFO name="QUERY_STATUS" value="ERROR">bad column</INFO> | bad column
          """)
  void requireKind_markup_saysWhatItIs(String markup, String message) {
    SourceStream stream = open(markup.getBytes(UTF_8));

    assertThatThrownBy(() -> stream.requireKind(Kind.TEXT))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining(message);
  }

  @Test
  void open_unreadable_isTroubleOutsideNotABadSource() {
    InputStream broken = new BrokenStream();

    assertThatThrownBy(() -> SourceStream.open(broken, "table"))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("connection reset");
  }

  @Test
  void read_latin1Table_saysThatItIsNotUtf8() {
    byte[] table = "name,e,i,a\nV\u00e4is\u00e4l\u00e4,.1,2,3\n".getBytes(ISO_8859_1);

    assertThatThrownBy(() -> SmallBodyText.read(table))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("is not UTF-8");
  }

  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("connection reset");
    }
  }
}
