package dev.assay.local;

import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The database files in a directory: {@code NAME.building} while a generation is filled, {@code
 * NAME.duckdb} once it is sealed, and what the engine keeps beside them.
 *
 * @param directory where they lie
 */
record GenerationFiles(Path directory) {

  private static final String SEALED = ".duckdb";
  private static final String BUILDING = ".building";

  Path sealed(GenerationId generation) {
    return directory.resolve(generation + SEALED);
  }

  Path building(GenerationId generation) {
    return directory.resolve(generation + BUILDING);
  }

  boolean isSealed(GenerationId generation) {
    return Files.exists(sealed(generation));
  }

  void seal(GenerationId generation) {
    try {
      Files.move(building(generation), sealed(generation));
    } catch (IOException e) {
      throw FileTrouble.of("seal", sealed(generation), e);
    }
  }

  /** The generations that have files, whatever their state, ordered by name. */
  List<GenerationId> generations() {
    return files().stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.contains(SEALED) || name.contains(BUILDING))
        .map(name -> name.substring(0, name.indexOf('.')))
        // What somebody else put there names no generation and is left alone.
        .filter(GenerationId::isValid)
        .map(GenerationId::new)
        .distinct()
        .sorted()
        .toList();
  }

  /** Deletes the database of a generation with the log and the spilled data beside it. */
  void delete(GenerationId generation) {
    try {
      for (Path file : files()) {
        if (file.getFileName().toString().startsWith(generation + ".")) {
          deleteTree(file);
        }
      }
    } catch (IOException e) {
      throw FileTrouble.of("delete", sealed(generation), e);
    }
  }

  private static void deleteTree(Path file) throws IOException {
    try (Stream<Path> parts = Files.walk(file)) {
      for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(part);
      }
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw FileTrouble.of("list", directory, e);
    }
  }
}
