package dev.assay.ports.memory;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A queue in memory. */
public final class InMemoryBatchQueue<M> implements BatchQueue<M> {

  private final int capacity;
  private final int maxAttempts;
  private final Duration patience;
  private final Function<M, String> summary;
  private final Function<M, String> reference;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Delivery<M>> ready = new ArrayDeque<>();
  private final Map<String, Delivery<M>> inHand = new HashMap<>();
  private final Deque<Dead<M>> dead = new ArrayDeque<>();
  private long receipts;

  private record Dead<M>(DeadLetter letter, M message) {}

  /** Makes an empty queue whose dead letters are referred to as they are summed up. */
  public InMemoryBatchQueue(
      int capacity, int maxAttempts, Duration patience, Function<M, String> summary) {
    this(capacity, maxAttempts, patience, summary, summary);
  }

  /** Makes an empty queue. */
  public InMemoryBatchQueue(
      int capacity,
      int maxAttempts,
      Duration patience,
      Function<M, String> summary,
      Function<M, String> reference) {
    this.capacity = capacity;
    this.maxAttempts = maxAttempts;
    this.patience = patience;
    this.summary = summary;
    this.reference = reference;
  }

  @Override
  public void send(M message) {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (isFull()) {
        if (nanos <= 0) {
          throw PortException.temporary("the queue stayed full: " + capacity + " messages");
        }
        nanos = changed.awaitNanos(nanos);
      }
      makeReady(message, 1);
    } catch (InterruptedException e) {
      throw interrupted(e);
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
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void acknowledge(Delivery<M> delivery) {
    locked(
        () -> {
          inHand.remove(delivery.receipt());
          changed.signalAll();
        });
  }

  @Override
  public void retry(Delivery<M> delivery, String reason) {
    locked(
        () -> {
          if (inHand.remove(delivery.receipt()) == null) {
            return;
          }
          if (delivery.attempt() < maxAttempts) {
            makeReady(delivery.message(), delivery.attempt() + 1);
          } else {
            bury(delivery, reason);
          }
        });
  }

  private void makeReady(M message, int attempt) {
    ready.add(new Delivery<>(message, Long.toString(++receipts), attempt));
    changed.signalAll();
  }

  private void bury(Delivery<M> delivery, String reason) {
    M message = delivery.message();
    DeadLetter letter =
        new DeadLetter(
            delivery.receipt(), reason, summary.apply(message), reference.apply(message));
    dead.add(new Dead<>(letter, message));
    changed.signalAll();
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    List<DeadLetter> letters = new ArrayList<>();
    locked(() -> dead.stream().limit(limit).map(Dead::letter).forEach(letters::add));
    return letters;
  }

  @Override
  public int redrive(int limit) {
    List<M> sent = new ArrayList<>();
    locked(
        () -> {
          while (!dead.isEmpty() && sent.size() < limit && !isFull()) {
            M message = dead.remove().message();
            makeReady(message, 1);
            sent.add(message);
          }
        });
    return sent.size();
  }

  private boolean isFull() {
    return ready.size() + inHand.size() >= capacity;
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private static PortException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return PortException.temporary("interrupted while waiting for the queue", e);
  }
}
