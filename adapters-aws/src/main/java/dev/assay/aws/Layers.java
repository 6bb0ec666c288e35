package dev.assay.aws;

import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * A generation as its readers see it: its own table over that of its base, and so on down. What a
 * layer hides is not seen of any layer below it. Layers are counted from the highest, 0.
 */
final class Layers {

  private final DynamoDb db;
  private final List<Layer> layers;

  /**
   * Puts tables over each other.
   *
   * @param layers one or more, the highest first; the last has no base
   */
  Layers(DynamoDb db, List<Layer> layers) {
    this.db = db;
    this.layers = List.copyOf(layers);
  }

  /** All of them, the highest first. */
  List<Layer> all() {
    return layers;
  }

  List<Layer> lowestFirst() {
    List<Layer> reversed = new ArrayList<>(layers);
    Collections.reverse(reversed);
    return reversed;
  }

  /** Whether a body of a layer is hidden by a higher one. */
  boolean isHidden(int layer, Designation designation) {
    return layer > 0 && isHidden(layer, BodyKeys.key(designation.value()));
  }

  private boolean isHidden(int layer, long key) {
    for (Layer higher : layers.subList(0, layer)) {
      if (higher.hidden().contains(key)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a row of a layer is seen. A row about a body that the layer itself does not hide came
   * to nothing when it was sealed: the body is as in the base.
   */
  private boolean isSeen(int layer, CatalogueRow row) {
    if (layers.size() == 1) {
      return true;
    }
    long key = BodyKeys.key(row.entry().designation());
    return !isHidden(layer, key)
        && (layers.get(layer).isLowest() || layers.get(layer).hidden().contains(key));
  }

  /** Hands out every body in designation order, streaming. */
  void forEach(Consumer<CatalogueEntry> consumer) {
    List<RunMerge.Source> sources = layers.stream().map(Layer::source).toList();
    new RunMerge(db, sources, this::isSeen)
        .run(
            new RunMerge.Sink() {
              @Override
              public void keep(CatalogueRow row, Address address) {
                consumer.accept(row.entry());
              }

              @Override
              public void supersede(CatalogueRow row) {
                // Settled when the generation was sealed.
              }
            });
  }

  /** How many bodies it holds. */
  long rows() {
    return layers.get(0).generation().contents().sealed().rows();
  }

  /** How many of some bodies it holds; looks through the rosters. */
  long countOf(BodyKeys bodies) {
    long[] count = {0};
    forEachMember(
        (member, layer) -> {
          if (bodies.contains(member.designation()) && !isHidden(layer, member.designation())) {
            count[0]++;
          }
        });
    return count[0];
  }

  /** Hands out the rosters of all layers, each member with its layer, be it hidden or not. */
  void forEachMember(ObjIntConsumer<Roster.Member> consumer) {
    for (int i = 0; i < layers.size(); i++) {
      int layer = i;
      layers.get(i).forEachMember(member -> consumer.accept(member, layer));
    }
  }
}
