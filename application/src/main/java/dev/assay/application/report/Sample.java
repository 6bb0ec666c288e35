package dev.assay.application.report;

import dev.assay.ports.CatalogueEntry;
import java.util.Comparator;
import java.util.List;

/**
 * Some bodies that stand for all in a chart: those whose designations have the smallest hashes, the
 * same in every run and whatever the order. Near-Earth bodies are few and matter most, so they have
 * a share of their own.
 */
final class Sample {

  /** The most points of each kind. */
  static final int EACH = 750;

  private static final Comparator<Point> BY_HASH =
      Comparator.<Point>comparingLong(point -> hash(point.designation()))
          .thenComparing(Point::designation);

  private final Best<Point> near = new Best<>(EACH, BY_HASH);
  private final Best<Point> others = new Best<>(EACH, BY_HASH);

  /** One body in the chart. */
  record Point(String designation, String name, double x, double y) {}

  void add(CatalogueEntry entry) {
    Double accessibility = entry.accessibility();
    Double value = entry.valueUsd();
    // A logarithmic axis has no place for 0.
    if (accessibility != null && value != null && value > 0) {
      Point point = new Point(entry.designation(), entry.fullName().strip(), accessibility, value);
      (Boolean.TRUE.equals(entry.neo()) ? near : others).add(point);
    }
  }

  List<Point> near() {
    return near.inOrder();
  }

  List<Point> others() {
    return others.inOrder();
  }

  /** FNV-1a, with its bits mixed so that neighbours lie apart. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
