package dev.assay.lambda;

import dev.assay.application.step.WriteBatch;
import dev.assay.application.workflow.FailureKind;
import dev.assay.lambda.JsonLines.Level;
import dev.assay.lambda.JsonLines.Metric;
import dev.assay.lambda.SqsEvent.Message;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What becomes of a message with a batch: it is written; or it comes again after a failure that may
 * pass; or it is put on the dead-letter queue with the reason. A batch of a run that has ended is
 * let go: its generation is gone, and nobody waits for it.
 */
final class BatchWriting {

  private static final String STEP = "WRITE_TO_DYNAMO";

  private final WriteAssembly assembly;
  private final WriteBatch writeBatch;

  BatchWriting(WriteAssembly assembly) {
    this.assembly = assembly;
    this.writeBatch = new WriteBatch(assembly.catalogue(), assembly.ledger());
  }

  /** Works on a message; false if it is to come again. */
  boolean write(Message message) {
    long begun = assembly.clock().millis();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("messageId", message.messageId());
    fields.put("attempt", message.attempt());
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
      return failed(new Delivery<>(batch, message.receiptHandle(), message.attempt()), fields, e);
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
      return keep(e, fields);
    }
  }

  private boolean failed(
      Delivery<BodyBatch> delivery, Map<String, Object> fields, RuntimeException failure) {
    String reason = String.valueOf(failure.getMessage());
    if (FailureKind.of(failure) == FailureKind.TRANSIENT
        && delivery.attempt() < assembly.attempts()) {
      assembly.lines().log(Level.WARN, "will be tried again: " + reason, fields);
      return false;
    }
    try {
      if (isOver(delivery.message())) {
        assembly.lines().log(Level.WARN, "let go, its run has ended: " + reason, fields);
        return true;
      }
      refused(reason, fields);
      assembly.queue().retry(last(delivery), reason);
      return true;
    } catch (RuntimeException e) {
      return keep(e, fields);
    }
  }

  /** As if it had been tried as often as allowed: repeating does not help. */
  private Delivery<BodyBatch> last(Delivery<BodyBatch> delivery) {
    int attempt = Math.max(delivery.attempt(), assembly.attempts());
    return new Delivery<>(delivery.message(), delivery.receipt(), attempt);
  }

  private boolean isOver(BodyBatch batch) {
    return !assembly.catalogue().generations().contains(batch.generation());
  }

  private void refused(String reason, Map<String, Object> fields) {
    assembly.lines().log(Level.ERROR, "put on the dead-letter queue: " + reason, fields);
  }

  /** Not even that was possible: SQS keeps the message and hands it out again. */
  private boolean keep(RuntimeException trouble, Map<String, Object> fields) {
    assembly.lines().log(Level.ERROR, "stays on the queue: " + trouble.getMessage(), fields);
    return false;
  }
}
