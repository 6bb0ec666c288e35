package dev.assay.cli;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that users name. */
final class OutputFile {

  private OutputFile() {}

  /** Fills a file. */
  interface Filling {
    void fill(Path file) throws IOException;
  }

  /** Writes beside the target and renames, so that a failure leaves no half of a file. */
  static void write(Path target, Filling filling) {
    requirePlace(target);
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    try {
      filling.fill(fresh);
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (AccessDeniedException e) {
      throw PortException.permanent("cannot write " + target + ": no permission", e);
    } catch (IOException | UncheckedIOException e) {
      throw PortException.permanent("cannot write " + target + ": " + e.getMessage(), e);
    } finally {
      fresh.toFile().delete();
    }
  }

  /** Renaming would put the file in the place of an empty directory. */
  private static void requirePlace(Path target) {
    if (Files.isDirectory(target)) {
      throw PortException.permanent(
          "cannot write " + target + ": it is a directory; name a file in it");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw PortException.permanent(
          "cannot write " + target + ": the directory " + folder + " does not exist");
    }
  }
}
