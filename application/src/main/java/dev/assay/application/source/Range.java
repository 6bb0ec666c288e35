package dev.assay.application.source;

/**
 * The values a number may have.
 *
 * @param lowest lower bound
 * @param inclusive whether the lower bound itself is allowed
 * @param highest largest value allowed
 */
record Range(double lowest, boolean inclusive, double highest) {

  static Range from(double lowest, double highest) {
    return new Range(lowest, true, highest);
  }

  static Range above(double lowest, double highest) {
    return new Range(lowest, false, highest);
  }

  boolean contains(double value) {
    return (inclusive ? value >= lowest : value > lowest) && value <= highest;
  }

  /** What is wrong with a value outside, in a few words. */
  String violation() {
    String bound = (inclusive ? "must be at least " : "must be above ") + plain(lowest);
    return highest == Double.MAX_VALUE ? bound : bound + " and at most " + plain(highest);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
