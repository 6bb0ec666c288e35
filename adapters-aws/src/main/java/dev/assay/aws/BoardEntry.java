package dev.assay.aws;

import dev.assay.ports.TopQuery;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the directory of a ranking says of one board, without reading its pages.
 *
 * @param number of the board within its ranking
 * @param cell whose bodies it ranks
 * @param first the best of them
 * @param size how many it holds
 * @param lowestDeltaV the lowest delta-v of the cell (km/s)
 * @param leftOut how many bodies of the cell it does not hold
 * @param lowestDeltaVLeftOut the lowest delta-v of those (km/s)
 */
record BoardEntry(
    int number,
    Cell cell,
    Ranked first,
    int size,
    double lowestDeltaV,
    int leftOut,
    double lowestDeltaVLeftOut) {

  private static final int UNKNOWN = 2;

  boolean isWanted(TopQuery query) {
    return cell.isWanted(query) && passes(query, lowestDeltaV);
  }

  /** Whether bodies that the query wants may be among those left out. */
  boolean mayLack(TopQuery query) {
    return leftOut > 0 && passes(query, lowestDeltaVLeftOut);
  }

  static boolean passes(TopQuery query, double deltaV) {
    Double most = query.maxDeltaVKmS();
    return most == null || (deltaV <= most && deltaV < Double.POSITIVE_INFINITY);
  }

  void writeTo(DataOutputStream out) throws IOException {
    Packing.writeText(out, cell.orbitClass());
    Boolean neo = cell.neo();
    out.writeByte(neo == null ? UNKNOWN : neo ? 1 : 0);
    out.writeBoolean(cell.spectralClass() != null);
    Packing.writeText(out, cell.spectralClass() == null ? "" : cell.spectralClass());
    Boards.write(out, first);
    Packing.writeNumber(out, size);
    out.writeDouble(lowestDeltaV);
    Packing.writeNumber(out, leftOut);
    out.writeDouble(lowestDeltaVLeftOut);
  }

  static BoardEntry readFrom(DataInputStream in, int number) throws IOException {
    String orbitClass = Packing.readText(in);
    int neo = in.readByte();
    boolean classified = in.readBoolean();
    String spectralClass = Packing.readText(in);
    Cell cell = new Cell(orbitClass, neo(neo), classified ? spectralClass : null);
    return new BoardEntry(
        number,
        cell,
        Boards.read(in),
        Packing.readNumber(in),
        in.readDouble(),
        Packing.readNumber(in),
        in.readDouble());
  }

  private static @Nullable Boolean neo(int code) {
    return code == UNKNOWN ? null : (Boolean) (code == 1);
  }
}
