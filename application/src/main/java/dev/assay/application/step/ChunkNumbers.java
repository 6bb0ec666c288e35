package dev.assay.application.step;

import dev.assay.ports.PortException;

/**
 * Numbers the chunks of a run so that every part has a range of its own: a part that is parsed
 * again, or at the same time as others, gives its chunks the numbers they had before.
 */
final class ChunkNumbers {

  /** With the default of 2048 rows in a chunk, a part may have 67 million rows. */
  static final int CHUNKS_OF_A_PART = 1 << 15;

  static final int MOST_PARTS = Integer.MAX_VALUE / CHUNKS_OF_A_PART + 1;

  private final String name;
  private final int first;
  private int given;

  /**
   * The numbers of one part.
   *
   * @param part its number, from 0
   * @param name what to call it in messages
   */
  ChunkNumbers(int part, String name) {
    if (part >= MOST_PARTS) {
      throw PortException.permanent(
          name + " is part " + part + ", but at most " + MOST_PARTS + " can be loaded at once");
    }
    this.name = name;
    this.first = part * CHUNKS_OF_A_PART;
  }

  int next() {
    if (given == CHUNKS_OF_A_PART) {
      throw PortException.permanent(
          name + " has more than " + CHUNKS_OF_A_PART + " batches; divide it into several tables");
    }
    return first + given++;
  }
}
