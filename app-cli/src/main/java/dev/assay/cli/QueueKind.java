package dev.assay.cli;

import java.util.Locale;

/** The queues of a refresh. */
enum QueueKind {
  /** Batches of bodies to be written. */
  DATA("batches"),
  /** That all batches of a run are sent. */
  COMPLETIONS("completions");

  private final String folder;

  QueueKind(String folder) {
    this.folder = folder;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a local run keeps its dead letters. */
  String folder() {
    return folder;
  }
}
