package dev.assay.aws;

/**
 * Where a row lies.
 *
 * @param chunk number of its chunk
 * @param position its place in the sorted rows of the chunk, from 0
 */
record Address(int chunk, int position) {

  int group() {
    return position / ChunkRun.GROUP;
  }

  int inGroup() {
    return position % ChunkRun.GROUP;
  }
}
