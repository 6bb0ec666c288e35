package dev.assay.infra;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the weekly refresh starts, in UTC.
 *
 * @param weekday three capital letters, for example "SUN"
 * @param hour 0 to 23
 * @param minute 0 to 59
 */
public record StartTime(String weekday, int hour, int minute) {

  private static final Pattern FORM =
      Pattern.compile("(MON|TUE|WED|THU|FRI|SAT|SUN) ([01]\\d|2[0-3]):([0-5]\\d)");

  static StartTime parse(String key, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new WrongContextException(key, text, "a day and a time in UTC such as \"SUN 03:17\"");
    }
    return new StartTime(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }
}
