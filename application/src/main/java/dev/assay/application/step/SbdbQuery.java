package dev.assay.application.step;

import dev.assay.application.source.SmallBodyField;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to JPL's SBDB Query API.
 *
 * @param address the service, with the parameters the user wants
 */
record SbdbQuery(URI address) {

  private static final String PATH_END = "sbdb_query.api";

  /** Whether an address is one of the service whose answer is to be fetched in pages. */
  static boolean isPaged(URI address) {
    // With a limit of its own it asks for a part of the answer, and gets just that.
    return String.valueOf(address.getPath()).endsWith(PATH_END)
        && !names(address.getRawQuery(), "limit");
  }

  /** The address of one page; what the user did not ask otherwise is asked as Assay needs it. */
  URI page(int page, int rows) {
    String given = address.getRawQuery();
    List<String> parameters = new ArrayList<>();
    if (given != null) {
      parameters.add(given);
    }
    addUnlessGiven(parameters, "fields", String.join(",", SmallBodyField.columns()));
    addUnlessGiven(parameters, "full-prec", "true");
    // Newly numbered bodies move in any other order, and would be missed or met twice.
    addUnlessGiven(parameters, "sort", "spkid");
    parameters.add("limit=" + rows);
    parameters.add("limit-from=" + (long) page * rows);
    return URI.create(base() + "?" + String.join("&", parameters));
  }

  private void addUnlessGiven(List<String> parameters, String name, String value) {
    if (!names(address.getRawQuery(), name)) {
      parameters.add(name + "=" + value);
    }
  }

  private static boolean names(@Nullable String parameters, String name) {
    return ("&" + parameters).contains("&" + name + "=");
  }

  private String base() {
    return address.toString().split("[?#]", 2)[0];
  }

  /** What to call it in messages. */
  String name() {
    return Sources.name(address);
  }
}
