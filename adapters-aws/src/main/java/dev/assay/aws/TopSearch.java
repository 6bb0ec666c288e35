package dev.assay.aws;

import dev.assay.ports.PortException;
import dev.assay.ports.TopQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds the best bodies by merging the boards whose cells a query wants, reading no more pages than
 * it takes. The answer is exact or not given: where a board runs out that does not hold its whole
 * cell, whatever comes next is not known.
 */
final class TopSearch {

  private final DynamoDb db;
  private final String table;
  private final Generation generation;

  TopSearch(DynamoDb db, String table, Generation generation) {
    this.db = db;
    this.table = table;
    this.generation = generation;
  }

  /** A board that is read from its best on. */
  private final class Cursor implements Comparable<Cursor> {
    private final BoardEntry board;
    private final TopQuery query;
    private List<Ranked> page = List.of();
    private int taken;
    private Ranked next;

    Cursor(BoardEntry board, TopQuery query) {
      this.board = board;
      this.query = query;
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
        page = read(Boards.page(generation, query.by(), board.number(), taken / Boards.PAGE));
      }
      next = page.get(taken % Boards.PAGE);
      return true;
    }
  }

  private List<Ranked> read(DynamoDb.Key key) {
    return Boards.bodies(bytes(key));
  }

  private byte[] bytes(DynamoDb.Key key) {
    return db.get(table, key.partition(), key.sort())
        .map(Items::bytes)
        .orElseThrow(
            () ->
                PortException.permanent(
                    "generation " + generation.id() + " was dropped while it was read"));
  }

  /** Where the best bodies lie, best first; empty if the boards do not reach far enough. */
  Optional<List<Address>> find(TopQuery query) {
    PriorityQueue<Cursor> cursors = new PriorityQueue<>();
    for (BoardEntry board : directory(query)) {
      if (board.isWanted(query)) {
        cursors.add(new Cursor(board, query));
      }
    }
    List<Address> found = new ArrayList<>();
    while (!cursors.isEmpty() && found.size() < query.limit()) {
      Cursor cursor = cursors.remove();
      if (BoardEntry.passes(query, cursor.next.deltaV())) {
        found.add(cursor.next.address());
      }
      if (cursor.advance()) {
        cursors.add(cursor);
      } else if (cursor.board.mayLack(query) && found.size() < query.limit()) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private List<BoardEntry> directory(TopQuery query) {
    return Boards.directory(
        bytes(new DynamoDb.Key(Boards.directoryPartition(generation), query.by().code())));
  }
}
