package dev.assay.infra;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Reads the values given with {@code cdk -c KEY=VALUE} or in cdk.json. */
final class Context {

  /** Every key that the app reads. CDK's own keys have a colon or a slash in them. */
  static final List<String> KEYS =
      List.of(
          "allowHttp",
          "contact",
          "dashboard",
          "email",
          "endpoint",
          "githubEnvironment",
          "githubOwnerId",
          "githubProviderArn",
          "githubRepository",
          "githubRepositoryId",
          "jars",
          "logDays",
          "logLevel",
          "model",
          "prefix",
          "runDays",
          "schedule",
          "scheduled",
          "stage",
          "writers");

  /** What the command line of CDK itself puts into cdk.context.json. */
  private static final Set<String> KEYS_OF_CDK =
      Set.of("acknowledged-issue-numbers", "cli-telemetry");

  private final Function<String, @Nullable Object> values;

  Context(Function<String, @Nullable Object> values) {
    this.values = values;
  }

  /**
   * Refuses keys that nobody reads: a misspelt one would be ignored.
   *
   * @throws WrongContextException naming the known key that is nearest to the first unknown one
   */
  static void requireKnown(Collection<String> keys) {
    keys.stream()
        .filter(key -> !KEYS.contains(key) && !KEYS_OF_CDK.contains(key))
        .filter(key -> !key.contains(":") && !key.contains("/"))
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw WrongContextException.unknown(key, nearest(key));
            });
  }

  private static String nearest(String key) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return KEYS.stream()
        .min(Comparator.comparing(known -> distance.apply(known, key)))
        .orElseThrow();
  }

  /** A text; absent if it is not given or empty. */
  Optional<String> text(String key) {
    if (!KEYS.contains(key)) {
      throw new IllegalArgumentException(key + " is missing from the list of keys");
    }
    return Optional.ofNullable(values.apply(key))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }

  /** One of a few texts; absent if it is not given or empty. */
  Optional<String> choice(String key, List<String> choices) {
    Optional<String> text = text(key);
    if (text.isPresent() && !choices.contains(text.get())) {
      throw new WrongContextException(key, text.get(), String.join(" or ", choices));
    }
    return text;
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
