package dev.assay.local;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  private final Path directory;
  private final MessageFiles files;
  private final DeadLetterFolder deadLetters;
  private final MessageWork<M> work;
  private final MessageCodec<M> codec;
  private final QueueLimits limits;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /**
   * Opens a queue.
   *
   * @param directory where it is; made by the first {@code send}
   * @param codec writes and reads the messages
   * @param limits what it allows
   * @param deadLetters where dead letters are kept, not shared with another queue
   * @param workTime after how long a message counts as handed back
   * @param clock tells when that is
   */
  public FileBatchQueue(
      Path directory,
      MessageCodec<M> codec,
      QueueLimits limits,
      DeadLetterFolder deadLetters,
      Duration workTime,
      Clock clock) {
    this.directory = directory;
    this.codec = codec;
    this.limits = limits;
    files = new MessageFiles(directory, clock);
    this.deadLetters = deadLetters;
    work = new MessageWork<>(files, deadLetters, codec, limits.attempts(), workTime);
  }

  @Override
  public void send(M message) {
    byte[] record =
        MessageWork.record(codec.summary(message), codec.reference(message), codec.encode(message));
    lock.lock();
    try {
      long nanos = limits.patience().toNanos();
      while (isFull()) {
        if (nanos <= 0) {
          throw Waiting.stayedFull(limits);
        }
        long pause = Math.min(nanos, LOOK_NANOS);
        nanos -= pause - changed.awaitNanos(pause);
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

  private void add(byte[] record) throws IOException {
    files.add(record);
    changed.signalAll();
  }

  private boolean isFull() throws IOException {
    return files.count() >= limits.messages();
  }

  @Override
  public List<Delivery<M>> receive(int max, Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      List<Delivery<M>> deliveries = work.take(max);
      while (deliveries.isEmpty() && nanos > 0) {
        long pause = Math.min(nanos, LOOK_NANOS);
        nanos -= pause - changed.awaitNanos(pause);
        deliveries = work.take(max);
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

  @Override
  public void acknowledge(Delivery<M> delivery) {
    locked(() -> files.remove(delivery.receipt()));
  }

  @Override
  public void retry(Delivery<M> delivery, String reason) {
    locked(() -> work.handBack(delivery.receipt(), reason));
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return deadLetters.list(limit);
  }

  /** As the port says; damaged dead letters stay where they are. */
  @Override
  public int redrive(int limit) {
    List<DeadLetter> sent = new ArrayList<>();
    locked(
        () -> {
          for (DeadLetterFolder.Letter letter : deadLetters.letters()) {
            if (sent.size() < limit && letter.message().isPresent() && !isFull()) {
              add(
                  MessageWork.record(
                      letter.letter().summary(),
                      letter.letter().reference(),
                      letter.message().get()));
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
