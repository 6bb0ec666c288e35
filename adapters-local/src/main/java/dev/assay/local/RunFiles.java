package dev.assay.local;

import dev.assay.application.message.RunRecordJson;
import dev.assay.ports.PortException;
import dev.assay.ports.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The records of runs, a JSON file each, named by its generation. */
final class RunFiles {

  /** How many runs are kept. */
  static final int LONGEST_HISTORY = 200;

  private static final String SUFFIX = ".json";

  private final Path directory;

  RunFiles(Path directory) {
    this.directory = directory;
  }

  synchronized void write(RunRecord run) {
    Path file = directory.resolve(run.generation() + SUFFIX);
    try {
      WholeFile.write(file, RunRecordJson.encode(run));
      List<String> names = newestFirst();
      for (String name : names.subList(Math.min(LONGEST_HISTORY, names.size()), names.size())) {
        Files.deleteIfExists(directory.resolve(name + SUFFIX));
      }
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
  }

  synchronized List<RunRecord> newest(int limit) {
    try {
      List<RunRecord> runs = new ArrayList<>();
      for (String name : newestFirst()) {
        if (runs.size() == limit) {
          break;
        }
        read(directory.resolve(name + SUFFIX), runs);
      }
      return runs;
    } catch (IOException e) {
      throw FileTrouble.of("read", directory, e);
    }
  }

  /** The generations on record; those being written begin with a dot. */
  private List<String> newestFirst() throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : Directories.names(directory)) {
      if (name.endsWith(SUFFIX) && !name.startsWith(".")) {
        names.add(name.substring(0, name.length() - SUFFIX.length()));
      }
    }
    names.sort(Collections.reverseOrder());
    return names;
  }

  private static void read(Path file, List<RunRecord> runs) throws IOException {
    try {
      runs.add(RunRecordJson.decode(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      // Too old by now: another process has recorded a run.
    } catch (IllegalArgumentException e) {
      throw PortException.permanent(
          FileTrouble.oneLine(
              "run record " + file + " is damaged (" + e.getMessage() + "); delete it"),
          e);
    }
  }
}
