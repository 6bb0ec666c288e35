package dev.assay.http;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host answered to one request. It keeps the host's turn until it is closed.
 *
 * @param at the address asked
 * @param response status, headers and body
 * @param turn ends with this answer
 */
record Answer(URI at, HttpResponse<TimedStream> response, HostTurns.Turn turn)
    implements AutoCloseable {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  int status() {
    return response.statusCode();
  }

  boolean isRedirect() {
    return REDIRECTS.contains(status());
  }

  @Nullable String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  TimedStream body() {
    return response.body();
  }

  @Override
  public void close() {
    body().close();
    turn.close();
  }
}
