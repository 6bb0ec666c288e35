package dev.assay.local;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file that names the active generation in its first line and the one before in its second. It
 * is replaced as a whole, so that a reader sees the old or the new one.
 */
final class CurrentPointer {

  private final Path file;

  CurrentPointer(Path file) {
    this.file = file;
  }

  /** The active generation first, then the one before; neither before the first activation. */
  record Generations(List<GenerationId> newestFirst) {

    Optional<GenerationId> active() {
      return newestFirst.stream().findFirst();
    }

    Optional<GenerationId> previous() {
      return newestFirst.stream().skip(1).findFirst();
    }

    boolean contains(GenerationId generation) {
      return newestFirst.contains(generation);
    }

    boolean isActive(GenerationId generation) {
      return active().filter(generation::equals).isPresent();
    }

    Generations afterActivating(GenerationId generation) {
      return new Generations(
          active().map(before -> List.of(generation, before)).orElse(List.of(generation)));
    }
  }

  Generations read() {
    try {
      return new Generations(
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.isBlank())
              .map(GenerationId::new)
              .toList());
    } catch (NoSuchFileException e) {
      return new Generations(List.of());
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw PortException.permanent(
          file + " does not name a generation; restore it or delete it and refresh again", e);
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }

  void write(Generations generations) {
    StringBuilder text = new StringBuilder();
    generations.newestFirst().forEach(generation -> text.append(generation).append('\n'));
    try {
      WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
  }
}
