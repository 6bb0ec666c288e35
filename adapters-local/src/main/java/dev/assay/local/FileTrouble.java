package dev.assay.local;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in one line what is wrong with a file, and what to do about it. */
final class FileTrouble {

  private FileTrouble() {}

  /** The exception for trouble with a file; action is a verb, as in "cannot read". */
  static PortException translate(String action, Path file, IOException trouble) {
    return PortException.permanent(
        "cannot " + action + " " + file + ": " + reason(trouble), trouble);
  }

  private static String reason(IOException trouble) {
    String message = String.valueOf(trouble.getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return "the disk is full; make room and try again";
    }
    if (trouble instanceof AccessDeniedException) {
      return "no permission; change it or name another directory with --data";
    }
    if (trouble instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (trouble instanceof FileAlreadyExistsException || trouble instanceof NotDirectoryException) {
      return "a file stands where a directory is needed; name another with --data";
    }
    return message.lines().findFirst().orElse(trouble.getClass().getSimpleName());
  }
}
