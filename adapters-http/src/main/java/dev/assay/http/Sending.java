package dev.assay.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A request under way, sent on a thread of its own. Given up, it closes the answer that may still
 * come, so that no connection stays open.
 */
final class Sending implements Callable<HttpResponse<TimedStream>> {

  private final HttpClient client;
  private final HttpRequest request;
  private final BodyHandler<TimedStream> body;

  private boolean abandoned;
  private @Nullable TimedStream arrived;

  Sending(HttpClient client, HttpRequest request, BodyHandler<TimedStream> body) {
    this.client = client;
    this.request = request;
    this.body = body;
  }

  @Override
  public HttpResponse<TimedStream> call() throws IOException, InterruptedException {
    HttpResponse<TimedStream> response = client.send(request, body);
    arrive(response.body());
    return response;
  }

  private synchronized void arrive(TimedStream stream) {
    arrived = stream;
    if (abandoned) {
      stream.close();
    }
  }

  /** The answer is no longer wanted, whether it has come or not. */
  synchronized void abandon() {
    abandoned = true;
    TimedStream stream = arrived;
    if (stream != null) {
      stream.close();
    }
  }
}
