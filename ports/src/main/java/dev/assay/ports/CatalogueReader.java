package dev.assay.ports;

import dev.assay.domain.body.Designation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one generation of the catalogue. Not thread-safe. Every method throws a {@link
 * PortException} if the store cannot be read.
 */
public interface CatalogueReader extends AutoCloseable {

  /**
   * The generation that is read.
   *
   * @return its name
   */
  GenerationId generation();

  /**
   * How many bodies it holds.
   *
   * @return 0 or more
   */
  long count();

  /**
   * A body by its primary designation.
   *
   * @param designation exactly as catalogued
   * @return the body, or empty
   */
  Optional<CatalogueEntry> get(Designation designation);

  /**
   * Bodies called so: by primary designation, name, provisional designation in the full name, or
   * the full name with or without its part in parentheses. Upper and lower case do not matter, nor
   * do blanks at the ends. A blank text finds nothing.
   *
   * @param text what to look for
   * @param limit the most bodies wanted, 1 or more
   * @return those found, in designation order
   */
  List<CatalogueEntry> find(String text, int limit);

  /**
   * Bodies whose name or designation resembles a text that finds nothing.
   *
   * @param text what was looked for
   * @param limit the most bodies wanted, 1 or more
   * @return the most similar, best first; empty if nothing is similar
   */
  List<CatalogueEntry> similar(String text, int limit);

  /**
   * The best bodies by a ranking. Bodies without the number ranked by are left out; equal ones are
   * in designation order.
   *
   * @param query ranking and filters
   * @return best first
   */
  List<CatalogueEntry> top(TopQuery query);

  /**
   * Hands out every body in designation order, streaming. An exception from the consumer ends it
   * and is passed on.
   *
   * @param consumer takes them, one at a time
   */
  void forEach(Consumer<CatalogueEntry> consumer);

  /**
   * Planets of other stars, in the order of {@link PlanetEntry#HEAVIEST_FIRST}.
   *
   * @param limit the most wanted, 1 or more
   * @return the first of them; empty if the generation has none
   */
  List<PlanetEntry> planets(int limit);

  /**
   * Planets called so, or all those of the star called so. Blanks and upper and lower case do not
   * matter: names are compared by their {@link PlanetEntry#key}. A blank text finds nothing.
   *
   * @param text what to look for
   * @param limit the most wanted, 1 or more
   * @return those found, by name
   */
  List<PlanetEntry> findPlanets(String text, int limit);

  /**
   * Planets whose name resembles a text that finds nothing.
   *
   * @param text what was looked for
   * @param limit the most wanted, 1 or more
   * @return the most similar, best first; empty if nothing is similar
   */
  List<PlanetEntry> similarPlanets(String text, int limit);

  @Override
  void close();
}
