package dev.assay.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The files of a {@link FileBatchQueue}: one per message, in the directory of its state. Everything
 * is safe against other processes that do the same.
 */
final class MessageFiles {

  private final Path ready;
  private final Path taken;
  private final Path unfinished;
  private final String sender = UUID.randomUUID().toString().substring(0, 8);
  private long lastNumber;

  MessageFiles(Path directory) {
    ready = directory.resolve("ready");
    taken = directory.resolve("taken");
    unfinished = directory.resolve("unfinished");
  }

  /** Removes what senders have left that ended before a time. */
  void removeLeftovers(Instant before) throws IOException {
    for (Path file : Directories.files(unfinished)) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException e) {
        // Its sender has finished it.
      }
    }
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
      for (MessageName name : ready()) {
        lastNumber = Math.max(lastNumber, name.number());
      }
    }
    lastNumber++;
    return lastNumber;
  }

  /** The messages to be delivered, in order. */
  List<MessageName> ready() throws IOException {
    return Directories.names(ready).stream()
        .flatMap(name -> MessageName.ofReady(name).stream())
        .sorted()
        .toList();
  }

  /** The files of messages in somebody's hands for longer than they may be. */
  List<String> due(Instant now) throws IOException {
    return Directories.names(taken).stream().filter(name -> MessageName.isDue(name, now)).toList();
  }

  /**
   * Takes a message in hand.
   *
   * @return whether it was there to take
   */
  boolean take(MessageName name, String receipt) throws IOException {
    WholeFile.createDirectories(taken);
    return moved(ready.resolve(name.ready()), taken.resolve(receipt));
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

  /** What the file of a message in hand holds. */
  byte[] read(String receipt) throws IOException {
    return Files.readAllBytes(taken.resolve(receipt));
  }

  /** Ends a message in hand, unless it is not in hand any more. */
  void remove(String receipt) throws IOException {
    Files.deleteIfExists(taken.resolve(receipt));
  }
}
