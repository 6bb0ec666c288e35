package dev.assay.infra;

/** A context key or value that the app cannot work with. */
public final class WrongContextException extends RuntimeException {

  /**
   * Makes the exception.
   *
   * @param key name of the value
   * @param value what it is
   * @param expected what it has to be
   */
  public WrongContextException(String key, Object value, String expected) {
    super("context " + key + "=" + value + " is not usable: " + expected + " is expected");
  }

  private WrongContextException(String message) {
    super(message);
  }

  static WrongContextException unknown(String key, String nearest) {
    return new WrongContextException(
        "context " + key + " is not known: did you mean " + nearest + "?");
  }
}
