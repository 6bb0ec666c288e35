package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.assay.application.refresh.TimeLimit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long the call under way may last. One call is under way at a time. */
final class Deadline implements TimeLimit {

  private final Duration margin;
  private volatile @Nullable Context call;
  private volatile long reserveMillis;

  /**
   * Begins with no call under way.
   *
   * @param margin how long the next piece of work may take; a call that has less than twice that in
   *     all uses half of what it has
   */
  Deadline(Duration margin) {
    this.margin = margin;
  }

  void begin(Context context) {
    reserveMillis = Math.min(margin.toMillis(), context.getRemainingTimeInMillis() / 2);
    call = context;
  }

  @Override
  public boolean hasTime() {
    return left().compareTo(Duration.ZERO) > 0;
  }

  /** How long work may still take, so that the margin remains; without end between two calls. */
  Duration left() {
    return leftAfter(reserveMillis);
  }

  /** How long the call may still take, the margin included; without end between two calls. */
  Duration leftWithMargin() {
    return leftAfter(0);
  }

  private Duration leftAfter(long reserved) {
    Context current = call;
    return current == null
        ? ChronoUnit.FOREVER.getDuration()
        : Duration.ofMillis(current.getRemainingTimeInMillis() - reserved);
  }
}
