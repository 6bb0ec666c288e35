package dev.assay.aws;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.TopQuery.Ranking;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The boards of all rankings: for each ranking a directory in one item, and the boards in pages.
 */
final class Boards {

  /** Bodies on a page, which makes it some 6 KB. */
  static final int PAGE = 256;

  private static final Map<Ranking, CatalogueColumn> COLUMNS = columns();

  private Boards() {}

  private static Map<Ranking, CatalogueColumn> columns() {
    Map<Ranking, CatalogueColumn> columns = new EnumMap<>(Ranking.class);
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      for (Ranking ranking : Ranking.values()) {
        if (column.name().equals(ranking.column())) {
          columns.put(ranking, column);
        }
      }
    }
    return columns;
  }

  /** What a ranking orders by, the lowest best; null if the entry has no such number. */
  static @Nullable Double rank(CatalogueEntry entry, Ranking ranking) {
    CatalogueColumn column = COLUMNS.get(ranking);
    Double value = column == null ? null : (Double) column.value().apply(entry);
    if (value == null) {
      return null;
    }
    // Adding zero makes 0.0 of -0.0, which equals it but would be ordered before it.
    return (ranking.lowestFirst() ? value : -value) + 0.0;
  }

  static double deltaV(CatalogueEntry entry) {
    Double deltaV = entry.deltaVKmS();
    return deltaV == null ? Double.POSITIVE_INFINITY : deltaV;
  }

  static String directoryPartition(Generation generation) {
    return generation.partition("boards");
  }

  static DynamoDb.Key page(Generation generation, Ranking ranking, int board, int page) {
    String partition = generation.partition("board") + "#" + ranking.code() + "#" + board;
    return new DynamoDb.Key(partition, Items.ordered(page));
  }

  static void write(DataOutputStream out, Ranked body) throws IOException {
    out.writeDouble(body.rank());
    out.writeInt(body.ordinal());
    out.writeDouble(body.deltaV());
    Packing.writeNumber(out, body.address().chunk());
    Packing.writeNumber(out, body.address().position());
  }

  static Ranked read(DataInputStream in) throws IOException {
    return new Ranked(
        in.readDouble(),
        in.readInt(),
        in.readDouble(),
        new Address(Packing.readNumber(in), Packing.readNumber(in)));
  }

  static List<BoardEntry> directory(byte[] bytes) {
    return Packing.unpack(
        bytes,
        in -> {
          List<BoardEntry> entries = new ArrayList<>();
          int count = Packing.readNumber(in);
          for (int i = 0; i < count; i++) {
            entries.add(BoardEntry.readFrom(in, i));
          }
          return entries;
        });
  }

  static List<Ranked> bodies(byte[] page) {
    return Packing.unpack(
        page,
        in -> {
          List<Ranked> bodies = new ArrayList<>();
          int count = Packing.readNumber(in);
          for (int i = 0; i < count; i++) {
            bodies.add(read(in));
          }
          return bodies;
        });
  }

  /** Collects the best of every cell. */
  static final class Builder {

    private final int depth;
    private final Map<Ranking, Map<Cell, Board>> boards = new EnumMap<>(Ranking.class);

    Builder(int depth) {
      this.depth = depth;
      for (Ranking ranking : Ranking.values()) {
        boards.put(ranking, new LinkedHashMap<>());
      }
    }

    void add(CatalogueEntry entry, int ordinal, Address address) {
      Cell cell = Cell.of(entry);
      double deltaV = deltaV(entry);
      boards.forEach(
          (ranking, cells) -> {
            Double rank = rank(entry, ranking);
            if (rank != null) {
              cells
                  .computeIfAbsent(cell, c -> new Board(depth))
                  .add(new Ranked(rank, ordinal, deltaV, address));
            }
          });
    }

    /** Hands on everything to be written. */
    void items(Generation generation, Consumer<Map<String, AttributeValue>> items) {
      boards.forEach((ranking, cells) -> items(generation, ranking, cells, items));
    }

    private static void items(
        Generation generation,
        Ranking ranking,
        Map<Cell, Board> cells,
        Consumer<Map<String, AttributeValue>> items) {
      List<BoardEntry> directory = new ArrayList<>();
      cells.forEach(
          (cell, board) -> {
            int number = directory.size();
            List<Ranked> bodies = board.bestFirst();
            directory.add(
                new BoardEntry(
                    number,
                    cell,
                    bodies.get(0),
                    bodies.size(),
                    board.lowestDeltaV(),
                    board.leftOut(),
                    board.lowestDeltaVLeftOut()));
            for (int page = 0; page * PAGE < bodies.size(); page++) {
              DynamoDb.Key key = page(generation, ranking, number, page);
              List<Ranked> some =
                  bodies.subList(page * PAGE, Math.min(bodies.size(), (page + 1) * PAGE));
              items.accept(Items.packed(key.partition(), key.sort(), pack(some)));
            }
          });
      items.accept(
          Items.packed(directoryPartition(generation), ranking.code(), packDirectory(directory)));
    }

    private static byte[] pack(List<Ranked> bodies) {
      return Packing.pack(
          out -> {
            Packing.writeNumber(out, bodies.size());
            for (Ranked body : bodies) {
              write(out, body);
            }
          });
    }

    private static byte[] packDirectory(List<BoardEntry> directory) {
      return Packing.pack(
          out -> {
            Packing.writeNumber(out, directory.size());
            for (BoardEntry entry : directory) {
              entry.writeTo(out);
            }
          });
    }
  }
}
