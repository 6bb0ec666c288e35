package dev.assay.ports.memory;

import dev.assay.ports.Notifier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told. */
public final class RecordingNotifier implements Notifier {

  private final List<Notification> notifications = new CopyOnWriteArrayList<>();

  @Override
  public void notify(Notification notification) {
    notifications.add(notification);
  }

  /** What it was told so far, in order. */
  public List<Notification> notifications() {
    return List.copyOf(notifications);
  }
}
