package dev.assay.cli;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.PortException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say whose dead letters are meant, and what can be done with them. */
final class DeadLetterQueues {

  @Mixin private CatalogueOption catalogue = new CatalogueOption();

  @Option(
      names = "--queue",
      paramLabel = "QUEUE",
      description = "data or completions; both if left out.")
  private @Nullable QueueKind kind;

  @Option(
      names = "--queue-url",
      paramLabel = "URL",
      description = "The queue in SQS, where it has another name than NAME-data or the like.")
  private @Nullable String url;

  /** A dead letter and the queue it died in. */
  record Letter(QueueKind queue, DeadLetter letter) {}

  void check(CommandSpec spec) {
    if (url != null && kind == null) {
      throw AssayCommand.wrong(spec, "--queue-url needs --queue data or --queue completions");
    }
    if (url != null && catalogue.name().isPresent()) {
      throw AssayCommand.wrong(spec, "name either --catalogue or --queue-url");
    }
  }

  private List<QueueKind> kinds() {
    return kind == null ? Arrays.asList(QueueKind.values()) : List.of(kind);
  }

  private boolean isLocal() {
    return url == null && catalogue.name().isEmpty();
  }

  List<Letter> list(Path data, int limit) {
    List<Letter> letters = new ArrayList<>();
    if (isLocal()) {
      for (QueueKind queue : kinds()) {
        add(letters, queue, Assembly.listDeadLetters(data, queue, limit), limit);
      }
      return letters;
    }
    try (AwsAssembly aws = AwsAssembly.fromEnvironment()) {
      for (QueueKind queue : kinds()) {
        add(letters, queue, open(aws, queue).deadLetters(limit), limit);
      }
    }
    return letters;
  }

  private static void add(
      List<Letter> letters, QueueKind queue, List<DeadLetter> found, int limit) {
    found.stream()
        .limit(Math.max(0, limit - letters.size()))
        .forEach(letter -> letters.add(new Letter(queue, letter)));
  }

  /** Sends letters again; a local run that has ended takes none. */
  int redrive(Path data, int limit) {
    if (isLocal()) {
      return refuse(data, limit);
    }
    int sent = 0;
    try (AwsAssembly aws = AwsAssembly.fromEnvironment()) {
      for (QueueKind queue : kinds()) {
        sent += sent < limit ? open(aws, queue).redrive(limit - sent) : 0;
      }
    }
    return sent;
  }

  private int refuse(Path data, int limit) {
    if (list(data, limit).isEmpty()) {
      return 0;
    }
    throw PortException.permanent(
        "the dead letters in "
            + data
            + " belong to a run that has ended, and nobody takes messages between runs; see why"
            + " with: assay deadletters list, then: assay refresh");
  }

  private BatchQueue<?> open(AwsAssembly aws, QueueKind queue) {
    return url != null ? aws.queueAt(queue, url) : aws.queue(queue, catalogue.name().orElseThrow());
  }
}
