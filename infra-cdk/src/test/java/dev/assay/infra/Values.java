package dev.assay.infra;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A context of the values that a test gives. */
record Values(Map<String, Object> map) implements Function<String, @Nullable Object> {

  @Override
  public @Nullable Object apply(String key) {
    return map.get(key);
  }
}
