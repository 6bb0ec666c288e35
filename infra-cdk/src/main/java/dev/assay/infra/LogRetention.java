package dev.assay.infra;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.logs.RetentionDays;

/** How long CloudWatch can keep logs. */
final class LogRetention {

  private static final Map<Integer, RetentionDays> CHOICES =
      new TreeMap<>(
          Map.of(
              7, RetentionDays.ONE_WEEK,
              14, RetentionDays.TWO_WEEKS,
              30, RetentionDays.ONE_MONTH,
              60, RetentionDays.TWO_MONTHS,
              90, RetentionDays.THREE_MONTHS,
              180, RetentionDays.SIX_MONTHS,
              365, RetentionDays.ONE_YEAR,
              731, RetentionDays.TWO_YEARS,
              1827, RetentionDays.FIVE_YEARS,
              3653, RetentionDays.TEN_YEARS));

  private LogRetention() {}

  static RetentionDays ofDays(int days) {
    return Optional.ofNullable(CHOICES.get(days))
        .orElseThrow(
            () ->
                new WrongContextException(
                    "logDays",
                    days,
                    "one of "
                        + CHOICES.keySet().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))));
  }
}
