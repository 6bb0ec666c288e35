package dev.assay.aws;

import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.TopQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds the best bodies by merging the boards of all layers whose cells a query wants, reading no
 * more pages than it takes and passing over what higher layers hide. The answer is exact or not
 * given: where a board runs out that does not hold its whole cell, whatever comes next is not
 * known.
 */
final class TopSearch {

  private final Layers layers;
  private final TopQuery query;

  TopSearch(Layers layers, TopQuery query) {
    this.layers = layers;
    this.query = query;
  }

  /** A board that is read from its best on. */
  private final class Cursor implements Comparable<Cursor> {
    private final int layer;
    private final BoardEntry board;
    private List<Ranked> page = List.of();
    private int taken;
    private Ranked next;

    Cursor(int layer, BoardEntry board) {
      this.layer = layer;
      this.board = board;
      this.next = board.first();
    }

    @Override
    public int compareTo(Cursor other) {
      return next.compareTo(other.next);
    }

    /** Goes to the next body; false at the end of the board. */
    boolean advance() {
      taken++;
      if (taken == board.size()) {
        return false;
      }
      if (page.isEmpty() || taken % Boards.PAGE == 0) {
        Layer read = layers.all().get(layer);
        page = Boards.page(read, query.by(), board.number(), taken / Boards.PAGE);
      }
      next = page.get(taken % Boards.PAGE);
      return true;
    }

    boolean isWanted() {
      return BoardEntry.passes(query, next.deltaV()) && !layers.isHidden(layer, next.designation());
    }

    Place place() {
      return new Place(layer, next.address());
    }
  }

  /** Where a body was found. */
  private record Place(int layer, Address address) {}

  /** The best bodies, best first; empty if the boards do not reach far enough. */
  Optional<List<CatalogueEntry>> find() {
    PriorityQueue<Cursor> cursors = new PriorityQueue<>();
    for (int layer = 0; layer < layers.all().size(); layer++) {
      Optional<List<BoardEntry>> boards = Boards.directory(layers.all().get(layer), query.by());
      if (boards.isEmpty()) {
        return Optional.empty();
      }
      for (BoardEntry board : boards.get()) {
        if (board.isWanted(query)) {
          cursors.add(new Cursor(layer, board));
        }
      }
    }
    return merge(cursors).map(this::entries);
  }

  private Optional<List<Place>> merge(PriorityQueue<Cursor> cursors) {
    List<Place> found = new ArrayList<>();
    while (!cursors.isEmpty() && found.size() < query.limit()) {
      Cursor cursor = cursors.remove();
      if (cursor.isWanted()) {
        found.add(cursor.place());
      }
      if (cursor.advance()) {
        cursors.add(cursor);
      } else if (cursor.board.mayLack(query) && found.size() < query.limit()) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** Fetches the bodies layer by layer and puts them into their order again. */
  private List<CatalogueEntry> entries(List<Place> places) {
    List<CatalogueEntry> entries = new ArrayList<>(places.size());
    List<Iterator<CatalogueEntry>> found = new ArrayList<>();
    for (int i = 0; i < layers.all().size(); i++) {
      int layer = i;
      List<Address> addresses =
          places.stream().filter(p -> p.layer() == layer).map(Place::address).toList();
      found.add(new LayerRows(layers.all().get(layer)).at(addresses).iterator());
    }
    for (Place place : places) {
      entries.add(found.get(place.layer()).next());
    }
    return entries;
  }
}
