package dev.assay.local;

import dev.assay.local.RecordFile.DamagedRecordException;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Dead letters as files, one each: why and what it was about on lines of text, then the message.
 * They are on the disk when {@link #add} returns. Several processes may share a folder.
 */
public final class DeadLetterFolder {

  private static final String SUFFIX = ".letter";
  private static final Pattern NAME = Pattern.compile("\\d{9}\\.letter");
  private static final String REASON = "reason";
  private static final String SUMMARY = "summary";
  private static final String REFERENCE = "reference";
  private static final String DAMAGED = "damaged";

  private final Path directory;
  private final int limit;

  /**
   * Opens a folder.
   *
   * @param directory where the letters are; made for the first one
   * @param limit how many there may be
   */
  public DeadLetterFolder(Path directory, int limit) {
    this.directory = directory;
    this.limit = limit;
  }

  /** A letter with its message. */
  record Letter(DeadLetter letter, Optional<RecordFile> record) {

    /** The message, unless it is damaged and must not be sent again. */
    Optional<byte[]> message() {
      return record.filter(intact -> intact.value(DAMAGED).isEmpty()).map(RecordFile::message);
    }
  }

  /**
   * Keeps a message.
   *
   * @throws PortException permanent if the folder is full
   */
  void add(String reason, String summary, String reference, byte[] message) {
    add(new RecordFile(Map.of(REASON, reason, SUMMARY, summary, REFERENCE, reference), message));
  }

  /** Keeps what is left of a message, for people to look at. */
  void addDamaged(String reason, String summary, byte[] remains) {
    add(new RecordFile(Map.of(REASON, reason, SUMMARY, summary, DAMAGED, "yes"), remains));
  }

  private synchronized void add(RecordFile record) {
    try {
      Path unfinished = WholeFile.writeUnfinished(directory, record.toBytes());
      try {
        giveNumber(unfinished);
      } finally {
        Files.delete(unfinished);
      }
      WholeFile.syncDirectory(directory);
    } catch (IOException e) {
      throw FileTrouble.of("write a dead letter to", directory, e);
    }
  }

  /** Takes the next number that no other process has taken in the meantime. */
  private void giveNumber(Path unfinished) throws IOException {
    while (true) {
      List<String> names = names();
      if (names.size() >= limit) {
        throw PortException.permanent(
            FileTrouble.oneLine(
                directory + " holds " + limit + " dead letters; redrive them or delete the files"));
      }
      int last =
          names.isEmpty() ? 0 : Integer.parseInt(names.get(names.size() - 1).substring(0, 9));
      try {
        Files.createLink(
            directory.resolve(String.format(Locale.ROOT, "%09d%s", last + 1, SUFFIX)), unfinished);
        return;
      } catch (FileAlreadyExistsException e) {
        // Another process was faster; the next number is free.
      }
    }
  }

  private List<String> names() throws IOException {
    return Directories.names(directory).stream()
        .filter(name -> NAME.matcher(name).matches())
        .toList();
  }

  /**
   * The oldest letters.
   *
   * @param most the most wanted, 1 or more
   * @return none if there is no such folder
   * @throws PortException if they cannot be read
   */
  public List<DeadLetter> list(int most) {
    return read(most, Letter::letter);
  }

  /** All letters, oldest first. */
  List<Letter> letters() {
    return read(Integer.MAX_VALUE, letter -> letter);
  }

  /** Reads one letter after the other and keeps of each what is wanted. */
  private <T> List<T> read(int most, Function<Letter, T> wanted) {
    try {
      List<T> found = new ArrayList<>();
      for (String name : names()) {
        if (found.size() == most) {
          break;
        }
        read(name).map(wanted).ifPresent(found::add);
      }
      return found;
    } catch (IOException e) {
      throw FileTrouble.of("read dead letters from", directory, e);
    }
  }

  private Optional<Letter> read(String name) throws IOException {
    String id = name.substring(0, name.length() - SUFFIX.length());
    try {
      RecordFile record = RecordFile.parse(Files.readAllBytes(directory.resolve(name)));
      DeadLetter letter =
          new DeadLetter(id, record.value(REASON), record.value(SUMMARY), record.value(REFERENCE));
      return Optional.of(new Letter(letter, Optional.of(record)));
    } catch (DamagedRecordException e) {
      String reason = "the letter itself is damaged: " + e.getMessage();
      return Optional.of(new Letter(new DeadLetter(id, reason, name, ""), Optional.empty()));
    } catch (NoSuchFileException e) {
      // Sent again by another process.
      return Optional.empty();
    }
  }

  /** Deletes everything in the folder, when nobody will send its letters again. */
  public void clear() {
    try {
      for (Path file : Directories.files(directory)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw FileTrouble.of("delete dead letters in", directory, e);
    }
  }

  /** Removes a letter that was sent again. */
  void remove(DeadLetter letter) {
    Path file = directory.resolve(letter.id() + SUFFIX);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.of("delete", file, e);
    }
  }
}
