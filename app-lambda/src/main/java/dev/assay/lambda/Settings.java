package dev.assay.lambda;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of a function, checked when it starts. */
final class Settings {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern CATALOGUE = Pattern.compile("[A-Za-z0-9._-]{3,100}");
  private static final Pattern URL = Pattern.compile("https?://\\S+");
  private static final Pattern ARN = Pattern.compile("arn:\\S+");
  private static final Pattern STAGE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern TEXT = Pattern.compile("\\S{1,256}");
  private static final int MOST_PAGE_ROWS = 100_000;
  private static final int MOST_ROWS = 2048;
  private static final int MOST_WORKERS = 8;
  private static final int MOST_LOOKS = 100_000;

  private final Map<Setting, String> values;

  private Settings(Map<Setting, String> values) {
    this.values = values;
  }

  /**
   * Reads the settings that a function needs.
   *
   * @param environment the variables
   * @param needed those without which it cannot work; the others are read too, if they are set
   * @throws BadEventException in one line that names every variable that is missing or wrong
   */
  static Settings read(Map<String, String> environment, Set<Setting> needed) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    List<String> wrong = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      String value = environment.getOrDefault(setting.variable(), "").strip();
      if (value.isEmpty()) {
        if (setting.standard() != null) {
          values.put(setting, setting.standard());
        } else if (needed.contains(setting)) {
          wrong.add(setting.variable() + " is not set (" + setting.meaning() + ")");
        }
      } else if (isValid(setting, value)) {
        values.put(setting, value);
      } else {
        wrong.add(setting.variable() + " is not " + setting.meaning() + ": '" + value + "'");
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadEventException(
          String.join("; ", wrong) + "; correct the function's environment variables");
    }
    return new Settings(values);
  }

  private static boolean isValid(Setting setting, String value) {
    return switch (setting) {
      case BUCKET -> BUCKET.matcher(value).matches();
      case CATALOGUE -> CATALOGUE.matcher(value).matches();
      case DATA_QUEUE_URL,
          DATA_DEAD_LETTER_QUEUE_URL,
          COMPLETION_QUEUE_URL,
          COMPLETION_DEAD_LETTER_QUEUE_URL ->
          URL.matcher(value).matches();
      case TOPIC_ARN -> ARN.matcher(value).matches();
      case CONTACT -> TEXT.matcher(value).matches();
      case MODEL -> ModelChoice.isKnown(value);
      case PAGE_ROWS -> isWithin(value, 1, MOST_PAGE_ROWS);
      case BATCH_ROWS -> isWithin(value, 1, MOST_ROWS);
      case WORKERS -> isWithin(value, 0, MOST_WORKERS);
      case AWAIT_LOOKS -> isWithin(value, 1, MOST_LOOKS);
      case STAGE -> STAGE.matcher(value).matches();
      case ALLOW_HTTP -> value.equals("true") || value.equals("false");
    };
  }

  private static boolean isWithin(String value, int least, int most) {
    return value.matches("\\d{1,9}")
        && Integer.parseInt(value) >= least
        && Integer.parseInt(value) <= most;
  }

  /** Whether a setting is set or has a default. */
  boolean has(Setting setting) {
    return values.containsKey(setting);
  }

  String text(Setting setting) {
    String value = values.get(setting);
    if (value == null) {
      throw new IllegalStateException(setting.variable() + " was not asked for");
    }
    return value;
  }

  int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  boolean flag(Setting setting) {
    return text(setting).equals("true");
  }
}
