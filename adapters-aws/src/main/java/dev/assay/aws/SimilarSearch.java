package dev.assay.aws;

import dev.assay.domain.body.Designation;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds bodies whose name or designation resembles a text, by looking through the rosters. */
final class SimilarSearch {

  /** The same bar as that of the local catalogue. */
  private static final double RESEMBLING = 0.8;

  private final Layers layers;
  private final String wanted;
  private final int limit;
  private final PriorityQueue<Resembling> best = new PriorityQueue<>(Comparator.reverseOrder());

  /**
   * Prepares to look.
   *
   * @param wanted what is looked for, folded
   * @param limit the most bodies wanted
   */
  SimilarSearch(Layers layers, String wanted, int limit) {
    this.layers = layers;
    this.wanted = wanted;
    this.limit = limit;
  }

  /** A body and how unlike it is; the most alike first, equals in designation order. */
  private record Resembling(double unlikeness, Designation designation)
      implements Comparable<Resembling> {

    private static final Comparator<Resembling> ORDER =
        Comparator.comparingDouble(Resembling::unlikeness).thenComparing(Resembling::designation);

    @Override
    public int compareTo(Resembling other) {
      return ORDER.compare(this, other);
    }
  }

  /** The most similar bodies, best first. */
  List<Designation> find() {
    layers.forEachMember(this::consider);
    return best.stream().sorted().map(Resembling::designation).toList();
  }

  private void consider(Roster.Member member, int layer) {
    double likeness = likeness(member);
    if (likeness < RESEMBLING || layers.isHidden(layer, member.designation())) {
      return;
    }
    best.add(new Resembling(-likeness, member.designation()));
    if (best.size() > limit) {
      best.remove();
    }
  }

  private double likeness(Roster.Member member) {
    String name = member.name();
    double byName = name == null ? 0 : JaroWinkler.similarity(Callings.fold(name), wanted);
    String designation = Callings.fold(member.designation().value());
    return Math.max(byName, JaroWinkler.similarity(designation, wanted));
  }
}
