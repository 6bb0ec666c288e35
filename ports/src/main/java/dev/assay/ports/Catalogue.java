package dev.assay.ports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store that people query, loaded one generation at a time.
 *
 * <p>A generation is created, filled with batches, sealed and activated. Readers see the active one
 * only, as a whole, and switch at once. The one before is kept for a rollback; older ones are
 * dropped. A failed generation is dropped and harms nothing. Filling and opening readers are
 * thread-safe; the other operations are meant for one caller at a time.
 */
public interface Catalogue {

  /**
   * Creates an empty generation; one that exists and is not active is emptied, and is no longer
   * there to go back to.
   *
   * @param generation its name
   * @throws PortException permanent if it is the active one; else if the store cannot be written
   */
  void create(GenerationId generation);

  /**
   * Creates a generation that rests on a sealed one: it holds the bodies of its base, except those
   * that are put into it and those that are named as gone when it is sealed. Only what differs is
   * written. Its base may rest on another. It has no planets until some are put. As long as it
   * exists its base does as well: {@link #drop} refuses it, and {@link #activate} keeps it, though
   * not as one to go back to.
   *
   * @param generation its name; one that exists and is not active is emptied
   * @param base the name of another generation
   * @throws PortException permanent if the generation is the active one or one that another rests
   *     on, or if the base is not sealed; else if the store cannot be written
   */
  void createOver(GenerationId generation, GenerationId base);

  /**
   * Adds a batch. A chunk that the generation has already is ignored, so a repeated delivery does
   * no harm. The rows are safe once {@link #seal} has returned; trouble in writing them may be
   * reported by a later call.
   *
   * @param batch the rows
   * @throws PortException permanent if the generation was not created or is sealed and the chunk is
   *     new; else if the store cannot be written
   */
  void put(BodyBatch batch);

  /**
   * Sets the planets of other stars of a generation, in place of those set before; a generation
   * without has none. They are safe once {@link #seal} has returned.
   *
   * @param table all of them
   * @throws PortException permanent if the generation was not created or is sealed; else if the
   *     store cannot be written
   */
  void putPlanets(PlanetTable table);

  /**
   * Ends the filling: every row is written, and of several rows with one designation only the one
   * with the greatest (source, row) is left, in whatever order they came. Sealing once more gives
   * the same answer.
   *
   * @param generation which
   * @return what it holds
   * @throws PortException permanent if the generation was not created; else if rows could not be
   *     written
   */
  Sealed seal(GenerationId generation);

  /**
   * The same for a generation that rests on another. Sealing once more gives the same answer,
   * whatever difference is stated then.
   *
   * @param generation which
   * @param difference how it differs from its base beyond the bodies put
   * @return what it holds; superseded are rows that were put and gave way to others that were put
   * @throws PortException permanent if the generation was not created or does not rest on another;
   *     else if rows could not be written
   */
  Sealed seal(GenerationId generation, Difference difference);

  /**
   * How a generation differs from the one it rests on, beyond the bodies that were put into it.
   *
   * @param rows how many bodies it holds in all, those of its base included
   * @param gone bodies of the base that it does not hold, unless they were put
   * @param unchanged bodies that are as in the base although rows about them were put: those rows
   *     count for nothing, not even as superseded
   */
  record Difference(long rows, BodyKeys gone, BodyKeys unchanged) {}

  /**
   * What a sealed generation holds.
   *
   * @param rows number of bodies
   * @param superseded for each source number, how many of its rows gave way to later ones; sources
   *     without any are left out
   * @param own number of bodies that were put into it and are seen through it: all of them, unless
   *     it rests on another
   */
  record Sealed(long rows, Map<Integer, Long> superseded, long own) {

    public Sealed {
      superseded = Map.copyOf(superseded);
    }

    /**
     * A generation that rests on nothing.
     *
     * @param rows number of bodies
     * @param superseded for each source number, how many of its rows gave way to later ones;
     *     sources without any are left out
     */
    public Sealed(long rows, Map<Integer, Long> superseded) {
      this(rows, superseded, rows);
    }
  }

  /**
   * Makes a sealed generation the one that readers see, keeps the one before and drops all others.
   * Nothing happens if it is active already.
   *
   * @param generation which
   * @throws PortException permanent if it is not sealed; else if the store cannot be written, in
   *     which case the active generation is the old one or this one, never another
   */
  void activate(GenerationId generation);

  /**
   * Goes back to the generation before the active one, which takes its place for a further
   * rollback.
   *
   * @return the generation now active, or empty if there is none to go back to
   * @throws PortException if the store cannot be written
   */
  Optional<GenerationId> rollback();

  /**
   * Deletes a generation; nothing happens if there is none of this name.
   *
   * @param generation which
   * @throws PortException permanent if it is the active one; else if the store cannot be written
   */
  void drop(GenerationId generation);

  /**
   * The generations that exist, whatever their state.
   *
   * @return ordered by name
   * @throws PortException if the store cannot be read
   */
  List<GenerationId> generations();

  /**
   * The generation that readers see.
   *
   * @return its name, or empty before the first activation
   * @throws PortException if the store cannot be read
   */
  Optional<GenerationId> active();

  /**
   * Opens the active generation. What is activated later is not seen through this reader; if its
   * generation is dropped meanwhile, it goes on or fails, but never shows another.
   *
   * @return a reader to be closed by the caller, or empty before the first activation
   * @throws PortException if the store cannot be read
   */
  Optional<CatalogueReader> read();

  /**
   * Opens the generation before the active one: the one that {@link #rollback} would go back to.
   * The reader behaves like those of {@link #read}.
   *
   * @return a reader to be closed by the caller, or empty if there is none to go back to
   * @throws PortException if the store cannot be read
   */
  Optional<CatalogueReader> readPrevious();
}
