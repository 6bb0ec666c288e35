package dev.assay.lambda;

import org.jspecify.annotations.Nullable;

/** The environment variables that the functions read. */
enum Setting {
  /** The bucket that holds downloads and intermediate results. */
  BUCKET("name of the bucket", null),
  /** The catalogue, whose tables are named after it. */
  CATALOGUE("name of the catalogue, for example assay", null),
  /** The queue of batches. */
  DATA_QUEUE_URL("URL of the data queue", null),
  /** Where batches go that cannot be written. */
  DATA_DEAD_LETTER_QUEUE_URL("URL of the data queue's dead-letter queue", null),
  /** The queue of completion messages. */
  COMPLETION_QUEUE_URL("URL of the completion queue", null),
  /** Where completion messages go that cannot be read. */
  COMPLETION_DEAD_LETTER_QUEUE_URL("URL of the completion queue's dead-letter queue", null),
  /** The topic that tells how a run ended. */
  TOPIC_ARN("ARN of the topic", null),
  /** Whom the sources may write to. */
  CONTACT("e-mail address or web page", "https://assay.dev"),
  /** The valuation model. */
  MODEL("assay or asterank", "assay"),
  /** Rows in a page of small bodies. */
  PAGE_ROWS("a number from 1 to 100000", "20000"),
  /** Rows in a message. */
  BATCH_ROWS("a number from 1 to 2048", "1000"),
  /** Threads that value bodies; 0 for one per processor. */
  WORKERS("a number from 0 to 8", "0"),
  /** Looks at the ledger without any new write before a run is given up. */
  AWAIT_LOOKS("a number from 1 to 100000", "180"),
  /** Tells deployments apart in the metrics. */
  STAGE("a short name", "dev"),
  /** Whether sources may be fetched from this machine without encryption. */
  ALLOW_HTTP("true or false", "false");

  private final String meaning;
  private final @Nullable String standard;

  Setting(String meaning, @Nullable String standard) {
    this.meaning = meaning;
    this.standard = standard;
  }

  String variable() {
    return "ASSAY_" + name();
  }

  String meaning() {
    return meaning;
  }

  /** What holds when the variable is not set; null if it must be. */
  @Nullable String standard() {
    return standard;
  }
}
