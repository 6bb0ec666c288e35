package dev.assay.local;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue within the process, which passes messages on as they are. Its messages end with the
 * process; its dead letters are files and stay.
 *
 * <p>A message delivered stays hidden until it is acknowledged or handed back, however long that
 * takes: who works on it lives and dies with the queue.
 *
 * @param <M> the message
 */
public final class InProcessBatchQueue<M> implements BatchQueue<M> {

  private final QueueLimits limits;
  private final MessageCodec<M> codec;
  private final DeadLetterFolder deadLetters;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Delivery<M>> ready = new ArrayDeque<>();
  private final Map<String, Delivery<M>> inHand = new HashMap<>();
  private long lastReceipt;

  /**
   * Makes an empty queue.
   *
   * @param limits what it allows
   * @param codec writes dead letters
   * @param deadLetters where they are kept, not shared with another queue
   */
  public InProcessBatchQueue(
      QueueLimits limits, MessageCodec<M> codec, DeadLetterFolder deadLetters) {
    this.limits = limits;
    this.codec = codec;
    this.deadLetters = deadLetters;
  }

  @Override
  public void send(M message) {
    lock.lock();
    try {
      long nanos = limits.patience().toNanos();
      while (isFull()) {
        if (nanos <= 0) {
          throw Waiting.stayedFull(limits);
        }
        nanos = changed.awaitNanos(nanos);
      }
      makeReady(message, 1);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Delivery<M>> receive(int max, Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (ready.isEmpty() && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      List<Delivery<M>> taken = new ArrayList<>();
      while (!ready.isEmpty() && taken.size() < max) {
        Delivery<M> delivery = ready.remove();
        inHand.put(delivery.receipt(), delivery);
        taken.add(delivery);
      }
      return taken;
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void acknowledge(Delivery<M> delivery) {
    lock.lock();
    try {
      end(delivery);
    } finally {
      lock.unlock();
    }
  }

  /**
   * As the port says.
   *
   * @throws PortException if a dead letter cannot be written; the message then stays in hand
   */
  @Override
  public void retry(Delivery<M> delivery, String reason) {
    lock.lock();
    try {
      if (!inHand.containsKey(delivery.receipt())) {
        return;
      }
      if (delivery.attempt() < limits.attempts()) {
        makeReady(delivery.message(), delivery.attempt() + 1);
      } else {
        M message = delivery.message();
        deadLetters.add(
            reason, codec.summary(message), codec.reference(message), codec.encode(message));
      }
      end(delivery);
    } finally {
      lock.unlock();
    }
  }

  private void makeReady(M message, int attempt) {
    lastReceipt++;
    ready.add(new Delivery<>(message, Long.toString(lastReceipt), attempt));
    changed.signalAll();
  }

  private void end(Delivery<M> delivery) {
    inHand.remove(delivery.receipt());
    changed.signalAll();
  }

  private boolean isFull() {
    return ready.size() + inHand.size() >= limits.messages();
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return deadLetters.list(limit);
  }

  /** As the port says; dead letters that cannot be read any more stay where they are. */
  @Override
  public int redrive(int limit) {
    lock.lock();
    try {
      int sent = 0;
      for (DeadLetterFolder.Letter letter : deadLetters.letters()) {
        if (sent == limit || isFull()) {
          break;
        }
        Optional<M> message = letter.message().flatMap(this::decode);
        if (message.isPresent()) {
          makeReady(message.get(), 1);
          deadLetters.remove(letter.letter());
          sent++;
        }
      }
      return sent;
    } finally {
      lock.unlock();
    }
  }

  private Optional<M> decode(byte[] bytes) {
    try {
      return Optional.of(codec.decode(bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
