package dev.assay.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;

/**
 * Receives a body and offers it as a {@link TimedStream}: the stream of the JDK waits for ever for
 * a source that stops sending.
 */
final class TimedBody implements BodySubscriber<TimedStream> {

  private final Duration idle;
  private final Duration total;
  private final LongSupplier nanoTime;

  /** Holds at most one part and the end, for the stream asks for parts one by one. */
  private final BlockingQueue<TimedStream.Signal> arrived = new LinkedBlockingQueue<>();

  private final CompletableFuture<TimedStream> stream = new CompletableFuture<>();

  TimedBody(Duration idle, Duration total, LongSupplier nanoTime) {
    this.idle = idle;
    this.total = total;
    this.nanoTime = nanoTime;
  }

  @Override
  public CompletionStage<TimedStream> getBody() {
    return stream;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(1);
    stream.complete(new TimedStream(subscription, arrived, idle, total, nanoTime));
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    arrived.add(new TimedStream.Part(part));
  }

  @Override
  public void onError(Throwable failure) {
    arrived.add(new TimedStream.End(failure));
    stream.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    arrived.add(new TimedStream.End(null));
  }
}
