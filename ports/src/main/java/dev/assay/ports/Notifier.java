package dev.assay.ports;

/** Tells people how a run ended. Implementations are thread-safe. */
public interface Notifier {

  /**
   * Tells.
   *
   * @param notification what
   * @throws PortException if it could not be delivered
   */
  void notify(Notification notification);

  /**
   * What to tell.
   *
   * @param success whether the run succeeded
   * @param subject one line of at most 100 characters
   * @param body what happened, to which input, and what to do
   */
  record Notification(boolean success, String subject, String body) {

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
