package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} does. */
public abstract class NotifierContract {

  /** The notifier under test, the same throughout a test. */
  protected abstract Notifier notifier();

  /** What was delivered so far, in order. */
  protected abstract List<Notification> delivered();

  @Test
  void notify_oneOfEachKind_deliversThemInOrder() {
    Notification success =
        new Notification(Kind.SUCCESS, "Assay: 1\u00a0337 bodies", "All is well.");
    Notification warning = new Notification(Kind.WARNING, "Assay: waits", "Something is odd.");
    Notification failure =
        new Notification(
            Kind.FAILURE,
            "Assay: \"masses\" failed at 100 %",
            "masses.txt, row 7:\n  Čapek has no mass \uD83D\uDE80\n\nCheck the file.\n");

    notifier().notify(success);
    notifier().notify(warning);
    notifier().notify(failure);

    assertThat(delivered()).containsExactly(success, warning, failure);
  }

  @Test
  void notify_emptyBody_delivers() {
    Notification terse = new Notification(Kind.SUCCESS, "x".repeat(100), "");

    notifier().notify(terse);

    assertThat(delivered()).containsExactly(terse);
  }

  @Test
  void notify_sameAgain_deliversAgain() {
    Notification notification = new Notification(Kind.SUCCESS, "done", "done");

    notifier().notify(notification);
    notifier().notify(notification);

    assertThat(delivered()).containsExactly(notification, notification);
  }

  @Test
  void notify_fromManyThreads_deliversEach() {
    List<Notification> sent = new ArrayList<>();
    Kind[] kinds = Kind.values();
    for (int n = 0; n < 80; n++) {
      sent.add(
          new Notification(
              kinds[n % kinds.length], "run " + n, "line of run " + n + "\n".repeat(n)));
    }

    Together.run(
        8,
        thread -> {
          IntStream.range(0, 10).forEach(i -> notifier().notify(sent.get(thread * 10 + i)));
          return thread;
        });

    assertThat(delivered()).containsExactlyInAnyOrderElementsOf(sent);
  }
}
