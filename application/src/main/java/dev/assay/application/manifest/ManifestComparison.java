package dev.assay.application.manifest;

import dev.assay.ports.BodyKeys;
import dev.assay.ports.GenerationId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Compares two manifests body by body. Each pass takes the bodies of a range of keys, so that what
 * is in memory does not grow with the catalogue.
 */
public final class ManifestComparison {

  /** Rows of both manifests: some 40 MB in memory, three passes for 1.45 million bodies. */
  private static final int ROWS_OF_A_PASS = 1 << 20;

  private final Manifests manifests;
  private final int rowsOfAPass;

  private final LongStream.Builder gone = LongStream.builder();
  private final LongStream.Builder unchanged = LongStream.builder();
  private final Map<Integer, Long> superseded = new HashMap<>();
  private long bodies;
  private long written;
  private long sent;

  private ManifestComparison(Manifests manifests, int rowsOfAPass) {
    this.manifests = manifests;
    this.rowsOfAPass = rowsOfAPass;
  }

  /**
   * A manifest that is compared.
   *
   * @param generation whose
   * @param parts number of its parts
   * @param rows rows in all of them
   */
  public record Side(GenerationId generation, int parts, long rows) {}

  /**
   * Compares.
   *
   * @param manifests where both are
   * @param base the earlier
   * @param now the later
   * @return how the later differs
   */
  public static Changes compare(Manifests manifests, Side base, Side now) {
    return compare(manifests, base, now, ROWS_OF_A_PASS);
  }

  static Changes compare(Manifests manifests, Side base, Side now, int rowsOfAPass) {
    return new ManifestComparison(manifests, rowsOfAPass).compare(base, now);
  }

  private Changes compare(Side base, Side now) {
    int passes = Math.toIntExact((base.rows() + now.rows()) / rowsOfAPass + 1);
    for (int pass = 0; pass < passes; pass++) {
      pass(base, now, pass, passes);
    }
    return new Changes(
        bodies,
        written,
        BodyKeys.of(gone.build()),
        BodyKeys.of(unchanged.build()),
        sent,
        superseded);
  }

  private void pass(Side base, Side now, int pass, int passes) {
    ComparedBodies compared = new ComparedBodies(mostBodies(base, now, passes));
    manifests.read(
        base.generation(),
        base.parts(),
        (part, key, content) -> {
          if (passOf(key, passes) == pass) {
            compared.was(key, content);
          }
        });
    manifests.read(
        now.generation(),
        now.parts(),
        (part, key, content) -> {
          if (passOf(key, passes) == pass) {
            compared.is(part, key, content);
          }
        });
    add(compared);
  }

  /** Keys are spread evenly, but not exactly so. */
  private static int mostBodies(Side base, Side now, int passes) {
    long rows = base.rows() + now.rows();
    return Math.toIntExact(Math.min(rows, rows / passes * 11 / 10 + 1000));
  }

  /** The lower half of the key tells; the upper one is for the place in memory. */
  private static int passOf(long key, int passes) {
    return (int) (((key & 0xFFFF_FFFFL) * passes) >>> 32);
  }

  private void add(ComparedBodies compared) {
    compared.gone().forEach(gone::add);
    compared.unchangedThoughSent().forEach(unchanged::add);
    compared.superseded().forEach((part, rows) -> superseded.merge(part, rows, Long::sum));
    bodies += compared.bodies();
    written += compared.written();
    sent += compared.sent();
  }
}
