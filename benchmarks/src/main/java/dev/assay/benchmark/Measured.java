package dev.assay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a process of its own took, from its start to its end. All but the wall time is read from
 * Linux's /proc while it runs, every 10 ms, and so may miss the last moment; it is 0 elsewhere.
 *
 * @param wallSeconds wall time
 * @param cpuSeconds processor time of all threads
 * @param peakMegabytes the most memory resident at once
 * @param readMegabytes what it asked the system to read, from files or their cache
 * @param writtenMegabytes what it asked the system to write
 */
record Measured(
    double wallSeconds,
    double cpuSeconds,
    double peakMegabytes,
    double readMegabytes,
    double writtenMegabytes) {

  private static final double MEGA = 1e6;
  private static final long LOOK_MILLIS = 10;

  static Measured run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("assay-benchmark", ".log");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Path proc = Path.of("/proc", String.valueOf(process.pid()));
    Measured last = new Measured(0, 0, 0, 0, 0);
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      last = last.updated(proc);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " failed: " + Files.readString(output));
    }
    Files.delete(output);
    return new Measured(
        wall, last.cpuSeconds, last.peakMegabytes, last.readMegabytes, last.writtenMegabytes);
  }

  private Measured updated(Path proc) {
    try {
      String io = Files.readString(proc.resolve("io"));
      String status = Files.readString(proc.resolve("status"));
      String stat = Files.readString(proc.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
      return new Measured(
          0,
          ticks / 100,
          Math.max(peakMegabytes, number(status, "VmHWM:") * 1024 / MEGA),
          number(io, "rchar:") / MEGA,
          number(io, "wchar:") / MEGA);
    } catch (IOException | IndexOutOfBoundsException ended) {
      return this;
    }
  }

  private static double number(String text, String key) {
    int at = text.indexOf(key);
    return at < 0
        ? 0
        : Double.parseDouble(text.substring(at + key.length()).strip().split("\\s+", 2)[0]);
  }
}
