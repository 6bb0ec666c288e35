package dev.assay.http;

import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.PortException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sends one request, when it is its turn, and waits for the headers of the answer. */
final class Exchange {

  private final HttpSettings settings;
  private final LongSupplier nanoTime;
  private final HostTurns turns;
  private final ExecutorService threads = Executors.newCachedThreadPool(Exchange::daemon);
  private @Nullable HttpClient client;

  Exchange(HttpSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.turns = new HostTurns(settings.timeouts().turn());
  }

  /** Made when first asked for: a run on local files spares 0.15 s of setting up encryption. */
  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              // One request at a time gains nothing from HTTP/2, and 1.1 has fewer ways to fail.
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(settings.timeouts().connect())
              .executor(threads)
              .build();
      client = made;
    }
    return made;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "assay-http");
    thread.setDaemon(true);
    return thread;
  }

  Answer get(URI at, Validators held) {
    HttpRequest request = request(at, held);
    HostTurns.Turn turn = turns.await(at);
    try {
      return new Answer(at, send(request), turn);
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  private HttpRequest request(URI at, Validators held) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(at);
      request.header("User-Agent", settings.agent().header());
      request.header("Accept-Encoding", "gzip");
      addIfPresent(request, "If-None-Match", held.etag());
      addIfPresent(request, "If-Modified-Since", held.lastModified());
      return request.build();
    } catch (IllegalArgumentException e) {
      throw PortException.permanent(
          "cannot ask " + at + ": " + OneLine.describe(e) + "; delete the copy held of it", e);
    }
  }

  private static void addIfPresent(
      HttpRequest.Builder request, String name, @Nullable String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  /**
   * Waits here and not by {@code HttpRequest.timeout}, which in newer JDKs (JDK-8208693) includes
   * the time the body takes.
   */
  private HttpResponse<TimedStream> send(HttpRequest request) {
    HttpSettings.Timeouts timeouts = settings.timeouts();
    Sending sending =
        new Sending(
            client(),
            request,
            headers -> new TimedBody(timeouts.idle(), timeouts.total(), nanoTime));
    // Not by sendAsync, which completes on the common pool: where its threads are all blocked (from
    // JDK 25 on there may be only one), the answer never arrives. And not by send on the caller's
    // thread: a fork-join thread runs other tasks while it waits, and one of them may wait for the
    // turn that this request holds.
    Future<HttpResponse<TimedStream>> sent = threads.submit(sending);
    try {
      return sent.get(timeouts.headers().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      giveUp(sending, sent);
      throw new PassingFailure(
          request.uri() + " sent no answer within " + timeouts.headers().toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw failure(request.uri(), e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      giveUp(sending, sent);
      Thread.currentThread().interrupt();
      throw PortException.temporary("interrupted while waiting for " + request.uri(), e);
    }
  }

  private static void giveUp(Sending sending, Future<?> sent) {
    sending.abandon();
    sent.cancel(true);
  }

  static RuntimeException failure(URI at, Throwable cause) {
    String message = at + " failed: " + OneLine.describe(cause);
    for (Throwable t = cause; t != null; t = t.getCause()) {
      // A certificate that is not trusted stays so; other trouble of TLS may be a cut connection.
      if (t instanceof GeneralSecurityException) {
        return PortException.permanent(
            message + "; check the address, this machine's clock and its trusted certificates",
            cause);
      }
    }
    return new PassingFailure(message, cause);
  }
}
