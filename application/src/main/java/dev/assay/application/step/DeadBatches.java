package dev.assay.application.step;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.ChunkId;
import dev.assay.ports.GenerationId;
import dev.assay.ports.RunLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the batches of a run that are dead letters and not written. The dead-letter queue is asked,
 * not those who write: a writer may be refused everything, the queue may have set a message aside
 * by itself, and a letter that was sent again is no letter any more.
 */
final class DeadBatches {

  /** How many chunks and letters are looked at; a refresh of ten million bodies sends as many. */
  private static final int MOST = 10_000;

  private final BatchQueue<BodyBatch> batches;
  private final RunLedger ledger;

  DeadBatches(BatchQueue<BodyBatch> batches, RunLedger ledger) {
    this.batches = batches;
    this.ledger = ledger;
  }

  /**
   * What was found.
   *
   * @param count how many batches are dead, each counted once
   * @param firstReason why the first of them died; empty if none did
   */
  record Found(int count, String firstReason) {}

  Found of(GenerationId generation) {
    List<DeadLetter> letters = batches.deadLetters(MOST);
    if (letters.isEmpty()) {
      return new Found(0, "");
    }
    Set<Integer> unwritten = new HashSet<>(ledger.unwritten(generation, MOST));
    Set<Integer> dead = new HashSet<>();
    String firstReason = "";
    for (DeadLetter letter : letters) {
      Optional<ChunkId> chunk =
          ChunkId.parse(letter.reference())
              .filter(of -> of.generation().equals(generation))
              .filter(of -> unwritten.contains(of.number()));
      if (chunk.isPresent() && dead.add(chunk.get().number()) && dead.size() == 1) {
        firstReason = letter.reason();
      }
    }
    return new Found(dead.size(), firstReason);
  }
}
