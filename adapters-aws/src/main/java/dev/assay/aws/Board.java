package dev.assay.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The best bodies of one cell by one ranking, as many as a board holds. */
final class Board {

  /** The bodies a board holds: far more than anybody lists. */
  static final int DEPTH = 2_048;

  /**
   * The bodies a board of a layer holds, one page: few bodies change, so these reach as deep into
   * their cell as the boards of the base do.
   */
  static final int LAYER_DEPTH = Boards.PAGE;

  /** The worst first, to be thrown out. */
  private final PriorityQueue<Ranked> best = new PriorityQueue<>((a, b) -> b.compareTo(a));

  private double lowestDeltaV = Double.POSITIVE_INFINITY;
  private double lowestDeltaVLeftOut = Double.POSITIVE_INFINITY;
  private final int depth;
  private int leftOut;

  Board(int depth) {
    this.depth = depth;
  }

  void add(Ranked body) {
    lowestDeltaV = Math.min(lowestDeltaV, body.deltaV());
    if (best.size() < depth) {
      best.add(body);
      return;
    }
    @Nullable Ranked worst = best.peek();
    if (worst != null && body.compareTo(worst) < 0) {
      best.remove();
      best.add(body);
      leaveOut(worst);
    } else {
      leaveOut(body);
    }
  }

  private void leaveOut(Ranked body) {
    leftOut++;
    lowestDeltaVLeftOut = Math.min(lowestDeltaVLeftOut, body.deltaV());
  }

  List<Ranked> bestFirst() {
    List<Ranked> sorted = new ArrayList<>(best);
    sorted.sort(null);
    return sorted;
  }

  double lowestDeltaV() {
    return lowestDeltaV;
  }

  /** Bodies there was no room for. */
  int leftOut() {
    return leftOut;
  }

  double lowestDeltaVLeftOut() {
    return lowestDeltaVLeftOut;
  }
}
