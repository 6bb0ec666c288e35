package dev.assay.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Whole runs, each in a JVM of its own: a refresh beside DuckDB's SQL doing the same load with the
 * same valuation, and with a simpler one, pair by pair; how the time grows with the catalogue;
 * questions; and bare starts. Started by {@code scripts/benchmark}.
 */
public final class EndToEnd {

  private static final long FULL = 1_450_000;
  private static final long[] GROWTH = {100_000, 500_000, FULL, 5_000_000};

  private final Path assay;
  private final Path work;
  private final int rounds;

  private EndToEnd(Path assay, Path work, int rounds) {
    this.assay = assay;
    this.work = work;
    this.rounds = rounds;
  }

  /**
   * Measures.
   *
   * @param arguments the launcher, a folder to work in, the number of rounds, and what to measure:
   *     csv, json, changed, growth, queries, startup
   * @throws IOException if a catalogue cannot be made
   * @throws InterruptedException if the measurement is to be given up
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    EndToEnd measurement =
        new EndToEnd(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    for (String what : List.of(arguments).subList(3, arguments.length)) {
      switch (what) {
        case "csv" -> measurement.pairs("CSV", measurement.csv(FULL), "csv");
        case "json" -> measurement.pairs("JSON pages", measurement.json(FULL), "json");
        case "changed" -> measurement.changed();
        case "growth" -> measurement.growth();
        case "queries" -> measurement.queries();
        case "startup" -> measurement.startUp();
        default -> throw new IllegalArgumentException("cannot measure " + what);
      }
    }
  }

  private Path csv(long rows) throws IOException {
    Path file = work.resolve("made-" + rows + ".csv");
    if (!Files.exists(file)) {
      say("making " + file);
      CatalogueMaker.csv(file, rows);
    }
    return file;
  }

  private Path json(long rows) throws IOException {
    Path folder = work.resolve("made-" + rows + "-pages");
    if (!Files.exists(folder)) {
      say("making " + folder);
      CatalogueMaker.json(folder, rows);
    }
    return folder;
  }

  /**
   * Assay, DuckDB with the same valuation and DuckDB with a simpler one in turn, so that what else
   * the machine does strikes all alike.
   */
  private void pairs(String title, Path input, String form)
      throws IOException, InterruptedException {
    String rawRows = form.equals("csv") ? RawRows.ofCsv(input) : RawRows.ofJson(input);
    Path same = work.resolve(form + ".sql");
    Path simpler = work.resolve(form + "-simpler.sql");
    Files.writeString(same, ValuationSql.of(rawRows));
    Files.writeString(simpler, SimplerValuationSql.of(rawRows));
    List<Measured> ours = new ArrayList<>();
    List<Measured> theirs = new ArrayList<>();
    List<Measured> theirSimpler = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(refresh(input, "data"));
      theirs.add(sql(same));
      theirSimpler.add(sql(simpler));
      printPair(title, ours, theirs);
      printPair(title + ", simpler SQL,", ours, theirSimpler);
    }
    describe(title + ", assay refresh", ours);
    describe(title + ", DuckDB SQL", theirs);
    describe(title + ", simpler SQL", theirSimpler);
    printMedians(title, ours, theirs);
    printMedians(title + ", simpler SQL", ours, theirSimpler);
  }

  /** The last pair. */
  private static void printPair(String title, List<Measured> ours, List<Measured> theirs) {
    int last = ours.size() - 1;
    double our = ours.get(last).wallSeconds();
    double their = theirs.get(last).wallSeconds();
    print("%s pair %d: %.2f s : %.2f s = %.2f", title, ours.size(), our, their, our / their);
  }

  private static void printMedians(String title, List<Measured> ours, List<Measured> theirs) {
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < ours.size(); pair++) {
      ratios.add(ours.get(pair).wallSeconds() / theirs.get(pair).wallSeconds());
    }
    print(
        "%s: median ratio of the pairs %.2f wall, %.2f CPU",
        title,
        median(ratios),
        median(ours, Measured::cpuSeconds) / median(theirs, Measured::cpuSeconds));
  }

  private Measured refresh(Path input, String data) throws IOException, InterruptedException {
    deleteTree(work.resolve(data));
    return refreshOver(input, data);
  }

  private Measured refreshOver(Path input, String data) throws IOException, InterruptedException {
    return assay(
        "refresh",
        "--offline",
        "--quiet",
        "--small-bodies",
        input.toString(),
        "--data",
        work.resolve(data).toString());
  }

  /** A refresh over the one of the week before. */
  private void changed() throws IOException, InterruptedException {
    Path before = csv(FULL);
    Path after = work.resolve("changed-" + FULL + ".csv");
    if (!Files.exists(after)) {
      CatalogueMaker.changed(before, after);
    }
    List<Measured> full = new ArrayList<>();
    List<Measured> same = new ArrayList<>();
    List<Measured> few = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      full.add(refresh(before, "weekly"));
      same.add(refreshOver(before, "weekly"));
      few.add(refreshOver(after, "weekly"));
    }
    describe("in full", full);
    describe("nothing changed", same);
    describe("2 % changed", few);
    deleteTree(work.resolve("weekly"));
  }

  private Measured sql(Path statements) throws IOException, InterruptedException {
    Path database = work.resolve("sql.duckdb");
    Files.deleteIfExists(database);
    return Measured.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "--class-path",
            System.getProperty("java.class.path"),
            SqlLoad.class.getName(),
            statements.toString(),
            database.toString()));
  }

  private Measured assay(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(assay.toString()));
    command.addAll(List.of(arguments));
    return Measured.run(command);
  }

  /** All sizes in turn, and how far the time of each is from the line through the outer two. */
  private void growth() throws IOException, InterruptedException {
    List<List<Measured>> runs = new ArrayList<>();
    for (long rows : GROWTH) {
      csv(rows);
      runs.add(new ArrayList<>());
    }
    for (int round = 0; round < rounds; round++) {
      for (int size = 0; size < GROWTH.length; size++) {
        runs.get(size).add(refresh(csv(GROWTH[size]), "growth"));
      }
    }
    for (int size = 0; size < GROWTH.length; size++) {
      describe(GROWTH[size] + " rows", runs.get(size));
      print(
          "%d rows: %.2f microseconds of processor time a row, %.2f of the line",
          GROWTH[size],
          median(runs.get(size), Measured::cpuSeconds) / GROWTH[size] * 1e6,
          median(runs.get(size), Measured::wallSeconds) / onLine(runs, GROWTH[size]));
    }
    deleteTree(work.resolve("growth"));
  }

  /** The wall time for a number of rows on the line through the fewest and the most. */
  private static double onLine(List<List<Measured>> runs, long rows) {
    int last = GROWTH.length - 1;
    double fewest = median(runs.get(0), Measured::wallSeconds);
    double most = median(runs.get(last), Measured::wallSeconds);
    return fewest + (most - fewest) * (rows - GROWTH[0]) / (GROWTH[last] - GROWTH[0]);
  }

  private void queries() throws IOException, InterruptedException {
    refresh(csv(FULL), "data");
    String data = work.resolve("data").toString();
    String output = work.resolve("export").toString();
    repeat("top", "top", "--data", data);
    repeat("show", "show", "433", "--data", data);
    repeat("export parquet", "export", "--format", "parquet", "--output", output, "--data", data);
    repeat("export csv", "export", "--format", "csv", "--output", output, "--data", data);
  }

  private void startUp() throws IOException, InterruptedException {
    repeat("--version", "--version");
    repeat("delta-v", "delta-v", "--a", "1.2", "--e", "0.2", "--i", "5");
  }

  private void repeat(String title, String... arguments) throws IOException, InterruptedException {
    List<Measured> runs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      runs.add(assay(arguments));
    }
    describe(title, runs);
  }

  private static void describe(String title, List<Measured> runs) {
    print(
        "%-28s wall %6.2f s (%.2f to %.2f), CPU %6.2f s, peak %4.0f MB, read %5.0f MB, written %4.0f MB",
        title,
        median(runs, Measured::wallSeconds),
        runs.stream().mapToDouble(Measured::wallSeconds).min().orElseThrow(),
        runs.stream().mapToDouble(Measured::wallSeconds).max().orElseThrow(),
        median(runs, Measured::cpuSeconds),
        median(runs, Measured::peakMegabytes),
        median(runs, Measured::readMegabytes),
        median(runs, Measured::writtenMegabytes));
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return median(runs.stream().map(figure::applyAsDouble).toList());
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(EndToEnd::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(String format, Object... figures) {
    say(String.format(Locale.ROOT, format, figures));
  }

  @SuppressWarnings("SystemOut") // this program's output
  private static void say(String line) {
    System.out.println(line);
  }
}
