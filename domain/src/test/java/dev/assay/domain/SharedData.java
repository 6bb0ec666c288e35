package dev.assay.domain;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real input data beside the checkout. It is no part of the project; tests skip without it. */
public final class SharedData {

  private static final Pattern CSV_CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(,|$)");

  private SharedData() {}

  /** The lines of a file below {@code ../shared/data}; skips the test if it is not there. */
  public static List<String> lines(String file) {
    Path path = Path.of(System.getProperty("assay.root", ".."), "..", "shared", "data", file);
    assumeThat(path).as("real data is not part of the project: ../shared/data/" + file).exists();
    try {
      return Files.readString(path, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a line of CSV. */
  public static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CSV_CELL.matcher(line);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      cells.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
      if (matcher.group(3).isEmpty()) {
        break;
      }
    }
    return cells;
  }
}
