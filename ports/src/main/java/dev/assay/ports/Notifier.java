package dev.assay.ports;

import java.util.Locale;

/** Tells people how a run ended, or what it waits for. Implementations are thread-safe. */
public interface Notifier {

  /**
   * Tells.
   *
   * @param notification what
   * @throws PortException if it could not be delivered
   */
  void notify(Notification notification);

  /** What a notification tells of. */
  enum Kind {
    /** A run that succeeded. */
    SUCCESS,
    /** A run that goes on, but needs somebody's attention. */
    WARNING,
    /** A run that failed. */
    FAILURE;

    /**
     * The kind as messages and files name it.
     *
     * @return {@code success}, {@code warning} or {@code failure}
     */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What to tell.
   *
   * @param kind what it tells of
   * @param subject one line of at most 100 characters
   * @param body what happened, to which input, and what to do
   */
  record Notification(Kind kind, String subject, String body) {

    private static final int LONGEST_SUBJECT = 100;

    public Notification {
      if (subject.isBlank()
          || subject.length() > LONGEST_SUBJECT
          || subject.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("subject must be one line of 1..100 characters");
      }
    }
  }
}
