package dev.assay.domain.taxonomy;

/**
 * A spectral type as read from a catalogue.
 *
 * @param text the type as written
 * @param weights the classes it names
 * @param quality 1 for an unmarked type; less for one marked as noisy, unusual or assumed
 * @param weathered whether the type carries Bus-DeMeo's suffix w (reddened by space weathering)
 */
public record SpectralType(String text, ClassWeights weights, double quality, boolean weathered) {

  public SpectralType {
    if (!(quality > 0 && quality <= 1)) {
      throw new IllegalArgumentException("quality must be above 0 and at most 1, was " + quality);
    }
  }

  /**
   * Whether the type is Tholen's E, M or P, which an albedo was needed to tell.
   *
   * @return true for exactly one of these three classes
   */
  boolean isAlbedoResolved() {
    return weights.confidence() == 1
        && switch (weights.mostLikely()) {
          case E, M, P -> true;
          default -> false;
        };
  }
}
