package dev.assay.local;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;

/** Says in one line what went wrong with a file and what to do about it. */
final class FileTrouble {

  /**
   * Remedies by what the operating system says. In another language than English it is passed on as
   * it is, which its reader understands.
   */
  private static final Map<String, String> REMEDIES =
      Map.of(
          "No space left on device", "the disk is full; free some space",
          "Disk quota exceeded", "the disk quota is used up; free some space",
          "Read-only file system", "the file system is read-only; use another directory",
          "Too many open files", "too many open files; raise the limit (ulimit -n)",
          "File name too long", "the path is too long; use a directory with a shorter path",
          "Not a directory", "a file is where a directory should be; move it away",
          "Is a directory", "a directory is where a file should be; move it away");

  private FileTrouble() {}

  /**
   * What to throw.
   *
   * @param action what was tried, such as "write"
   * @param path with which file or directory
   * @param e what happened
   */
  static PortException of(String action, Path path, IOException e) {
    String message = oneLine("cannot " + action + " " + path + ": " + remedy(e));
    return e instanceof ClosedByInterruptException
        ? PortException.temporary(message, e)
        : PortException.permanent(message, e);
  }

  private static String remedy(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission; check its owner and mode";
    }
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "a file is where a directory should be; move it away";
    }
    if (e instanceof ClosedByInterruptException) {
      return "interrupted";
    }
    return said(e);
  }

  private static String said(IOException e) {
    String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    if (said == null) {
      return e.getClass().getSimpleName();
    }
    return REMEDIES.entrySet().stream()
        .filter(known -> said.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(said);
  }

  /** Replaces what would break a line or steer a terminal. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
