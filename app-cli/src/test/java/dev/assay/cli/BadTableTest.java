package dev.assay.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.cli.Cli.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no table of small bodies: one clear line, and the catalogue stays as it was. */
class BadTableTest {

  private static final Table GOOD = Table.bodies(20);
  private static final String ANSWER = GOOD.json();
  private static final String SIGNATURE = "{\"signature\":{\"version\":\"1.0\"},";

  @TempDir private static Path data;
  @TempDir private Path folder;

  private static Cli cli = new Cli(Path.of(""));
  private static String before = "";

  @BeforeAll
  static void loadACatalogue(@TempDir Path source) throws IOException {
    cli = new Cli(data);
    cli.refresh(Files.writeString(source.resolve("good.json"), ANSWER)).succeeded();
    before = cli.export();
  }

  @AfterEach
  void catalogueIsAsItWas() {
    assertThat(cli.export()).isEqualTo(before);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("", "is empty"),
        arguments("  \n\t\n", "nothing but blanks"),
        arguments(
            "<!DOCTYPE html>\n<html><head><title>Site maintenance</title></head></html>",
            "web page titled \"Site maintenance\""),
        arguments("\ufeff<html><body>503 Service Unavailable</body></html>", "HTML"),
        arguments(
            "<?xml version=\"1.0\"?><VOTABLE><INFO name=\"QUERY_STATUS\" value=\"ERROR\">no such column</INFO></VOTABLE>",
            "no such column"),
        arguments(
            "{\"moreInfo\":\"https://ssd-api.jpl.nasa.gov\",\"code\":\"400\","
                + "\"message\":\"invalid number and/or units\"}",
            "\"invalid number and/or units\""),
        arguments(SIGNATURE + "\"error\":\"Cannot interpret date.\"}", "Cannot interpret date"),
        arguments("ERROR<br>\nError Type: UserError - \"table\" parameter<br>", "ERROR"),
        arguments("ORA-00933: SQL command not properly ended", "ORA-00933"),
        arguments("{}", "neither \"fields\" nor \"data\""),
        arguments("[]", "JSON array"),
        arguments(SIGNATURE + "\"count\":7293}", "count-only answer (7293 bodies)"),
        arguments(SIGNATURE + "\"fields\":[\"pdes\"],\"data\":[],\"count\":0}", "lacks"),
        arguments(ANSWER.replaceFirst("\"data\":.*", "\"data\":[],\"count\":3}"), "no rows"),
        arguments(GOOD.json(21), "says that 21 bodies match its query, but holds 20"),
        arguments(GOOD.json(19), "only 19 match"),
        arguments(ANSWER.replace("\"version\":\"1.0\"", "\"version\":\"2.0\""), "version 2.0"),
        arguments(ANSWER + ANSWER, "after its closing brace"),
        arguments(ANSWER.replace("\"count\":20", "\"count\":\"many\""), "many"),
        arguments(
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
            "Git LFS pointer"),
        arguments(GOOD.part(0, 0).csv(), "no rows"),
        arguments("a,b,c\n1,2,3\n", "lacks"),
        arguments("just a text\n", "lacks"),
        arguments("spkid\n20000001\n", "lacks"),
        arguments(GOOD.renamed("e", "eccentricity").json(), "lacks e;"),
        arguments(GOOD.renamed("i", "incl").csv(), "lacks i;"),
        arguments(GOOD.csv() + "21,\"open", "cut off"),
        arguments(GOOD.csv() + "21,half a row", "cut off in its last line"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textThatIsNoTable_isRefused(String content, String wrong) throws IOException {
    assertRefused(Files.writeString(folder.resolve("table.json"), content), wrong);
  }

  static Stream<String> cuts() {
    int row = ANSWER.indexOf("[\"10\"");
    return Stream.of(
            1, // after the opening brace
            ANSWER.indexOf("NASA") + 2,
            ANSWER.indexOf("full_name") + 3,
            ANSWER.indexOf("\"data\"") + 8,
            row, // before a row
            row + 3, // within a text
            row + 30, // within a row
            ANSWER.indexOf("]],") + 1, // after the last row
            ANSWER.indexOf("]],") + 2, // after the last bracket
            ANSWER.indexOf("\"count\"") + 4,
            ANSWER.length() - 1) // before the closing brace
        .map(end -> ANSWER.substring(0, end));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void answerCutAnywhere_isRefused(String cut) throws IOException {
    assertRefused(Files.writeString(folder.resolve("cut.json"), cut), "cut off");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 12, 100, 300})
  void gzipCutAnywhere_isRefused(int length) throws IOException {
    Path whole = Table.gzip(folder.resolve("whole.gz"), Table.bodies(400).json());
    byte[] bytes = Arrays.copyOf(Files.readAllBytes(whole), length);

    assertRefused(Files.write(folder.resolve("cut.json.gz"), bytes), "cut off");
  }

  @Test
  void gzipWithoutItsChecksum_isRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(Table.gzip(folder.resolve("whole.gz"), ANSWER));

    assertRefused(
        Files.write(folder.resolve("t.gz"), Arrays.copyOf(bytes, bytes.length - 6)), "cut off");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void binaryGarbage_isRefused(long seed) throws IOException {
    byte[] garbage = new byte[100_000];
    new Random(seed).nextBytes(garbage);

    assertRefused(Files.write(folder.resolve("garbage.csv"), garbage), "binary");
  }

  @Test
  void textOfAnotherEncoding_isRefused() throws IOException {
    byte[] latin = GOOD.csv().replace("AB1)", "ABÿ)").getBytes(ISO_8859_1);

    assertRefused(Files.write(folder.resolve("latin.csv"), latin), "UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pdes,e,a,i\n",
        "",
        "{\"fields\":[\"pdes\",\"e\",\"a\",\"i\"],\"data\":[[\"",
        "{\"fields\":[\"pdes\",\"e\",\"a\",\"i\"],\"data\":[[\"1\",\"0.1\",\"2\",\"3\"]],\"x\":\""
      })
  void lineOf50Megabytes_isRefused(String beginning) throws IOException {
    Path file = folder.resolve("long.txt");
    String block = "x".repeat(1 << 20);
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      out.write(beginning);
      for (int i = 0; i < 50; i++) {
        out.write(block);
      }
    }

    assertRefused(file, "");
  }

  @Test
  void onlyRowThatCannotBeUsed_failsAndNamesIt() throws IOException {
    Path file = folder.resolve("one.csv");

    assertRefused(Files.writeString(file, "pdes,e,a,i\n1,NaN,2.7,10\n"), "row 1: e 'NaN'");
    assertRefused(Files.writeString(file, "pdes,e,a,i\n,0.1,2.7,10\n"), "row 1");
  }

  @Test
  void oneBadTableAmongGoodOnes_failsTheRun() throws IOException {
    Path good = Files.writeString(folder.resolve("good.json"), GOOD.changed().json());
    Path bad = Files.writeString(folder.resolve("bad.json"), ANSWER.substring(0, 800));

    assertThat(cli.refresh(good, bad).problem()).contains("bad.json", "cut off");
    assertThat(cli.refresh(bad, good).problem()).contains("bad.json", "cut off");
  }

  @Test
  void folderThatLacksAPage_isRefused() throws IOException {
    Path pages = GOOD.writePages(folder.resolve("pages"), 6);
    Files.delete(pages.resolve("page-00001.json"));

    assertThat(cli.refresh(pages).problem()).contains(pages.toString(), "holds 14");
  }

  @Test
  void folderOfPagesOfTwoDownloads_isRefused() throws IOException {
    Path pages = GOOD.writePages(folder.resolve("pages"), 10);
    Files.writeString(pages.resolve("page-00001.json"), GOOD.part(10, 20).json(25));

    assertThat(cli.refresh(pages).problem()).contains("page-00001.json", "another download");
  }

  @Test
  void publishedErrors_areRefused() throws IOException {
    for (Path body : SharedData.errorBodies()) {
      assertRefused(body, "");
    }
  }

  private static void assertRefused(Path file, String wrong) {
    Outcome outcome = cli.refresh(file);

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains(file.toString()).contains(wrong);
  }
}
