package dev.assay.local;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows which generation rests on which: those in files, and those that are being filled. */
final class GenerationBases {

  private static final String WHOLE = "whole";

  private final GenerationFiles files;
  private final DuckDbSettings settings;
  private final Map<GenerationId, GenerationId> filling = new ConcurrentHashMap<>();

  GenerationBases(GenerationFiles files, DuckDbSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  /** A generation is being filled that rests on another. */
  void begin(GenerationId generation, GenerationId base) {
    filling.put(generation, base);
  }

  /** A generation is no longer being filled. */
  void end(GenerationId generation) {
    filling.remove(generation);
  }

  /** The base of a generation that is being filled; null if it has none. */
  @Nullable GenerationId ofFilling(GenerationId generation) {
    return filling.get(generation);
  }

  /** Fails unless a sealed generation can be read as today, with all that it rests on. */
  void requireWhole(GenerationId generation) {
    try (Connection connection = DuckDbConnections.inMemory(settings);
        Statement statement = connection.createStatement()) {
      new DuckDbBases(statement, files).createViewOf(WHOLE, generation);
    } catch (SQLException e) {
      throw DuckDbConnections.translate("open", files.sealed(generation), e);
    }
  }

  /** Whether another generation rests on this one. */
  boolean isBase(GenerationId generation) {
    return files.isSealed(generation) && bases().containsValue(generation);
  }

  /** These generations, and all that they rest on. */
  Set<GenerationId> withBases(List<GenerationId> generations) {
    Map<GenerationId, GenerationId> bases = bases();
    Set<GenerationId> found = new HashSet<>();
    for (GenerationId generation : generations) {
      GenerationId next = generation;
      while (next != null && found.add(next)) {
        next = bases.get(next);
      }
    }
    return found;
  }

  private Map<GenerationId, GenerationId> bases() {
    Map<GenerationId, GenerationId> bases = new HashMap<>(filling);
    try (Connection connection = DuckDbConnections.inMemory(settings);
        Statement statement = connection.createStatement()) {
      DuckDbBases databases = new DuckDbBases(statement, files);
      for (GenerationId generation : files.generations()) {
        if (files.isSealed(generation)) {
          putBase(databases, generation, bases);
        }
      }
    } catch (SQLException e) {
      throw DuckDbConnections.translate("look into", files.directory(), e);
    }
    return bases;
  }

  private static void putBase(
      DuckDbBases databases, GenerationId generation, Map<GenerationId, GenerationId> bases)
      throws SQLException {
    try {
      databases.baseOf(generation).ifPresent(base -> bases.put(generation, base));
    } catch (PortException e) {
      // A file that cannot be opened shows nobody the bodies of another.
    }
  }
}
