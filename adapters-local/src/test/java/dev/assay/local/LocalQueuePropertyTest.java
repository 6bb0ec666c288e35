package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.TextCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever happens in whatever order, no message is lost, and none comes back that was ended. */
class LocalQueuePropertyTest {

  private static final QueueLimits LIMITS = new QueueLimits(1_000, 3, Duration.ZERO);
  private static final Duration WORK_TIME = Duration.ofMinutes(5);

  /** What can happen to a queue. */
  enum Event {
    SEND,
    RECEIVE,
    ACKNOWLEDGE,
    RETRY,
    END_AGAIN,
    REDRIVE,
    RESTART
  }

  @Property(tries = 60)
  void inProcessQueue_anyEvents_losesNothing(@ForAll @Size(max = 40) List<Event> events)
      throws IOException {
    inDirectory(
        directory -> {
          BatchQueue<String> queue =
              new InProcessBatchQueue<>(
                  LIMITS, new TextCodec(), new DeadLetterFolder(directory, 1_000));
          new Story(() -> queue, () -> {}).tell(events);
        });
  }

  @Property(tries = 60)
  void fileQueue_anyEvents_losesNothing(@ForAll @Size(max = 40) List<Event> events)
      throws IOException {
    inDirectory(
        directory -> {
          MutableClock clock = new MutableClock();
          new Story(() -> fileQueue(directory, clock), () -> clock.advance(WORK_TIME)).tell(events);
        });
  }

  private static BatchQueue<String> fileQueue(Path directory, MutableClock clock) {
    DeadLetterFolder dead = new DeadLetterFolder(directory.resolve("dead"), 1_000);
    return new FileBatchQueue<>(directory, new TextCodec(), LIMITS, dead, WORK_TIME, clock);
  }

  private static void inDirectory(Consumer<Path> test) throws IOException {
    Path directory = Files.createTempDirectory("queue");
    try {
      test.accept(directory);
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(LocalQueuePropertyTest::delete);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A queue, and what must be in it. */
  private static final class Story {
    private final Supplier<BatchQueue<String>> opening;
    private final Runnable abandonWork;
    private final Set<String> alive = new HashSet<>();
    private final List<Delivery<String>> inHand = new ArrayList<>();
    private final List<Delivery<String>> ended = new ArrayList<>();
    private BatchQueue<String> queue;
    private int sent;

    Story(Supplier<BatchQueue<String>> opening, Runnable abandonWork) {
      this.opening = opening;
      this.abandonWork = abandonWork;
      this.queue = opening.get();
    }

    void tell(List<Event> events) {
      events.forEach(this::happen);
      assertThat(everythingLeft()).isEqualTo(alive);
    }

    private void happen(Event event) {
      switch (event) {
        case SEND -> send();
        case RECEIVE -> inHand.addAll(queue.receive(2, Duration.ZERO));
        case ACKNOWLEDGE -> acknowledge();
        case RETRY -> inHand.stream().findFirst().ifPresent(this::retry);
        case END_AGAIN -> ended.forEach(this::endAgain);
        case REDRIVE -> queue.redrive(1);
        case RESTART -> queue = opening.get();
      }
    }

    private void send() {
      sent++;
      queue.send("message " + sent);
      alive.add("message " + sent);
    }

    private void acknowledge() {
      if (!inHand.isEmpty()) {
        Delivery<String> delivery = inHand.remove(0);
        queue.acknowledge(delivery);
        alive.remove(delivery.message());
        ended.add(delivery);
      }
    }

    private void retry(Delivery<String> delivery) {
      inHand.remove(delivery);
      queue.retry(delivery, "not now");
      ended.add(delivery);
    }

    private void endAgain(Delivery<String> delivery) {
      queue.retry(delivery, "too late");
      queue.acknowledge(delivery);
    }

    /** What is delivered once all work is handed back and all dead letters are sent again. */
    private Set<String> everythingLeft() {
      abandonWork.run();
      List.copyOf(inHand).forEach(this::retry);
      queue.redrive(1_000);
      Set<String> left = new HashSet<>();
      List<Delivery<String>> deliveries = queue.receive(1_000, Duration.ZERO);
      queue.redrive(1_000);
      deliveries.addAll(queue.receive(1_000, Duration.ZERO));
      for (Delivery<String> delivery : deliveries) {
        assertThat(left.add(delivery.message())).isTrue();
      }
      return left;
    }
  }
}
