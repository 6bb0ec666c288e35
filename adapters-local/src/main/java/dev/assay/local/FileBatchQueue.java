package dev.assay.local;

import dev.assay.local.RecordFile.DamagedRecordException;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue of files, for processes that work at the same time or one after the other.
 *
 * <p>A message is on the disk when {@code send} returns, and survives a power failure; that it was
 * acknowledged may be forgotten by one, and then it is delivered again. A message whose worker has
 * not ended its work in time, be it that it died, counts as handed back. A damaged file becomes a
 * dead letter that is not sent again. Messages come in the order in which they were sent, those
 * handed back before later ones. Several processes that send at the same moment may go beyond the
 * limit by a message each.
 *
 * @param <M> the message
 */
public final class FileBatchQueue<M> implements BatchQueue<M> {

  /** How often to look for what other processes did. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final String SUMMARY = "summary";

  private final Path directory;
  private final MessageFiles files;
  private final DeadLetterFolder deadLetters;
  private final MessageCodec<M> codec;
  private final QueueLimits limits;
  private final Duration workTime;
  private final Clock clock;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /**
   * Opens a queue.
   *
   * @param directory where it is; made by the first {@code send}
   * @param codec writes and reads the messages
   * @param limits what it allows; as many dead letters as messages
   * @param workTime after how long a message counts as handed back
   * @param clock tells when that is
   */
  public FileBatchQueue(
      Path directory, MessageCodec<M> codec, QueueLimits limits, Duration workTime, Clock clock) {
    this.directory = directory;
    this.files = new MessageFiles(directory);
    this.deadLetters = new DeadLetterFolder(directory.resolve("dead"), limits.messages());
    this.codec = codec;
    this.limits = limits;
    this.workTime = workTime;
    this.clock = clock;
  }

  @Override
  public void send(M message) {
    byte[] record = record(codec.summary(message), codec.encode(message));
    lock.lock();
    try {
      long nanos = limits.patience().toNanos();
      while (isFull()) {
        if (nanos <= 0) {
          throw Waiting.stayedFull(limits);
        }
        nanos -= look(nanos);
      }
      add(record);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } catch (IOException e) {
      throw trouble(e);
    } finally {
      lock.unlock();
    }
  }

  private static byte[] record(String summary, byte[] message) {
    return new RecordFile(Map.of(SUMMARY, summary), message).toBytes();
  }

  private void add(byte[] record) throws IOException {
    files.add(record);
    changed.signalAll();
  }

  private boolean isFull() throws IOException {
    return files.count() >= limits.messages();
  }

  /** Waits for something to happen here or elsewhere, and says how long it did. */
  private long look(long nanos) throws InterruptedException {
    long most = Math.min(nanos, LOOK_NANOS);
    return most - changed.awaitNanos(most);
  }

  @Override
  public List<Delivery<M>> receive(int max, Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      List<Delivery<M>> deliveries = take(max);
      while (deliveries.isEmpty() && nanos > 0) {
        nanos -= look(nanos);
        deliveries = take(max);
      }
      return deliveries;
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } catch (IOException e) {
      throw trouble(e);
    } finally {
      lock.unlock();
    }
  }

  private List<Delivery<M>> take(int max) throws IOException {
    Instant now = clock.instant();
    for (String receipt : files.due(now)) {
      handBack(receipt, "its worker did not end within " + workTime);
    }
    List<Delivery<M>> deliveries = new ArrayList<>();
    for (MessageName name : files.ready()) {
      if (deliveries.size() == max) {
        break;
      }
      String receipt = name.takenUntil(now.plus(workTime));
      if (files.take(name, receipt)) {
        open(receipt).ifPresent(m -> deliveries.add(new Delivery<>(m, receipt, name.attempt())));
      }
    }
    return deliveries;
  }

  /** Reads a message in hand; one that cannot be read becomes a dead letter. */
  private Optional<M> open(String receipt) throws IOException {
    byte[] bytes = files.read(receipt);
    try {
      return Optional.of(codec.decode(RecordFile.parse(bytes).message()));
    } catch (DamagedRecordException | IllegalArgumentException e) {
      buryDamaged(receipt, bytes, e);
      return Optional.empty();
    }
  }

  private void buryDamaged(String receipt, byte[] bytes, Exception e) throws IOException {
    String reason = "the file of the message is damaged: " + e.getMessage();
    deadLetters.addDamaged(reason, receipt + " of " + bytes.length + " bytes", bytes);
    files.remove(receipt);
  }

  @Override
  public void acknowledge(Delivery<M> delivery) {
    locked(() -> files.remove(delivery.receipt()));
  }

  @Override
  public void retry(Delivery<M> delivery, String reason) {
    locked(() -> handBack(delivery.receipt(), reason));
  }

  private void handBack(String receipt, String reason) throws IOException {
    MessageName name = MessageName.ofTaken(receipt).orElseThrow();
    if (name.attempt() < limits.attempts()) {
      files.giveBack(receipt, name.nextAttempt());
    } else {
      bury(receipt, reason);
    }
  }

  private void bury(String receipt, String reason) throws IOException {
    byte[] bytes;
    try {
      bytes = files.read(receipt);
    } catch (NoSuchFileException e) {
      // The delivery was ended before.
      return;
    }
    try {
      RecordFile record = RecordFile.parse(bytes);
      deadLetters.add(reason, record.value(SUMMARY), record.message());
      files.remove(receipt);
    } catch (DamagedRecordException e) {
      buryDamaged(receipt, bytes, e);
    }
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return deadLetters.list(limit);
  }

  /** {@inheritDoc} Damaged ones stay where they are. */
  @Override
  public int redrive(int limit) {
    List<DeadLetter> sent = new ArrayList<>();
    locked(
        () -> {
          for (DeadLetterFolder.Letter letter : deadLetters.letters()) {
            if (sent.size() == limit || isFull()) {
              return;
            }
            Optional<byte[]> message = letter.message();
            if (message.isPresent()) {
              add(record(letter.letter().summary(), message.get()));
              deadLetters.remove(letter.letter());
              sent.add(letter.letter());
            }
          }
        });
    return sent.size();
  }

  /** Something that may fail for the files. */
  @FunctionalInterface
  private interface FileAction {
    void run() throws IOException;
  }

  private void locked(FileAction action) {
    lock.lock();
    try {
      action.run();
      changed.signalAll();
    } catch (IOException e) {
      throw trouble(e);
    } finally {
      lock.unlock();
    }
  }

  private PortException trouble(IOException e) {
    return FileTrouble.of("use the queue in", directory, e);
  }
}
