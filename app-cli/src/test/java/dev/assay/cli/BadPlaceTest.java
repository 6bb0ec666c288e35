package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.cli.Cli.Outcome;
import dev.assay.local.DataDirectoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Locations and options of a refresh that cannot be used: one clear line, and nothing changes. */
class BadPlaceTest {

  @TempDir private Path folder;
  private Cli cli;
  private Path good;
  private String before = "";

  @BeforeEach
  void loadACatalogue() throws IOException {
    cli = new Cli(folder.resolve("data"));
    good = Files.writeString(folder.resolve("good.json"), Table.bodies(20).json());
    cli.refresh(good).succeeded();
    before = cli.export();
  }

  private void assertRefused(Outcome outcome, int code, String... named) {
    assertThat(outcome.problem()).contains(named);
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(cli.export()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "no/such.json, no such file: no/such.json",
    "ftp://example.org/x.json, ftp:",
    "http://example.org/x.json, not encrypted; use https",
    "http://169.254.169.254/latest, not encrypted; use https",
    "https://user:secret@example.org/x.json, password",
    "'https://exa mple.org', not a well-formed address",
    "gopher:x, gopher:",
    "/dev/zero, device",
    "bundled:nothing, nothing",
    "'', no such file: ''",
    "' ', no such file: ' '"
  })
  void tableThatCannotBeHad_isNamed(String location, String wrong) {
    Outcome outcome =
        cli.on(
            "refresh",
            "--delta-v=bundled:delta-v.html",
            "--exoplanets=bundled:exoplanets.csv",
            "--small-bodies",
            location);

    assertRefused(outcome, ExitCode.FAILED, wrong);
    assertThat(outcome.err()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--delta-v", "--masses", "--exoplanets", "--prices"})
  void sideSourceThatIsNotThere_isNamed(String option) {
    assertRefused(refreshWith(option, "nowhere.txt"), ExitCode.FAILED, "no such file: nowhere.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "--delta-v, <html><title>404 Not Found</title></html>, 404 Not Found",
    "--delta-v, nothing of use, delta-v",
    "--masses, <html><title>404 Not Found</title></html>, 404 Not Found",
    "--masses, , empty",
    "--exoplanets, ERROR<br>Error Type: UserError, ERROR",
    "--exoplanets, 'pl_name,hostname\n', rows"
  })
  void sideSourceOfAnotherKind_isRefused(String option, String content, String wrong)
      throws IOException {
    Path file = folder.resolve("side.txt");
    Files.writeString(file, content == null ? "" : content);

    assertRefused(refreshWith(option, file.toString()), ExitCode.FAILED, file.toString(), wrong);
  }

  @Test
  void emptyFolder_isRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertRefused(cli.refresh(empty), ExitCode.FAILED, empty + " holds no page");
  }

  @Test
  void folderWithoutReadPermission_isRefused() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx------"));
    assumeThat(Files.isReadable(closed)).as("root may read everything").isFalse();

    assertRefused(cli.refresh(closed), ExitCode.FAILED, closed.toString(), "no permission");
  }

  @Test
  void fileWithoutReadPermission_isRefused() throws IOException {
    Path closed = Files.writeString(folder.resolve("closed.json"), "{}");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx------"));
    assumeThat(Files.isReadable(closed)).as("root may read everything").isFalse();

    assertRefused(cli.refresh(closed), ExitCode.FAILED, closed.toString(), "permission");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a file", "a file/below"})
  void dataDirectoryThatCannotBe_isRefused(String place) throws IOException {
    Files.writeString(folder.resolve("a file"), "kept");
    Cli nowhere = new Cli(folder.resolve(place));

    assertRefused(
        nowhere.refresh(good), ExitCode.FAILED, nowhere.data().toString(), "a file is where");
    assertThat(folder.resolve("a file")).hasContent("kept");
  }

  @Test
  void secondRefreshAtOnce_isRefused_whileReadersGoOn() {
    try (DataDirectoryLock held = DataDirectoryLock.acquire(cli.data())) {
      String process = "is in use by process " + ProcessHandle.current().pid();

      assertRefused(cli.refresh(good), ExitCode.FAILED, held.directory().toString(), process);
      assertRefused(cli.on("rollback"), ExitCode.FAILED, process);
    }
    cli.refresh(good).succeeded();
  }

  @Test
  void modelThatIsNone_isWrongUsage() {
    assertRefused(
        refreshWith("--model", "nonsense"), ExitCode.WRONG_USAGE, "--model 'nonsense'", "asterank");
  }

  @Test
  void pricesForAModelWithoutAny_areWrongUsage() throws IOException {
    Path prices = Files.writeString(folder.resolve("prices.csv"), "");

    assertRefused(
        cli.on("refresh", "--model=asterank", "--prices", prices.toString()),
        ExitCode.WRONG_USAGE,
        "--prices");
  }

  @Test
  void contactThatNoHeaderCanHold_isNamed() {
    assertRefused(refreshWith("--contact", "me (at) home"), ExitCode.FAILED, "--contact");
  }

  @Test
  void damagedCatalogue_isNamed_andARefreshMendsIt() throws IOException {
    Path current = cli.data().resolve("catalogue").resolve("CURRENT");
    Path database =
        current.resolveSibling(Files.readString(current).lines().findFirst().get() + ".duckdb");
    Files.writeString(database, "not a database");

    assertThat(cli.on("top").problem()).contains(database.toString());
    cli.refresh(good).succeeded();
    assertThat(cli.export()).isEqualTo(before);
  }

  private Outcome refreshWith(String option, String value) {
    List<String> words = new ArrayList<>(List.of(Cli.refreshing(good)));
    words.removeIf(word -> word.startsWith(option + "="));
    words.addAll(List.of(option, value));
    return cli.on(words.toArray(String[]::new));
  }
}
