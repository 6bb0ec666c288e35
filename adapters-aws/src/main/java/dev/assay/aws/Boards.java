package dev.assay.aws;

import dev.assay.domain.body.Designation;
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
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The boards of all rankings: for each ranking a directory in one item, and the boards in pages. A
 * body is on them with its designation, so that bodies of several layers can be compared.
 */
final class Boards {

  /** Bodies on a page, which makes it some 6 KB. */
  static final int PAGE = 256;

  /**
   * Earlier versions wrote other entries as "boards" and "board"; whoever looks here misses them.
   */
  private static final String DIRECTORY = "rankings";

  private static final String BOARD = "ranking";

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

  private static DynamoDb.Key directoryKey(Generation generation, Ranking ranking) {
    return new DynamoDb.Key(generation.partition(DIRECTORY), ranking.code());
  }

  private static DynamoDb.Key pageKey(Generation generation, Ranking ranking, int board, int page) {
    String partition = generation.partition(BOARD) + "#" + ranking.code() + "#" + board;
    return new DynamoDb.Key(partition, Items.ordered(page));
  }

  static void write(DataOutputStream out, Ranked body) throws IOException {
    out.writeDouble(body.rank());
    Packing.writeText(out, body.designation().value());
    out.writeDouble(body.deltaV());
    Packing.writeNumber(out, body.address().chunk());
    Packing.writeNumber(out, body.address().position());
  }

  static Ranked read(DataInputStream in) throws IOException {
    return new Ranked(
        in.readDouble(),
        new Designation(Packing.readText(in)),
        in.readDouble(),
        new Address(Packing.readNumber(in), Packing.readNumber(in)));
  }

  /** All boards of a ranking in one layer; empty if a version wrote them that knew no such. */
  static Optional<List<BoardEntry>> directory(Layer layer, Ranking ranking) {
    return layer
        .find(directoryKey(layer.generation(), ranking))
        .map(item -> Packing.unpack(Items.bytes(item), Boards::directory));
  }

  private static List<BoardEntry> directory(DataInputStream in) throws IOException {
    List<BoardEntry> entries = new ArrayList<>();
    int count = Packing.readNumber(in);
    for (int i = 0; i < count; i++) {
      entries.add(BoardEntry.readFrom(in, i));
    }
    return entries;
  }

  /** A page of a board. */
  static List<Ranked> page(Layer layer, Ranking ranking, int board, int page) {
    var item = layer.item(pageKey(layer.generation(), ranking, board, page));
    return Packing.unpack(Items.bytes(item), Boards::bodies);
  }

  private static List<Ranked> bodies(DataInputStream in) throws IOException {
    List<Ranked> bodies = new ArrayList<>();
    int count = Packing.readNumber(in);
    for (int i = 0; i < count; i++) {
      bodies.add(read(in));
    }
    return bodies;
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

    void add(CatalogueEntry entry, Address address) {
      Cell cell = Cell.of(entry);
      Designation designation = new Designation(entry.designation());
      double deltaV = deltaV(entry);
      boards.forEach(
          (ranking, cells) -> {
            Double rank = rank(entry, ranking);
            if (rank != null) {
              cells
                  .computeIfAbsent(cell, c -> new Board(depth))
                  .add(new Ranked(rank, designation, deltaV, address));
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
              DynamoDb.Key key = pageKey(generation, ranking, number, page);
              List<Ranked> some =
                  bodies.subList(page * PAGE, Math.min(bodies.size(), (page + 1) * PAGE));
              items.accept(Items.packed(key.partition(), key.sort(), pack(some)));
            }
          });
      DynamoDb.Key key = directoryKey(generation, ranking);
      items.accept(Items.packed(key.partition(), key.sort(), packDirectory(directory)));
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
