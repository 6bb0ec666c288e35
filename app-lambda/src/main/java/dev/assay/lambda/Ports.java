package dev.assay.lambda;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Downloader;
import dev.assay.ports.Notifier;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.RunLedger;
import java.time.Clock;

/** What the steps need from outside. A function asks only for what its steps use. */
interface Ports {

  /** Holds downloads and intermediate results. */
  ObjectStore objects(String bucket);

  /** Holds what people query. */
  Catalogue catalogue();

  /** Knows chunks and runs. */
  RunLedger ledger();

  /** Takes valued bodies. */
  BatchQueue<BodyBatch> batches();

  /** Takes the message that all are sent. */
  BatchQueue<ParseCompleted> completions();

  /** Tells people. */
  Notifier notifier();

  /** Fetches what is on the web. */
  Downloader web();

  /** Tells the time. */
  Clock clock();
}
