package dev.assay.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of numbers between edges, of near-Earth bodies and of the others; what lies below the
 * first edge and above the last has bins of its own. Not thread-safe.
 */
final class Histogram {

  private final double[] edges;
  private final DoubleFunction<String> name;
  private final long[] near;
  private final long[] others;
  private long unknown;

  private Histogram(double[] edges, DoubleFunction<String> name) {
    this.edges = edges;
    this.name = name;
    this.near = new long[edges.length + 1];
    this.others = new long[edges.length + 1];
  }

  /** Edges from low to high, equally far apart. */
  static Histogram linear(double low, double high, double width) {
    long count = Math.round((high - low) / width);
    return new Histogram(
        DoubleStream.iterate(low, edge -> edge + width).limit(count + 1).toArray(), Figures::plain);
  }

  /** Edges from one power of ten to another. */
  static Histogram decades(int low, int high) {
    return new Histogram(
        DoubleStream.iterate(low, edge -> edge + 1)
            .limit(high - low + 1L)
            .map(exponent -> Math.pow(10, exponent))
            .toArray(),
        Figures::power);
  }

  /** One bin with its counts. */
  record Bin(String range, long near, long others) {}

  void add(@Nullable Double value, boolean nearEarth) {
    if (value == null) {
      unknown++;
      return;
    }
    (nearEarth ? near : others)[bin(value)]++;
  }

  int bin(double value) {
    int bin = 0;
    while (bin < edges.length && value >= edges[bin]) {
      bin++;
    }
    return bin;
  }

  int size() {
    return edges.length + 1;
  }

  String range(int bin) {
    if (bin == 0) {
      return "below " + name.apply(edges[0]);
    }
    return bin == edges.length
        ? name.apply(edges[bin - 1]) + " or more"
        : name.apply(edges[bin - 1]) + " to " + name.apply(edges[bin]);
  }

  /** Bodies without the number. */
  long unknown() {
    return unknown;
  }

  /** The bins from the first that holds something to the last. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < size(); bin++) {
      bins.add(new Bin(range(bin), near[bin], others[bin]));
    }
    while (!bins.isEmpty() && isEmpty(bins.get(0))) {
      bins.remove(0);
    }
    while (!bins.isEmpty() && isEmpty(bins.get(bins.size() - 1))) {
      bins.remove(bins.size() - 1);
    }
    return bins;
  }

  private static boolean isEmpty(Bin bin) {
    return bin.near == 0 && bin.others == 0;
  }
}
