package dev.assay.http;

import dev.assay.ports.PortException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets one request at a time go to a host, in order of arrival. */
final class HostTurns {

  private final Duration longestWait;

  /** One per host ever asked: a handful, the sources the user configured. */
  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

  HostTurns(Duration longestWait) {
    this.longestWait = longestWait;
  }

  /** Waits for the turn of a request; the caller ends it, on any thread. */
  Turn await(URI at) {
    Semaphore host =
        hosts.computeIfAbsent(
            at.getHost().toLowerCase(Locale.ROOT), name -> new Semaphore(1, true));
    try {
      if (host.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Turn(host);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortException.temporary("interrupted before the request to " + at, e);
    }
    throw PortException.temporary(
        at
            + " was not asked: another download from this host took longer than "
            + longestWait.toSeconds()
            + " s; try again when it has ended");
  }

  /** A host to oneself, until closed; closing it again does nothing. */
  static final class Turn implements AutoCloseable {

    private final Semaphore host;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Turn(Semaphore host) {
      this.host = host;
    }

    @Override
    public void close() {
      if (ended.compareAndSet(false, true)) {
        host.release();
      }
    }
  }
}
