package dev.assay.domain.market;

import java.time.LocalDate;

/**
 * What a commodity cost on a day.
 *
 * @param usdPerKilogram price (US dollars per kg), 0 or more
 * @param date the day it was quoted
 * @param source who quoted it
 */
public record Price(double usdPerKilogram, LocalDate date, String source) {

  public Price {
    if (!(usdPerKilogram >= 0 && usdPerKilogram < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("price must be 0 or more, was " + usdPerKilogram);
    }
  }
}
