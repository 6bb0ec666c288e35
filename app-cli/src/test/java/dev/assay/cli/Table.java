package dev.assay.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** A table of small bodies to refresh from, in the forms that JPL publishes. */
record Table(List<String> fields, List<List<String>> rows) {

  private static final List<String> FIELDS =
      List.of(
          "pdes",
          "full_name",
          "neo",
          "H",
          "diameter",
          "albedo",
          "spec_B",
          "e",
          "a",
          "q",
          "i",
          "class");

  /** A table of one row. */
  static Table of(List<String> fields, String... row) {
    return new Table(fields, List.of(List.of(row)));
  }

  /** Bodies numbered from 1 on, some near, some typed, some measured. */
  static Table bodies(int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      rows.add(body(number, number));
    }
    return new Table(FIELDS, rows);
  }

  private static List<String> body(int number, int seed) {
    double a = 0.8 + seed % 37 / 10.0;
    double e = seed % 90 / 100.0;
    return List.of(
        String.valueOf(number),
        number + " (2001 AB" + number + ")",
        a * (1 - e) < 1.3 ? "Y" : "N",
        seed % 11 == 0 ? "" : String.valueOf(10 + seed % 12),
        seed % 5 == 0 ? String.valueOf(1 + seed % 100) : "",
        seed % 3 == 0 ? "0." + (10 + seed % 40) : "",
        seed % 7 == 0 ? "Sq" : "",
        String.format(Locale.ROOT, "%.2f", e),
        String.format(Locale.ROOT, "%.1f", a),
        String.format(Locale.ROOT, "%.4f", a * (1 - e)),
        String.valueOf(seed % 30),
        a * (1 - e) < 1.3 ? "APO" : "MBA");
  }

  /** The same bodies with other data. */
  Table changed() {
    List<List<String>> other = new ArrayList<>();
    rows.forEach(
        row -> {
          int number = Integer.parseInt(row.get(0));
          other.add(body(number, number + 1));
        });
    return new Table(fields, other);
  }

  /** Some of the rows. */
  Table part(int from, int to) {
    return new Table(fields, rows.subList(from, Math.min(to, rows.size())));
  }

  /** This table and the rows of another with the same fields. */
  Table then(Table next) {
    List<List<String>> all = new ArrayList<>(rows);
    all.addAll(next.rows);
    return new Table(fields, all);
  }

  /** With one of the fields under another name. */
  Table renamed(String field, String name) {
    return new Table(fields.stream().map(f -> f.equals(field) ? name : f).toList(), rows);
  }

  /** With the columns in the opposite order. */
  Table reversed() {
    return new Table(reversed(fields), rows.stream().map(Table::reversed).toList());
  }

  private static List<String> reversed(List<String> list) {
    List<String> reversed = new ArrayList<>();
    list.forEach(element -> reversed.add(0, element));
    return reversed;
  }

  String json() {
    return json(rows.size());
  }

  /** As one page of an answer with that many matches. */
  String json(long count) {
    return "{\"signature\":{\"version\":\"1.0\",\"source\":\"NASA/JPL SBDB (Small-Body DataBase)"
        + " Query API\"},\"fields\":"
        + array(fields)
        + ",\"data\":["
        + rows.stream().map(Table::array).collect(Collectors.joining(","))
        + "],\"count\":"
        + count
        + "}";
  }

  private static String array(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? "null" : '"' + cell + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  String csv() {
    return String.join(",", fields)
        + "\n"
        + rows.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining());
  }

  /** Splits the table into the files of a folder. */
  Path writePages(Path folder, int pageRows) throws IOException {
    Files.createDirectories(folder);
    for (int from = 0; from < rows.size(); from += pageRows) {
      String name = String.format(Locale.ROOT, "page-%05d.json", from / pageRows);
      Files.writeString(folder.resolve(name), part(from, from + pageRows).json(rows.size()));
    }
    return folder;
  }

  static Path gzip(Path file, String content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
