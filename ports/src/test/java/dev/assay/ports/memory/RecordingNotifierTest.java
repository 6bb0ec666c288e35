package dev.assay.ports.memory;

import dev.assay.ports.Notifier;
import dev.assay.ports.NotifierContract;
import java.util.List;

class RecordingNotifierTest extends NotifierContract {

  private final RecordingNotifier notifier = new RecordingNotifier();

  @Override
  protected Notifier notifier() {
    return notifier;
  }

  @Override
  protected List<Notifier.Notification> delivered() {
    return notifier.notifications();
  }
}
