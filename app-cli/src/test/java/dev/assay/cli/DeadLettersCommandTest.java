package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.message.BatchCodec;
import dev.assay.aws.QueueUrls;
import dev.assay.aws.SqsBatchQueue;
import dev.assay.aws.emulator.Emulators;
import dev.assay.cli.Cli.Outcome;
import dev.assay.local.DeadLetterFolder;
import dev.assay.local.InProcessBatchQueue;
import dev.assay.local.QueueLimits;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith({AwsSettings.class, SampleCatalogue.class})
class DeadLettersCommandTest {

  private static final GenerationId RUN = new GenerationId("20261124T030000000Z-1");
  private static final int ATTEMPTS = 5;

  private static BodyBatch batch(int chunk) {
    List<CatalogueRow> rows = Entries.numbered(3);
    return new BodyBatch(RUN, chunk, rows);
  }

  private static void bury(BatchQueue<BodyBatch> queue, int chunk, String reason) {
    queue.send(batch(chunk));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      List<Delivery<BodyBatch>> delivered = queue.receive(1, Duration.ofSeconds(10));
      queue.retry(delivered.get(0), reason);
    }
  }

  @Test
  void aws_listsLettersAndSendsThemAgain(Cli cli) {
    AwsCatalogue aws = AwsCatalogue.of(cli.data());
    SqsBatchQueue<BodyBatch> queue = aws.newDataQueue();
    bury(queue, 0, "the table is gone");
    bury(queue, 1, "row 7: Čapek");

    Outcome listed = Cli.run("deadletters", "list", aws.option()).succeeded();
    assertThat(listed.outLines()).hasSize(3);
    assertThat(listed.outLines().get(1))
        .startsWith("data ")
        .contains("chunk 0 of generation " + RUN + ", 3 rows")
        .endsWith("the table is gone");
    assertThat(listed.outLines().get(2)).endsWith("row 7: Čapek");

    assertThat(Cli.run("deadletters", "redrive", "--limit=1", aws.option()).succeeded().out())
        .isEqualTo("1 sent again\n".replace("\n", System.lineSeparator()));

    assertThat(queue.receive(10, Duration.ZERO))
        .extracting(Delivery::message)
        .containsExactly(batch(0));
    assertThat(Cli.run("deadletters", "list", "--format=csv", aws.option()).outLines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("data,")
        .endsWith(",row 7: Čapek");
    assertThat(
            Cli.run("deadletters", "list", "--queue=completions", aws.option()).succeeded().err())
        .contains("no dead letters");
  }

  @Test
  void queueUrl_isTakenWithItsKind() {
    QueueUrls urls = Emulators.newQueue();
    bury(AwsCatalogue.queue(urls), 4, "reason");
    String url = "--queue-url=" + urls.queue();

    assertThat(
            Cli.run("deadletters", "list", "--queue=data", url, "--format=json").succeeded().out())
        .contains("\"about\" : \"chunk 4 of");
    assertThat(Cli.run("deadletters", "redrive", "--queue=data", url).succeeded().out())
        .startsWith("1 sent");
    assertThat(Cli.run("deadletters", "redrive", "--queue=data", url).succeeded().out())
        .startsWith("0 sent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deadletters",
        "deadletters list --queue-url=http://localhost/q",
        "deadletters list --queue=data --queue-url=http://localhost/q --catalogue=dynamodb:abc",
        "deadletters list --limit=0",
        "deadletters redrive --limit=0",
        "deadletters list --queue=other"
      })
  void wrongUsage_isOneLine(String command) {
    Outcome outcome = Cli.run(command.split(" "));

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).contains("see: assay deadletters");
  }

  @Test
  void noSuchQueue_isOneLineThatNamesIt() {
    assertThat(Cli.run("deadletters", "list", "--catalogue=dynamodb:nothing-here").problem())
        .contains("nothing-here-data")
        .contains("does not exist");
  }

  @Test
  void local_listsLetters_andSaysWhyTheyCannotBeSentAgain(@TempDir Path data) {
    Cli cli = new Cli(data);
    assertThat(cli.on("deadletters", "list").succeeded().err()).contains("no dead letters");
    assertThat(cli.on("deadletters", "redrive").succeeded().out()).startsWith("0 sent");

    DeadLetterFolder letters = new DeadLetterFolder(data.resolve("dead-letters/batches"), 10);
    bury(
        new InProcessBatchQueue<>(
            new QueueLimits(8, ATTEMPTS, Duration.ZERO), new BatchCodec(), letters),
        9,
        "disk full");

    assertThat(cli.on("deadletters", "list").succeeded().out())
        .contains("chunk 9 of generation " + RUN)
        .contains("disk full");
    assertThat(cli.on("deadletters", "list", "--queue=completions").succeeded().outLines())
        .hasSize(1);
    assertThat(cli.on("deadletters", "redrive").problem()).contains("assay refresh");
    assertThat(cli.on("deadletters", "list").succeeded().out()).contains("disk full");
  }
}
