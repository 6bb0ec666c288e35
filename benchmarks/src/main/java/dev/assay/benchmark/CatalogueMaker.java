package dev.assay.benchmark;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a made catalogue as SBDB would export it: one CSV file, or pages of its Query API. */
public final class CatalogueMaker {

  /** Rows of a page, as Assay asks for. */
  static final int PAGE_ROWS = 50_000;

  private static final int ROWS_TO_A_CHANGE = 50;
  private static final long SEED = 433;

  private CatalogueMaker() {}

  /**
   * Makes catalogues from the command line: {@code csv FILE ROWS} or {@code json DIRECTORY ROWS}.
   *
   * @param arguments form, target and number of rows
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("usage: csv FILE ROWS | json DIRECTORY ROWS");
    }
    Path target = Path.of(arguments[1]);
    long rows = Long.parseLong(arguments[2]);
    if (arguments[0].equals("csv")) {
      csv(target, rows);
    } else {
      json(target, rows);
    }
  }

  static void csv(Path file, long rows) throws IOException {
    try (OutputStream out = open(file)) {
      csv(out, rows);
    }
  }

  /** A table in memory. */
  static byte[] csv(int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    csv(out, rows);
    return out.toByteArray();
  }

  private static void csv(OutputStream out, long rows) throws IOException {
    MadeRow made = new MadeRow(SEED);
    StringBuilder text = new StringBuilder();
    text.append('"').append(String.join("\",\"", MadeRow.COLUMNS)).append("\"\n");
    for (long row = 0; row < rows; row++) {
      String separator = "";
      for (String cell : made.next()) {
        text.append(separator).append(cell == null ? "" : exported(cell));
        separator = ",";
      }
      flush(text.append('\n'), out);
    }
  }

  /** As SBDB exports it: quoted if it has a blank in it or is a name. */
  private static String exported(String cell) {
    return cell.indexOf(' ') >= 0 || cell.startsWith(MadeRow.NAME) ? '"' + cell + '"' : cell;
  }

  /** The same table a week later: of each fiftieth body the distance to Earth's orbit changed. */
  static void changed(Path csv, Path target) throws IOException {
    try (BufferedReader before = Files.newBufferedReader(csv);
        Writer after = Files.newBufferedWriter(target)) {
      String line = before.readLine();
      for (long row = 0; line != null; row++) {
        after.write(row % ROWS_TO_A_CHANGE == 1 ? withOtherMoid(line) : line);
        after.write('\n');
        line = before.readLine();
      }
    }
  }

  /** The last column but one. */
  private static String withOtherMoid(String line) {
    int orbitClass = line.lastIndexOf(',');
    int moid = line.lastIndexOf(',', orbitClass - 1);
    return line.substring(0, moid) + ",.123456" + line.substring(orbitClass);
  }

  /** A page in memory. */
  static byte[] json(int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    page(new MadeRow(SEED), rows, rows, out);
    return out.toByteArray();
  }

  static void json(Path directory, long rows) throws IOException {
    Files.createDirectories(directory);
    MadeRow made = new MadeRow(SEED);
    for (long first = 0; first < rows; first += PAGE_ROWS) {
      String name = String.format(Locale.ROOT, "page-%05d.json", first / PAGE_ROWS);
      try (OutputStream out = open(directory.resolve(name))) {
        page(made, Math.min(PAGE_ROWS, rows - first), rows, out);
      }
    }
  }

  private static void page(MadeRow made, long rows, long count, OutputStream out)
      throws IOException {
    StringBuilder text =
        new StringBuilder("{\"signature\":{\"source\":\"made\",\"version\":\"1.0\"},\"fields\":[\"")
            .append(String.join("\",\"", MadeRow.COLUMNS))
            .append("\"],\"data\":[");
    for (long row = 0; row < rows; row++) {
      text.append(row == 0 ? "" : ",");
      char bracket = '[';
      for (String cell : made.next()) {
        text.append(bracket).append(quoted(cell));
        bracket = ',';
      }
      flush(text.append(']'), out);
    }
    flush(text.append("],\"count\":").append(count).append('}'), out);
  }

  private static String quoted(@Nullable String cell) {
    return cell == null ? "null" : '"' + cell + '"';
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static void flush(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    text.setLength(0);
  }
}
