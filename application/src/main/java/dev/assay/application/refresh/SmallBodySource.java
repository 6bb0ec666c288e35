package dev.assay.application.refresh;

import java.net.URI;
import java.util.List;

/**
 * Where small bodies come from: one table, or one table in several pages.
 *
 * @param name what to call it in reports, as the user gave it
 * @param parts its pages in order, one or more
 */
public record SmallBodySource(String name, List<URI> parts) {

  public SmallBodySource {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(name + " has no part");
    }
  }
}
