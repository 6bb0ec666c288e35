package dev.assay.application.step;

import dev.assay.ports.Downloader;
import dev.assay.ports.PortException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sources that answer by script, and remember what they were asked. */
final class FakeUpstream implements Downloader {

  private final Map<String, Answer> answers = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();

  /** One request received. */
  record Request(URI source, @Nullable Validators held) {}

  /** What a source answers. */
  @FunctionalInterface
  interface Answer {
    Download to(URI source, @Nullable Validators held);
  }

  /** Lets a location answer so, whatever its query; replaces what it answered before. */
  URI answer(URI location, Answer answer) {
    answers.put(withoutQuery(location), answer);
    return location;
  }

  /** Publishes a text without validators. */
  URI publish(URI location, String text) {
    return answer(location, (source, held) -> content(text, Validators.NONE));
  }

  /** Publishes a text that need not be fetched again while its entity tag is the same. */
  URI publish(URI location, String text, String etag) {
    Validators now = new Validators(etag, null);
    return answer(
        location, (source, held) -> now.equals(held) ? new NotModified() : content(text, now));
  }

  /** Makes a location unreachable for the time being. */
  URI unreachable(URI location) {
    return answer(
        location,
        (source, held) -> {
          throw PortException.temporary(withoutQuery(source) + " could not be reached");
        });
  }

  static Content content(String text, Validators validators) {
    return new Content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), validators);
  }

  /** Everything asked so far, in order. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public Download fetch(URI source, @Nullable Validators held) {
    requests.add(new Request(source, held));
    Answer answer = answers.get(withoutQuery(source));
    if (answer == null) {
      throw PortException.permanent(withoutQuery(source) + " does not exist");
    }
    return answer.to(source, held);
  }

  private static String withoutQuery(URI source) {
    return source.toString().split("[?]", 2)[0];
  }
}
