package dev.assay.infra;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values given with {@code cdk -c KEY=VALUE} or in cdk.json. */
final class Context {

  private final Function<String, @Nullable Object> values;

  Context(Function<String, @Nullable Object> values) {
    this.values = values;
  }

  /** A text; absent if it is not given or empty. */
  Optional<String> text(String key) {
    return Optional.ofNullable(values.apply(key))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }

  boolean flag(String key) {
    String value = text(key).orElse("false");
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongContextException(key, value, "true or false");
    };
  }

  int number(String key, int otherwise, int least, int most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    String expected = "a whole number from " + least + " to " + most;
    try {
      // In cdk.json a number may be 8, which arrives as 8.0.
      double value = Double.parseDouble(text.get());
      if (value != Math.rint(value) || value < least || value > most) {
        throw new WrongContextException(key, text.get(), expected);
      }
      return (int) value;
    } catch (NumberFormatException e) {
      throw new WrongContextException(key, text.get(), expected);
    }
  }
}
