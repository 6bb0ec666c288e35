package dev.assay.aws;

import dev.assay.ports.PlanetColumn;
import dev.assay.ports.PlanetEntry;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The planets of a generation as they lie in its table: the heaviest first, in pages of some 40 KB
 * that name their columns. A set of planets is told from another by its checksum, so that one that
 * replaces it does not mix with it.
 */
final class PlanetPages {

  private static final String KIND = "planets";
  private static final int PAGE = 512;

  private static final ColumnCodec<PlanetEntry> PLANETS =
      new ColumnCodec<>(
          PlanetColumn.ALL.stream()
              .map(
                  c ->
                      new ColumnCodec.Column<PlanetEntry>(
                          c.name(), c.type(), entry -> c.value().apply(entry)))
              .toList(),
          PlanetColumn::entry);

  private final String set;
  private final List<byte[]> pages;

  private PlanetPages(String set, List<byte[]> pages) {
    this.set = set;
    this.pages = pages;
  }

  static PlanetPages of(List<PlanetEntry> planets) {
    List<PlanetEntry> sorted = planets.stream().sorted(PlanetEntry.HEAVIEST_FIRST).toList();
    List<byte[]> pages = new ArrayList<>();
    CRC32 checksum = new CRC32();
    for (int from = 0; from < sorted.size(); from += PAGE) {
      byte[] page = pack(sorted.subList(from, Math.min(sorted.size(), from + PAGE)));
      checksum.update(page);
      pages.add(page);
    }
    return new PlanetPages(Long.toHexString(checksum.getValue()), pages);
  }

  private static byte[] pack(List<PlanetEntry> planets) {
    return Packing.pack(
        out -> {
          Packing.writeNumber(out, PLANETS.columns().size());
          for (String column : PLANETS.columns()) {
            Packing.writeText(out, column);
          }
          Packing.writeNumber(out, planets.size());
          PLANETS.write(out, planets);
        });
  }

  /** The name of this set. */
  String set() {
    return set;
  }

  List<Map<String, AttributeValue>> items(Generation generation) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      items.add(Items.packed(partition(generation, set), Items.ordered(i), pages.get(i)));
    }
    return items;
  }

  /** Where the planets of a set lie. */
  static String partition(Generation generation, String set) {
    return generation.partition(KIND) + "#" + set;
  }

  static List<PlanetEntry> planets(Map<String, AttributeValue> page) {
    try {
      return Packing.unpack(Items.bytes(page), PlanetPages::planets);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw RowCodec.unreadable(e);
    }
  }

  private static List<PlanetEntry> planets(DataInputStream in) throws IOException {
    List<String> written = new ArrayList<>();
    int columns = Packing.readNumber(in);
    for (int i = 0; i < columns; i++) {
      written.add(Packing.readText(in));
    }
    return PLANETS.read(in, written, Packing.readNumber(in));
  }
}
