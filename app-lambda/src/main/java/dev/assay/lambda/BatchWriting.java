package dev.assay.lambda;

import dev.assay.application.step.WriteBatch;
import dev.assay.application.workflow.FailureKind;
import dev.assay.lambda.JsonLines.Level;
import dev.assay.lambda.JsonLines.Metric;
import dev.assay.lambda.SqsEvent.Message;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What becomes of a message with a batch: it is written; or it comes again after a failure that may
 * pass; or it is put on the dead-letter queue with the reason. Where only capacity or time was
 * wanting, that does not count as one of its attempts. A batch of a run that has ended is let go:
 * its generation is gone, and nobody waits for it.
 */
final class BatchWriting {

  private static final String STEP = "WRITE_TO_DYNAMO";

  /**
   * A message is begun only if half a minute is left; the deadline already holds back the margin.
   */
  private static final Duration LEAST_TIME = Duration.ofSeconds(30).minus(WriteAssembly.MARGIN);

  private final WriteAssembly assembly;
  private final WriteBatch writeBatch;
  private final Redelivery redelivery;

  BatchWriting(WriteAssembly assembly) {
    this.assembly = assembly;
    this.writeBatch = new WriteBatch(assembly.catalogue(), assembly.ledger());
    this.redelivery =
        new Redelivery(assembly.queue(), assembly.delays(), assembly.deadline(), assembly.lines());
  }

  /** Works on a message; false if the answer has to name it, so that it is not deleted. */
  boolean write(Message message) {
    long begun = assembly.clock().millis();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("messageId", message.messageId());
    fields.put("attempt", message.attempt());
    fields.put("returns", message.returns());
    if (assembly.deadline().left().compareTo(LEAST_TIME) < 0) {
      return redelivery.uncounted(message, "too little time was left to begin it", fields);
    }
    BodyBatch batch;
    try {
      batch = assembly.queue().decode(message.body());
    } catch (IllegalArgumentException e) {
      return buryUnreadable(message, fields, String.valueOf(e.getMessage()));
    }
    fields.put("run", batch.generation().value());
    fields.put("chunk", batch.chunk());
    try {
      writeBatch.write(batch);
    } catch (RuntimeException e) {
      return failed(message, batch, fields, e);
    }
    long rows = batch.table().size();
    assembly.lines().metrics(STEP, fields, Map.of(Metric.RowsWritten, rows));
    fields.put("rows", rows);
    fields.put("bytes", message.body().length());
    fields.put("millis", assembly.clock().millis() - begun);
    assembly.lines().log(Level.INFO, "chunk written", fields);
    return true;
  }

  private boolean buryUnreadable(Message message, Map<String, Object> fields, String reason) {
    refused(reason, fields);
    try {
      assembly.queue().buryUnreadable(message.receiptHandle(), message.body(), reason);
      return true;
    } catch (RuntimeException e) {
      return keep(message, fields, e);
    }
  }

  private boolean failed(
      Message message, BodyBatch batch, Map<String, Object> fields, RuntimeException failure) {
    String reason = String.valueOf(failure.getMessage());
    boolean hasAttempts = message.attempt() < assembly.attempts();
    if (FailureKind.of(failure) == FailureKind.TRANSIENT
        && (hasAttempts || isReturnable(message, failure))) {
      return again(message, fields, failure);
    }
    try {
      if (isOver(batch)) {
        assembly.lines().log(Level.WARN, "let go, its run has ended: " + reason, fields);
        return true;
      }
      refused(reason, fields);
      // As if it had been tried as often as allowed: repeating does not help.
      int last = Math.max(message.attempt(), assembly.attempts());
      assembly.queue().retry(new Delivery<>(batch, message.receiptHandle(), last), reason);
      return true;
    } catch (RuntimeException e) {
      return keep(message, fields, e);
    }
  }

  private static boolean isReturnable(Message message, RuntimeException failure) {
    return failure instanceof PortException trouble
        && trouble.isBusy()
        && Redelivery.mayReturn(message);
  }

  private boolean again(Message message, Map<String, Object> fields, RuntimeException failure) {
    String reason = String.valueOf(failure.getMessage());
    return isReturnable(message, failure)
        ? redelivery.uncounted(message, reason, fields)
        : redelivery.counted(message, reason, fields);
  }

  /** Not even setting it aside was possible. */
  private boolean keep(Message message, Map<String, Object> fields, RuntimeException trouble) {
    assembly.lines().log(Level.ERROR, "stays on the queue: " + trouble.getMessage(), fields);
    return again(message, fields, trouble);
  }

  private boolean isOver(BodyBatch batch) {
    return !assembly.catalogue().generations().contains(batch.generation());
  }

  private void refused(String reason, Map<String, Object> fields) {
    assembly.lines().log(Level.ERROR, "put on the dead-letter queue: " + reason, fields);
  }
}
