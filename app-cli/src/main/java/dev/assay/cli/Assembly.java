package dev.assay.cli;

import dev.assay.application.BuildVersion;
import dev.assay.application.message.BatchCodec;
import dev.assay.application.message.CompletionCodec;
import dev.assay.http.HttpDownloader;
import dev.assay.http.HttpSettings;
import dev.assay.http.HttpSettings.UserAgent;
import dev.assay.local.DataDirectoryLock;
import dev.assay.local.DeadLetterFolder;
import dev.assay.local.DuckDbCatalogue;
import dev.assay.local.DuckDbSettings;
import dev.assay.local.FileDownloader;
import dev.assay.local.FileNotifier;
import dev.assay.local.FileObjectStore;
import dev.assay.local.FileRunLedger;
import dev.assay.local.GuardedQueue;
import dev.assay.local.InProcessBatchQueue;
import dev.assay.local.QueueLimits;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.Downloader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one place where adapters are made and put together.
 *
 * @param lock keeps the data directory to this process
 * @param catalogue the embedded catalogue
 * @param objects downloads and intermediate results
 * @param ledger chunks and runs
 * @param batches the data queue
 * @param completions the second queue
 * @param notifier tells how a run ended
 * @param downloader opens sources
 */
record Assembly(
    DataDirectoryLock lock,
    DuckDbCatalogue catalogue,
    ObjectStore objects,
    RunLedger ledger,
    GuardedQueue<BodyBatch> batches,
    BatchQueue<ParseCompleted> completions,
    Notifier notifier,
    Downloader downloader)
    implements AutoCloseable {

  /** Four batches of 2048 rows are about 6 MB: enough to keep both sides busy. */
  private static final QueueLimits LIMITS = new QueueLimits(4, 3, Duration.ofMinutes(2));

  private static final int MOST_DEAD_LETTERS = 100;
  private static final long LONGEST_LOG = 1 << 20;

  /** Everything a refresh needs; refuses if another process writes to the directory. */
  static Assembly forRefresh(Path data, String contact, HttpSettings.Retries retries, Clock clock) {
    DataDirectoryLock lock = DataDirectoryLock.acquire(data);
    FileObjectStore objects = new FileObjectStore(data.resolve("objects"));
    objects.removeLeftovers(lock);
    return new Assembly(
        lock,
        catalogue(data),
        objects,
        ledger(data),
        new GuardedQueue<>(
            new InProcessBatchQueue<>(LIMITS, new BatchCodec(), deadLetters(data, "batches"))),
        new InProcessBatchQueue<>(LIMITS, new CompletionCodec(), deadLetters(data, "completions")),
        // The command prints what came of the run itself; the file keeps it.
        new FileNotifier(
            data.resolve("notifications.log"), LONGEST_LOG, Writer.nullWriter(), clock),
        downloader(contact, retries));
  }

  /** What the latest run could not write. */
  static List<DeadLetter> listDeadLetters(Path data, QueueKind queue, int limit) {
    return deadLetterFolder(data, queue.folder()).list(limit);
  }

  private static DeadLetterFolder deadLetterFolder(Path data, String queue) {
    return new DeadLetterFolder(data.resolve("dead-letters").resolve(queue), MOST_DEAD_LETTERS);
  }

  /** What an earlier run could not write belongs to a generation that is gone. */
  private static DeadLetterFolder deadLetters(Path data, String queue) {
    DeadLetterFolder letters = deadLetterFolder(data, queue);
    letters.clear();
    return letters;
  }

  private static Downloader downloader(String contact, HttpSettings.Retries retries) {
    UserAgent agent;
    try {
      agent = new UserAgent("Assay", BuildVersion.text(), contact);
    } catch (IllegalArgumentException e) {
      throw PortException.permanent("--contact: " + e.getMessage(), e);
    }
    Downloader http =
        new HttpDownloader(
            new HttpSettings(
                agent, HttpSettings.Timeouts.DEFAULT, retries, HttpSettings.Limits.DEFAULT));
    return new DownloaderByScheme(
        Map.of(
            "https",
            http,
            "http",
            http,
            "file",
            new FileDownloader(),
            BundledDownloader.SCHEME,
            new BundledDownloader()));
  }

  /** Opens the active catalogue for questions. */
  static CatalogueReader openCatalogue(Path data) {
    return catalogue(data)
        .read()
        .orElseThrow(
            () ->
                PortException.permanent(
                    "no catalogue in "
                        + data
                        + " yet; load one with: assay demo, or: assay refresh"));
  }

  /** Opens the generation before the active one, if there is one. */
  static Optional<CatalogueReader> openPrevious(Path data) {
    return catalogue(data).readPrevious();
  }

  /** The runs on record, newest first. */
  static List<RunRecord> runs(Path data, int limit) {
    return Files.isDirectory(data) ? ledger(data).history(limit) : List.of();
  }

  /** Goes back to the generation before the active one. */
  static Optional<GenerationId> rollback(Path data) {
    try (DataDirectoryLock ignored = DataDirectoryLock.acquire(data)) {
      return catalogue(data).rollback();
    }
  }

  private static DuckDbCatalogue catalogue(Path data) {
    return new DuckDbCatalogue(data.resolve("catalogue"), DuckDbSettings.defaults());
  }

  private static RunLedger ledger(Path data) {
    return new FileRunLedger(data.resolve("ledger"));
  }

  @Override
  public void close() {
    catalogue.close();
    lock.close();
  }
}
