package dev.assay.aws;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which generations rest on which, as the table of the state says at one moment. */
final class Lineage {

  private final Map<GenerationId, Generation> known = new LinkedHashMap<>();

  Lineage(Collection<Generation> generations) {
    generations.forEach(generation -> known.put(generation.id(), generation));
  }

  /** A generation and those it rests on, from itself down, as far as they exist. */
  List<Generation> from(GenerationId id) {
    List<Generation> found = new ArrayList<>();
    Optional<GenerationId> next = Optional.of(id);
    while (next.isPresent() && known.containsKey(next.get())) {
      Generation generation = known.get(next.get());
      found.add(generation);
      next = generation.base();
    }
    return found;
  }

  /**
   * Refuses what would take its base away from a generation; one that is being dropped has none.
   */
  void refuseBase(GenerationId id, String what) {
    for (Generation other : known.values()) {
      if (other.base().equals(Optional.of(id)) && other.state() != Generation.State.DROPPING) {
        throw PortException.permanent(
            "generation "
                + id
                + " is one that "
                + other.id()
                + " rests on, and cannot be "
                + what
                + "; drop that first");
      }
    }
  }

  /** All generations but some and those they rest on; none comes after one that it rests on. */
  List<GenerationId> allBut(Collection<GenerationId> kept) {
    Set<GenerationId> needed = new HashSet<>();
    kept.forEach(id -> from(id).forEach(generation -> needed.add(generation.id())));
    return known.keySet().stream()
        .filter(id -> !needed.contains(id))
        .sorted(Comparator.comparingInt((GenerationId id) -> from(id).size()).reversed())
        .toList();
  }
}
