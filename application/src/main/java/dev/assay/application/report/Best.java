package dev.assay.application.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best few of many. The order must tell all apart, so that the result is the same. */
final class Best<T> {

  private final int most;
  private final Comparator<T> order;
  private final PriorityQueue<T> worstFirst;

  /**
   * Keeps some.
   *
   * @param most how many
   * @param order the best first
   */
  Best(int most, Comparator<T> order) {
    this.most = most;
    this.order = order;
    this.worstFirst = new PriorityQueue<>(order.reversed());
  }

  void add(T candidate) {
    if (worstFirst.size() < most) {
      worstFirst.add(candidate);
      return;
    }
    T worst = worstFirst.peek();
    if (worst != null && order.compare(candidate, worst) < 0) {
      worstFirst.poll();
      worstFirst.add(candidate);
    }
  }

  List<T> inOrder() {
    List<T> all = new ArrayList<>(worstFirst);
    all.sort(order);
    return all;
  }
}
