package dev.assay.http;

import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.Download;
import dev.assay.ports.Downloader.NotModified;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Says what an answer means. */
final class AnswerReader {

  private final BodyOpener bodies;
  private final Duration longestRetryAfter;
  private final Clock clock;

  AnswerReader(HttpSettings settings, Clock clock) {
    this.bodies = new BodyOpener(settings.limits().bytes());
    this.longestRetryAfter = settings.retries().longestRetryAfter();
    this.clock = clock;
  }

  /** Reads an answer, which stays open only if its body is handed out. */
  Download read(Answer answer, Validators held) {
    if (answer.status() == 200) {
      return content(answer);
    }
    try (answer) {
      if (answer.status() == 304 && !held.equals(Validators.NONE)) {
        return new NotModified();
      }
      throw refusal(answer);
    }
  }

  private Content content(Answer answer) {
    try {
      Validators validators = new Validators(answer.header("ETag"), answer.header("Last-Modified"));
      return new Content(bodies.open(answer), validators);
    } catch (IOException e) {
      answer.close();
      throw new PassingFailure(answer.at() + " broke off: " + OneLine.describe(e), e);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  private RuntimeException refusal(Answer answer) {
    URI at = answer.at();
    String status = "HTTP status " + answer.status();
    return switch (answer.status()) {
      case 429, 500, 502, 503, 504 -> overload(answer);
      case 404, 410 ->
          PortException.permanent(at + " does not exist (" + status + "); check the address");
      case 400 ->
          PortException.permanent(
              at + " refused the request (" + status + "): " + message(answer) + "; correct it");
      default ->
          PortException.permanent(
              at + " answered with " + status + " instead of content; check the address");
    };
  }

  private RuntimeException overload(Answer answer) {
    String failed = answer.at() + " answered with HTTP status " + answer.status();
    Duration asked = RetryAfter.parse(answer.header("Retry-After"), clock.instant());
    if (asked.compareTo(longestRetryAfter) <= 0) {
      return new PassingFailure(failed, asked);
    }
    return PortException.temporary(
        failed
            + " and asks to wait "
            + asked.toSeconds()
            + " s, longer than the limit of "
            + longestRetryAfter.toSeconds()
            + " s; try again after that");
  }

  private String message(Answer answer) {
    try (InputStream body = bodies.open(answer)) {
      return ErrorText.of(body.readNBytes(ErrorText.BYTES_READ));
    } catch (IOException | PortException e) {
      // The refusal is what matters; a message that does not arrive must not hide it.
      return "its reason did not arrive";
    }
  }
}
