package dev.assay.domain.asterank;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.GravitationalParameter;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.size.DiameterSource;
import dev.assay.domain.size.Photometry;
import org.jspecify.annotations.Nullable;

/**
 * Diameter and mass as Asterank has them. It states no uncertainty, so there is none here.
 *
 * <p>Wrong:
 *
 * <ul>
 *   <li>M = (4/3) &pi; (D/2)&sup3; &rho;/6 &times; 1e15 with 4/3 = 1 by integer division: 125 times
 *       the mass of the sphere, (4/3) &pi; (D/2)&sup3; &rho; &times; 1e12 (D in km, &rho; in
 *       g/cm&sup3;, M in kg)
 *   <li>above 1e18 kg a mass known from GM counts only a millionth, so that Ceres weighs less than
 *       a C type of 3 km; there is no such step where the mass follows from the diameter
 *   <li>the gravitational constant is 0.02 % too small
 *   <li>where neither diameter nor H is known, the mass is drawn at random from 1.42e15 to 1.52e15
 *       kg; here it is the mean of these, so that a body always has the same value
 * </ul>
 *
 * <p>Masses from the literature, which Asterank averages without weights, are not used: it finds
 * them by full name, and the full names of today ("1 Ceres (A801 AA)") match none of them. In the
 * catalogue that it was built on, bodies found before 1892 seem to have had no designation in their
 * full name ("52 Europa") and to have matched: published values that rest on such a mass are not
 * reproduced.
 */
final class AsterankMass {

  private static final double DEFAULT_ALBEDO = 0.15;
  private static final double DEFAULT_KILOGRAMS = 1.47e15;

  /** The gravitational constant in Asterank's code (km&sup3; kg<sup>-1</sup> s<sup>-2</sup>). */
  private static final double GRAVITATIONAL_CONSTANT = 6.67300e-20;

  private static final double PENALISED_FROM_KILOGRAMS = 1e18;
  private static final double PENALTY = 1e-6;

  private AsterankMass() {}

  /**
   * The diameter: measured, or from H with the albedo measured or 0.15.
   *
   * @param body the body
   * @return its diameter; null if neither a diameter nor H is known
   */
  static @Nullable Estimate<Diameter> diameter(SmallBody body) {
    MeasuredDiameter measured = body.diameter();
    if (measured != null) {
      return estimate(measured.kilometres(), DiameterSource.MEASURED);
    }
    AbsoluteMagnitude h = body.absoluteMagnitude();
    if (h == null) {
      return null;
    }
    Double albedo = body.albedo();
    if (albedo != null) {
      return estimate(Photometry.diameterKm(h.magnitudes(), albedo), DiameterSource.H_ALBEDO);
    }
    return new Estimate<>(
        new Diameter(Photometry.diameterKm(h.magnitudes(), DEFAULT_ALBEDO)),
        Estimate.UNSTATED,
        AsterankSource.DEFAULT_ALBEDO.provenance());
  }

  private static Estimate<Diameter> estimate(double kilometres, DiameterSource source) {
    return new Estimate<>(new Diameter(kilometres), Estimate.UNSTATED, source.provenance());
  }

  /**
   * The mass: from GM, else from the diameter and the density of the type, else 1.47e15 kg.
   *
   * @param body the body
   * @param spec its type
   * @param diameter its diameter; null if not known
   * @return its mass
   */
  static Estimate<Mass> mass(SmallBody body, String spec, @Nullable Estimate<Diameter> diameter) {
    GravitationalParameter gm = body.gravitationalParameter();
    if (gm != null) {
      return estimate(penalised(gm.km3PerS2() / GRAVITATIONAL_CONSTANT), AsterankSource.GM);
    }
    if (diameter == null) {
      return estimate(DEFAULT_KILOGRAMS, AsterankSource.DEFAULT_MASS);
    }
    double kilograms = ofSphere(diameter.median().kilometres(), density(spec));
    return estimate(kilograms, AsterankSource.DIAMETER_DENSITY);
  }

  private static Estimate<Mass> estimate(double kilograms, AsterankSource source) {
    return new Estimate<>(new Mass(kilograms), Estimate.UNSTATED, source.provenance());
  }

  private static double penalised(double kilograms) {
    return kilograms > PENALISED_FROM_KILOGRAMS ? kilograms * PENALTY : kilograms;
  }

  private static double ofSphere(double kilometres, double density) {
    return Math.PI * Math.pow(kilometres / 2, 3) * density / 6 * 1e15;
  }

  /**
   * The density by the first letter of the type. Wrong: X, which counts as metal in the price, is
   * not as dense as M.
   *
   * @param spec a type, not empty
   * @return bulk density (g/cm&sup3;)
   */
  static double density(String spec) {
    return switch (spec.charAt(0)) {
      case 'C', 'D', 'P', 'T', 'B', 'G', 'F' -> 1.38;
      case 'S', 'K', 'Q', 'V', 'R', 'A' -> 2.71;
      case 'M' -> 5.32;
      default -> 2;
    };
  }
}
