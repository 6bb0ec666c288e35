package dev.assay.http;

import dev.assay.ports.Downloader;
import dev.assay.ports.PortException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Downloads from {@code https:} sources, and from {@code http:} ones on this machine.
 *
 * <p>At most one request is under way to a host at any time, from its sending until its body is
 * closed; further ones wait their turn in order of arrival, and fail with a transient {@link
 * PortException} when that takes too long. So a thread must close a body before it fetches from the
 * same host again.
 *
 * <p>Requests that fail because the source is unreachable, too slow, cuts the connection or answers
 * 429, 500, 502, 503 or 504 are repeated after a growing pause, or the pause the source asks for.
 * The client of the JDK may by itself repeat, once, a request whose connection closed before the
 * first byte of the answer.
 *
 * <p>Redirects are followed only to {@code https}, or within the host the user named; never to an
 * address on a private network unless the user named that host.
 */
public final class HttpDownloader implements Downloader {

  private final HttpSettings settings;
  private final AddressRules addresses;
  private final Exchange exchange;
  private final AnswerReader reader;
  private final FailsafeExecutor<Download> repeated;

  /**
   * Makes a downloader; one per process is enough, and keeps to one request at a time to a host.
   *
   * @param settings how it behaves
   */
  public HttpDownloader(HttpSettings settings) {
    this(settings, Environment.ofProcess(settings.retries()));
  }

  HttpDownloader(HttpSettings settings, Environment environment) {
    this.settings = settings;
    this.addresses = new AddressRules(environment.resolver());
    this.exchange = new Exchange(settings, environment.nanoTime());
    this.reader = new AnswerReader(settings, environment.clock());
    this.repeated = Failsafe.with(retryPolicy(environment.delays()));
  }

  @Override
  public Download fetch(URI source, @Nullable Validators held) {
    URI named = addresses.checkNamed(source);
    Validators known = held == null ? Validators.NONE : held;
    try {
      return repeated.get(() -> follow(named, known));
    } catch (PassingFailure e) {
      int attempts = settings.retries().attempts();
      throw PortException.temporary(
          e.getMessage() + " (requests sent: " + attempts + "); try again later", e);
    } catch (FailsafeException e) {
      // All that Failsafe itself reports is an interrupt during its pause.
      throw PortException.temporary("interrupted before the next request to " + source, e);
    }
  }

  private Download follow(URI source, Validators held) {
    URI at = source;
    for (int hop = 0; hop <= settings.limits().redirects(); hop++) {
      Answer answer = exchange.get(at, held);
      if (!answer.isRedirect()) {
        return reader.read(answer, held);
      }
      at = target(source, answer);
    }
    throw PortException.permanent(
        source
            + " was redirected more than "
            + settings.limits().redirects()
            + " times; check the address");
  }

  private URI target(URI source, Answer redirect) {
    try (redirect) {
      return addresses.checkRedirect(source, redirect.at(), redirect.header("Location"));
    }
  }

  private RetryPolicy<Download> retryPolicy(RetryDelays delays) {
    return RetryPolicy.<Download>builder()
        .handle(PassingFailure.class)
        .withMaxAttempts(settings.retries().attempts())
        .withDelayFn(
            context ->
                delays.before(
                    context.getAttemptCount(),
                    PassingFailure.askedWait(context.getLastException())))
        .build();
  }
}
