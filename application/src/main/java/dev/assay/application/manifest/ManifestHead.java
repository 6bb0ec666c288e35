package dev.assay.application.manifest;

import dev.assay.ports.ContentHash;
import dev.assay.ports.GenerationId;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest of a generation is about. It is written last, when the generation is sealed, so
 * a manifest that has one is whole.
 *
 * @param format version of the manifest's form
 * @param columns which columns the content hashes are about, as {@link ContentHash#COLUMNS}
 * @param model name of the valuation model
 * @param parts number of its parts
 * @param rows rows in all of them; several may be about one body
 * @param bodies bodies of the generation
 * @param written bodies that were put into the generation; the others are those of its base
 * @param base the generation it rests on; null if it was loaded in full
 * @param layers generations it rests on, by way of its base
 * @param changed bodies that changed, came or went since the last generation loaded in full
 */
public record ManifestHead(
    int format,
    long columns,
    String model,
    int parts,
    long rows,
    long bodies,
    long written,
    @Nullable String base,
    int layers,
    long changed) {

  /** The form that this version writes, and the only one it reads. */
  static final int FORMAT = 1;

  /**
   * The head of a generation that was loaded in full.
   *
   * @param model name of the valuation model
   * @param parts number of its parts
   * @param rows rows in all of them
   * @param bodies bodies of the generation
   * @return the head
   */
  public static ManifestHead full(String model, int parts, long rows, long bodies) {
    return new ManifestHead(
        FORMAT, ContentHash.COLUMNS, model, parts, rows, bodies, bodies, null, 0, 0);
  }

  /**
   * The head of a generation that rests on this one's.
   *
   * @param base the name of this one's
   * @param rows rows in all parts of the new one
   * @param parts number of its parts
   * @param changes how it differs
   * @return the head
   */
  public ManifestHead layer(GenerationId base, int parts, long rows, Changes changes) {
    return new ManifestHead(
        FORMAT,
        ContentHash.COLUMNS,
        model,
        parts,
        rows,
        changes.bodies(),
        changes.written(),
        base.value(),
        layers + 1,
        changed + changes.written() + changes.gone().size());
  }

  boolean isReadable() {
    return format == FORMAT && parts >= 0 && rows >= 0;
  }
}
