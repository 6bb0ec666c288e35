package dev.assay.aws;

import dev.assay.aws.emulator.Emulators;
import dev.assay.ports.Notifier;
import dev.assay.ports.NotifierContract;
import java.util.List;
import java.util.Locale;

class SnsNotifierTest extends NotifierContract {

  private final String topic = Emulators.newTopic();
  private final Notifier notifier = new SnsNotifier(Emulators.sns(), topic);

  @Override
  protected Notifier notifier() {
    return notifier;
  }

  @Override
  protected List<Notifier.Notification> delivered() {
    return Emulators.snsStub().published(topic).stream()
        .map(
            one -> {
              String[] parts = one.message().split("\n\n", 2);
              return new Notifier.Notification(
                  Notifier.Kind.valueOf(one.outcome().toUpperCase(Locale.ROOT)),
                  parts[0],
                  parts[1]);
            })
        .toList();
  }
}
