package dev.assay.domain.taxonomy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what bodies of one zone and one albedo have in common; it is made when the first of them
 * comes.
 *
 * <p>Published albedos have three decimals, so that among a hundred thousand only some thousands of
 * pairs differ. At most 1,001 objects are kept for each zone. Thread-safe if these are the same
 * whoever makes them, and fit to be handed over by a race: immutable, or written once and the same.
 *
 * @param <T> what they have in common
 */
public final class ZoneAndAlbedo<T> {

  private static final int STEPS = 1000;

  /** The albedos 0.001 to 1.000, and at place 0 those that are not known. */
  private static final int PLACES = STEPS + 1;

  private final @Nullable Object[] kept = new @Nullable Object[OrbitZone.values().length * PLACES];

  /**
   * Whether what belongs to an albedo is kept.
   *
   * @param albedo geometric albedo, above 0; null if not known
   * @return false if it has more than three decimals or is above 1
   */
  public static boolean isKept(@Nullable Double albedo) {
    return albedo == null || (albedo > 0 && albedo <= 1 && albedo == (double) step(albedo) / STEPS);
  }

  /**
   * Looks it up, or has it made.
   *
   * @param zone where the body orbits
   * @param albedo its geometric albedo, above 0; null if not known
   * @param maker makes it if it is not kept
   * @return what belongs to this zone and this albedo
   */
  @SuppressWarnings("unchecked") // only objects of type T are ever kept
  public T get(OrbitZone zone, @Nullable Double albedo, Supplier<T> maker) {
    if (!isKept(albedo)) {
      return maker.get();
    }
    int place = zone.ordinal() * PLACES + (albedo == null ? 0 : step(albedo));
    Object known = kept[place];
    if (known == null) {
      known = maker.get();
      kept[place] = known;
    }
    return (T) known;
  }

  private static int step(double albedo) {
    return (int) (albedo * STEPS + 0.5);
  }
}
