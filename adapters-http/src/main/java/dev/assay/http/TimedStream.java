package dev.assay.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives. Reading fails if nothing arrives for the idle time or the end is not
 * reached within the total time; once failed, it fails with the same cause again.
 */
final class TimedStream extends BulkStream {

  /** What arrives. */
  sealed interface Signal {}

  record Part(List<ByteBuffer> buffers) implements Signal {}

  /** Nothing more comes; a cause if that is not how the body should end. */
  record End(@Nullable Throwable cause) implements Signal {}

  private final Flow.Subscription subscription;
  private final BlockingQueue<Signal> arrived;
  private final Duration idle;
  private final Duration total;
  private final LongSupplier nanoTime;
  private final long start;

  private Iterator<ByteBuffer> buffers = List.<ByteBuffer>of().iterator();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private volatile @Nullable End end;

  TimedStream(
      Flow.Subscription subscription,
      BlockingQueue<Signal> arrived,
      Duration idle,
      Duration total,
      LongSupplier nanoTime) {
    this.subscription = subscription;
    this.arrived = arrived;
    this.idle = idle;
    this.total = total;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    while (!current.hasRemaining()) {
      if (!advance()) {
        return -1;
      }
    }
    int count = Math.min(length, current.remaining());
    current.get(buffer, offset, count);
    return count;
  }

  @Override
  public void close() {
    stop(new IOException("the body is closed"));
  }

  /** Moves on to the next buffer; false at the end. */
  private boolean advance() throws IOException {
    if (end == null && !buffers.hasNext()) {
      receive();
    }
    End reached = end;
    if (reached == null) {
      current = buffers.hasNext() ? buffers.next() : current;
      return true;
    }
    if (reached.cause() != null) {
      throw new IOException(OneLine.describe(reached.cause()), reached.cause());
    }
    return false;
  }

  private void receive() throws IOException {
    Signal signal = next();
    if (signal instanceof Part part) {
      buffers = part.buffers().iterator();
      subscription.request(1);
    } else if (signal instanceof End last) {
      end = last;
    } else {
      stop(new SocketTimeoutException(lateness()));
    }
  }

  private @Nullable Signal next() throws IOException {
    long left = total.toNanos() - elapsed();
    try {
      return left > 0 ? arrived.poll(Math.min(left, idle.toNanos()), TimeUnit.NANOSECONDS) : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop(e);
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  private String lateness() {
    return elapsed() < total.toNanos()
        ? "no data for " + idle.toSeconds() + " s"
        : "body not complete after " + total.toSeconds() + " s";
  }

  private long elapsed() {
    return nanoTime.getAsLong() - start;
  }

  private void stop(Exception why) {
    if (end == null) {
      end = new End(why);
      current = ByteBuffer.allocate(0);
      subscription.cancel();
    }
  }
}
