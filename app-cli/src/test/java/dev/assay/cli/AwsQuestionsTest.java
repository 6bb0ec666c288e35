package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalogue in DynamoDB answers every question with the same words as a local one. */
@ExtendWith({AwsSettings.class, SampleCatalogue.class})
class AwsQuestionsTest {

  private static AwsCatalogue aws;

  @BeforeAll
  static void copy(Cli cli) {
    aws = AwsCatalogue.of(cli.data());
  }

  private static Outcome ask(List<String> words) {
    List<String> asked = new ArrayList<>(words);
    asked.add(aws.option());
    return Cli.run(asked.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top",
        "top --by profit",
        "top --by accessibility --limit 200",
        "top --by delta-v --neo",
        "top --by mass --class MBA,APO",
        "top --by diameter --spectral-type S --format csv",
        "top --max-delta-v 5.5 --format json",
        "top --class NONE",
        "top --limit 100000 --format csv",
        "show Bennu",
        "show 433",
        "show eros --format json",
        "show 1 Ceres (A801 AA) --format csv",
        "show A898 PA",
        "show Benu",
        "show Cerse",
        "show qqqqqqqqqqqqqqq",
        "top --by break-even",
        "show Kepler-22 b",
        "show TRAPPIST-1",
        "show Keppler-22 b",
        "planets --limit 1000",
        "planets --format csv",
        "export --format csv",
        "export --format json",
        "runs",
        "runs --format json",
        "runs --format csv --limit 1"
      })
  void question_isAnsweredAsByTheLocalCatalogue(String command, Cli cli) {
    List<String> words = List.of(command.split(" "));

    assertThat(ask(words)).isEqualTo(cli.on(words.toArray(String[]::new)));
  }

  @Test
  void export_parquet_holdsTheSame(@TempDir Path folder, Cli cli) throws SQLException {
    Path ours = folder.resolve("aws.parquet");
    Path theirs = folder.resolve("local.parquet");

    ask(List.of("export", "--format=parquet", "--output=" + ours)).succeeded();
    cli.on("export", "--format=parquet", "--output=" + theirs).succeeded();

    assertThat(rowsOnlyIn(ours, theirs)).isZero();
    assertThat(rowsOnlyIn(theirs, ours)).isZero();
  }

  private static long rowsOnlyIn(Path one, Path other) throws SQLException {
    String rows = "(FROM '" + one + "' EXCEPT ALL FROM '" + other + "')";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet counts =
            statement.executeQuery(
                "SELECT count(*), (SELECT count(*) FROM '" + one + "') FROM " + rows)) {
      counts.next();
      assertThat(counts.getLong(2)).isPositive();
      return counts.getLong(1);
    }
  }

  @Test
  void rollback_nothingBefore_isNotFound() {
    assertThat(ask(List.of("rollback")).code()).isEqualTo(ExitCode.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top",
        "show Bennu",
        "export --format csv",
        "runs",
        "rollback",
        "planets",
        "report"
      })
  void noSuchCatalogue_isOneLineThatNamesTheTable(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add("--catalogue=dynamodb:nothing-here");

    assertThat(Cli.run(words.toArray(String[]::new)).problem())
        .contains("nothing-here-state")
        .contains("does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"assay", "dynamodb:", "dynamodb:a", "dynamodb:a b c", "s3:assay"})
  void badCatalogue_isWrongUsage(String place) {
    Outcome outcome = Cli.run("top", "--catalogue=" + place);

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).contains("dynamodb:NAME").contains("'" + place + "'");
  }
}
