package dev.assay.local;

import dev.assay.local.RecordFile.DamagedRecordException;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.MessageCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes messages from the files of a queue, and what becomes of those that fail. */
final class MessageWork<M> {

  private static final String SUMMARY = "summary";
  private static final String REFERENCE = "reference";

  private final MessageFiles files;
  private final DeadLetterFolder deadLetters;
  private final MessageCodec<M> codec;
  private final int attempts;
  private final Duration workTime;

  MessageWork(
      MessageFiles files,
      DeadLetterFolder deadLetters,
      MessageCodec<M> codec,
      int attempts,
      Duration workTime) {
    this.files = files;
    this.deadLetters = deadLetters;
    this.codec = codec;
    this.attempts = attempts;
    this.workTime = workTime;
  }

  /** What the file of a message holds. */
  static byte[] record(String summary, String reference, byte[] message) {
    return new RecordFile(Map.of(SUMMARY, summary, REFERENCE, reference), message).toBytes();
  }

  /** Takes messages, those first that were not worked on in time. */
  List<Delivery<M>> take(int max) throws IOException {
    for (String receipt : files.due()) {
      handBack(receipt, "its worker did not end within " + workTime);
    }
    List<Delivery<M>> deliveries = new ArrayList<>();
    for (MessageName name : files.ready()) {
      if (deliveries.size() == max) {
        break;
      }
      take(name).ifPresent(deliveries::add);
    }
    return deliveries;
  }

  private Optional<Delivery<M>> take(MessageName name) throws IOException {
    Optional<String> taken = files.take(name, workTime);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    String receipt = taken.get();
    return open(receipt).map(message -> new Delivery<>(message, receipt, name.attempt()));
  }

  /** Reads a message in hand; one that cannot be read becomes a dead letter. */
  private Optional<M> open(String receipt) throws IOException {
    Optional<byte[]> bytes = files.read(receipt);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(codec.decode(RecordFile.parse(bytes.get()).message()));
    } catch (DamagedRecordException | IllegalArgumentException e) {
      buryDamaged(receipt, bytes.get(), e);
      return Optional.empty();
    }
  }

  private void buryDamaged(String receipt, byte[] bytes, Exception e) throws IOException {
    String reason = "the file of the message is damaged: " + e.getMessage();
    deadLetters.addDamaged(reason, receipt + ", " + bytes.length + " bytes", bytes);
    files.remove(receipt);
  }

  /** Ends a delivery without success; nothing happens if it was ended before. */
  void handBack(String receipt, String reason) throws IOException {
    MessageName name = MessageName.ofTaken(receipt).orElseThrow();
    if (name.attempt() < attempts) {
      files.giveBack(receipt, name.nextAttempt());
    } else {
      Optional<byte[]> bytes = files.read(receipt);
      if (bytes.isPresent()) {
        bury(receipt, bytes.get(), reason);
      }
    }
  }

  private void bury(String receipt, byte[] bytes, String reason) throws IOException {
    try {
      RecordFile record = RecordFile.parse(bytes);
      deadLetters.add(reason, record.value(SUMMARY), record.value(REFERENCE), record.message());
      files.remove(receipt);
    } catch (DamagedRecordException e) {
      buryDamaged(receipt, bytes, e);
    }
  }
}
