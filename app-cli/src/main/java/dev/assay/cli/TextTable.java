package dev.assay.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns of text, each as wide as its widest cell. A header ending in "&gt;" is right-aligned. */
final class TextTable {

  private static final int GAP = 2;

  private final List<String> headers;
  private final List<String[]> rows = new ArrayList<>();

  private TextTable(List<String> headers) {
    this.headers = headers;
  }

  static TextTable of(String... headers) {
    return new TextTable(List.of(headers));
  }

  TextTable withColumn(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new TextTable(more);
  }

  void add(String... cells) {
    if (cells.length != headers.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + headers.size());
    }
    rows.add(cells.clone());
  }

  void print(PrintWriter out) {
    int[] widths = new int[headers.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = title(c).length();
      for (String[] row : rows) {
        widths[c] = Math.max(widths[c], row[c].length());
      }
    }
    String[] titles = new String[widths.length];
    for (int c = 0; c < titles.length; c++) {
      titles[c] = title(c);
    }
    out.println(line(titles, widths));
    for (String[] row : rows) {
      out.println(line(row, widths));
    }
  }

  private String line(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < cells.length; c++) {
      String padding = " ".repeat(widths[c] - cells[c].length());
      line.append(isRight(c) ? padding + cells[c] : cells[c] + padding);
      line.append(" ".repeat(c + 1 < cells.length ? GAP : 0));
    }
    return line.toString().stripTrailing();
  }

  private boolean isRight(int column) {
    return headers.get(column).endsWith(">");
  }

  private String title(int column) {
    String header = headers.get(column);
    return isRight(column) ? header.substring(0, header.length() - 1) : header;
  }
}
