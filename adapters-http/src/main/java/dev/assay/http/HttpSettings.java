package dev.assay.http;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How {@link HttpDownloader} behaves.
 *
 * @param agent what it calls itself
 * @param timeouts how long it waits
 * @param retries how often it repeats a request, and after which pauses
 * @param limits how much it accepts
 */
public record HttpSettings(UserAgent agent, Timeouts timeouts, Retries retries, Limits limits) {

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /**
   * The defaults, which suit the sources Assay reads.
   *
   * @param agent what the downloader calls itself
   * @return settings with the default of everything else
   */
  public static HttpSettings of(UserAgent agent) {
    return new HttpSettings(agent, Timeouts.DEFAULT, Retries.DEFAULT, Limits.DEFAULT);
  }

  /**
   * The name sent with each request. The sources' fair-use rules ask for product, version and
   * somebody to write to.
   *
   * @param product the program, such as {@code Assay}
   * @param version its version
   * @param contact an e-mail address or a web page of whoever runs it
   */
  public record UserAgent(String product, String version, String contact) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._+-]+");
    private static final Pattern COMMENT = Pattern.compile("[\\x21-\\x7e&&[^()\\\\]]+");

    /** Refuses what would not make a User-Agent header. */
    public UserAgent {
      matching(TOKEN, "product", product);
      matching(TOKEN, "version", version);
      matching(COMMENT, "contact", contact);
    }

    String header() {
      return product + "/" + version + " (+" + contact + ")";
    }
  }

  /**
   * How long the downloader waits; each is above zero and at most a day.
   *
   * @param connect for a connection; default 20 s
   * @param headers from sending a request to the headers of its answer; default 120 s, because a
   *     query to the Small-Body Database may take long before its first byte
   * @param idle for the next bytes of a body; default 60 s
   * @param total for a whole body, its reader's own time included; default 30 min
   * @param turn for the requests before this one to the same host; default 15 min
   */
  public record Timeouts(
      Duration connect, Duration headers, Duration idle, Duration total, Duration turn) {

    /** The defaults. */
    public static final Timeouts DEFAULT =
        new Timeouts(
            Duration.ofSeconds(20),
            Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15));

    /** Refuses a time that is not above zero or longer than a day. */
    public Timeouts {
      upToADay("connect timeout", connect);
      upToADay("headers timeout", headers);
      upToADay("idle timeout", idle);
      upToADay("total timeout", total);
      upToADay("turn timeout", turn);
    }
  }

  /**
   * How often a request that failed for a passing reason is repeated.
   *
   * @param attempts requests in all, the first included, 1 to 20; default 5
   * @param firstDelay pause before the second request, doubled for each one after it; default 2 s
   * @param longestDelay where the doubling ends; default 60 s
   * @param longestRetryAfter longest pause granted to a source that names one (Retry-After); if it
   *     names a longer one, the download fails at once; default 5 min
   */
  public record Retries(
      int attempts, Duration firstDelay, Duration longestDelay, Duration longestRetryAfter) {

    /** The defaults. */
    public static final Retries DEFAULT =
        new Retries(5, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /** Refuses numbers out of range. */
    public Retries {
      within("attempts", attempts, 1, 20);
      upToADay("first delay", firstDelay);
      upToADay("longest delay", longestDelay);
      upToADay("longest Retry-After", longestRetryAfter);
    }
  }

  /**
   * How much the downloader accepts.
   *
   * @param bytes longest body, counted both as sent and as unpacked; default 2 GiB, which is above
   *     the whole Small-Body Database with all fields (1.2 GB)
   * @param redirects most redirects followed, 0 to 20; default 5
   */
  public record Limits(long bytes, int redirects) {

    /** The defaults. */
    public static final Limits DEFAULT = new Limits(2L << 30, 5);

    /** Refuses numbers out of range. */
    public Limits {
      within("bytes", bytes, 1, Long.MAX_VALUE);
      within("redirects", redirects, 0, 20);
    }
  }

  private static void matching(Pattern pattern, String name, String value) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the User-Agent's " + name + " is blank or has characters it may not: '" + value + "'");
    }
  }

  private static void upToADay(String name, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "the " + name + " must be above zero and at most a day, not " + value);
    }
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", not " + value);
    }
  }
}
