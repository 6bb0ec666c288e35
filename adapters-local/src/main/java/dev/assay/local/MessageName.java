package dev.assay.local;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a message's file, which holds all that changes about it: a change of state is one
 * renaming, which succeeds for one process alone.
 *
 * @param number orders the messages by the time they were sent
 * @param sender tells messages with one number apart
 * @param attempt which delivery is the next, or under way; from 1
 */
record MessageName(long number, String sender, int attempt) implements Comparable<MessageName> {

  private static final Pattern READY = Pattern.compile("(\\d{12})-([0-9a-f]{8})-(\\d{1,6})");
  private static final Pattern TAKEN = Pattern.compile(READY.pattern() + "-until-(-?\\d{1,18})");

  /** The message in a file of the ready directory, if it is one. */
  static Optional<MessageName> ofReady(String file) {
    return of(READY.matcher(file));
  }

  /** The message in a file of the taken directory, if it is one. */
  static Optional<MessageName> ofTaken(String file) {
    return of(TAKEN.matcher(file));
  }

  /** Whether a file of the taken directory was due back at a time. */
  static boolean isDue(String file, Instant now) {
    Matcher match = TAKEN.matcher(file);
    return match.matches() && Long.parseLong(match.group(4)) <= now.toEpochMilli();
  }

  private static Optional<MessageName> of(Matcher match) {
    return match.matches()
        ? Optional.of(
            new MessageName(
                Long.parseLong(match.group(1)), match.group(2), Integer.parseInt(match.group(3))))
        : Optional.empty();
  }

  MessageName nextAttempt() {
    return new MessageName(number, sender, attempt + 1);
  }

  String ready() {
    return String.format(Locale.ROOT, "%012d-%s-%d", number, sender, attempt);
  }

  String takenUntil(Instant due) {
    return ready() + "-until-" + due.toEpochMilli();
  }

  @Override
  public int compareTo(MessageName other) {
    return ready().compareTo(other.ready());
  }
}
