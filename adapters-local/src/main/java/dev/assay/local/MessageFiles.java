package dev.assay.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The files of a {@link FileBatchQueue}: one per message, in the directory of its state. Everything
 * is safe against other processes that do the same.
 */
final class MessageFiles {

  /** Far longer than anybody takes to write a message. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path ready;
  private final Path taken;
  private final Path unfinished;
  private final String sender = UUID.randomUUID().toString().substring(0, 8);
  private final Clock clock;
  private long lastNumber;

  MessageFiles(Path directory, Clock clock) {
    ready = directory.resolve("ready");
    taken = directory.resolve("taken");
    unfinished = directory.resolve("unfinished");
    this.clock = clock;
  }

  int count() throws IOException {
    return Directories.files(ready).size() + Directories.files(taken).size();
  }

  /** Adds a message, which is on the disk when this returns. */
  synchronized void add(byte[] message) throws IOException {
    WholeFile.createDirectories(ready);
    Path file = WholeFile.writeUnfinished(unfinished, message);
    Path target = ready.resolve(new MessageName(nextNumber(), sender, 1).ready());
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    WholeFile.syncDirectory(ready);
  }

  /** After all messages there are, so that a new sender queues up behind them. */
  private long nextNumber() throws IOException {
    if (lastNumber == 0) {
      removeLeftovers();
      for (MessageName name : ready()) {
        lastNumber = Math.max(lastNumber, name.number());
      }
    }
    lastNumber++;
    return lastNumber;
  }

  /** Removes what senders that were killed have left. */
  private void removeLeftovers() throws IOException {
    Instant abandoned = clock.instant().minus(ABANDONED);
    for (Path file : Directories.files(unfinished)) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(abandoned)) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException e) {
        // Its sender has finished it.
      }
    }
  }

  /** The messages to be delivered, in order. */
  List<MessageName> ready() throws IOException {
    return Directories.names(ready).stream()
        .flatMap(name -> MessageName.ofReady(name).stream())
        .sorted()
        .toList();
  }

  /** The files of messages in somebody's hands for longer than they may be. */
  List<String> due() throws IOException {
    Instant now = clock.instant();
    return Directories.names(taken).stream().filter(name -> MessageName.isDue(name, now)).toList();
  }

  /**
   * Takes a message in hand.
   *
   * @return its receipt, which is the name of its file now; empty if another process was faster
   */
  Optional<String> take(MessageName name, Duration workTime) throws IOException {
    WholeFile.createDirectories(taken);
    String receipt = name.takenUntil(clock.instant().plus(workTime));
    return moved(ready.resolve(name.ready()), taken.resolve(receipt))
        ? Optional.of(receipt)
        : Optional.empty();
  }

  /** Makes a message in hand ready for its next delivery, unless it is not in hand any more. */
  void giveBack(String receipt, MessageName name) throws IOException {
    moved(taken.resolve(receipt), ready.resolve(name.ready()));
  }

  private static boolean moved(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** What the file of a message in hand holds; empty if it is not in hand any more. */
  Optional<byte[]> read(String receipt) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(taken.resolve(receipt)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Ends a message in hand, unless it is not in hand any more. */
  void remove(String receipt) throws IOException {
    Files.deleteIfExists(taken.resolve(receipt));
  }
}
