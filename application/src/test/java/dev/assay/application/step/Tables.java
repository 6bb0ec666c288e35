package dev.assay.application.step;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Small-body tables written in tests. */
final class Tables {

  private Tables() {}

  static URI file(String name) {
    return URI.create("file:/tables/" + name);
  }

  /** A CSV table with the columns pdes, a, e, i and H. */
  static String csv(String... rows) {
    return "pdes,a,e,i,H\n" + String.join("\n", rows) + "\n";
  }

  /** A row of that table: a plain asteroid. */
  static String row(String designation, String h) {
    return designation + ",2.5,.1,5," + h;
  }

  /** A page of an answer of the SBDB Query API, with rows as in a CSV table. */
  static String page(long count, String... rows) {
    String data =
        Arrays.stream(rows)
            .map(row -> "[\"" + row.replace(",", "\",\"") + "\"]")
            .collect(Collectors.joining(","));
    return "{\"fields\":[\"pdes\",\"a\",\"e\",\"i\",\"H\"],\"data\":["
        + data
        + "],\"count\":"
        + count
        + "}";
  }
}
