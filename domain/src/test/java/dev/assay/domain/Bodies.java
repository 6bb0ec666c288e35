package dev.assay.domain;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;

/**
 * Bodies that tests share, each named after what is special about it. Figures of real bodies are
 * those of JPL's Small-Body Database, rounded.
 */
public final class Bodies {

  private Bodies() {}

  /** A plain main-belt asteroid to vary: designation 12345, an orbit, and H. */
  public static SmallBody.Builder anAsteroid() {
    return SmallBody.builder("12345 Example (2001 AB12)", mainBeltOrbit()).absoluteMagnitude(15.0);
  }

  /** The largest asteroid: type, diameter, albedo and GM are all known. */
  public static SmallBody ceres() {
    return SmallBody.builder("1 Ceres (A801 AA)", OrbitalElements.of(2.7666, 0.0786, 10.587))
        .orbitClass(new OrbitClass("MBA"))
        .nearEarth(false)
        .potentiallyHazardous(false)
        .moid(1.586)
        .absoluteMagnitude(3.33)
        .diameter(new MeasuredDiameter(939.4, 0.2))
        .albedo(0.09)
        .gravitationalParameter(62.6284)
        .smassType("C")
        .tholenType("G")
        .build();
  }

  /** The second largest, of type V. */
  public static SmallBody vesta() {
    return SmallBody.builder("4 Vesta (A807 FA)", OrbitalElements.of(2.3617, 0.0883, 7.142))
        .absoluteMagnitude(3.2)
        .diameter(new MeasuredDiameter(525.4, 0.2))
        .albedo(0.4228)
        .gravitationalParameter(17.28828)
        .smassType("V")
        .tholenType("V")
        .build();
  }

  /** SMASSII says X, Tholen says M: the albedo decides for M. */
  public static SmallBody psyche() {
    return SmallBody.builder("16 Psyche (A852 FA)", OrbitalElements.of(2.9247, 0.1341, 3.097))
        .absoluteMagnitude(5.9)
        .diameter(new MeasuredDiameter(222, 4.0))
        .albedo(0.1203)
        .gravitationalParameter(1.601)
        .smassType("X")
        .tholenType("M")
        .build();
  }

  /** The classic near-Earth asteroid, an Amor of type S visited by NEAR. */
  public static SmallBody eros() {
    return SmallBody.builder("433 Eros (A898 PA)", OrbitalElements.of(1.458, 0.223, 10.83))
        .orbitClass(new OrbitClass("AMO"))
        .nearEarth(true)
        .potentiallyHazardous(false)
        .moid(0.148)
        .absoluteMagnitude(10.31)
        .diameter(new MeasuredDiameter(16.84, 0.06))
        .albedo(0.25)
        .gravitationalParameter(4.463e-4)
        .smassType("S")
        .tholenType("S")
        .build();
  }

  /** A small dark near-Earth asteroid with everything measured, potentially hazardous. */
  public static SmallBody bennu() {
    return SmallBody.builder("101955 Bennu (1999 RQ36)", OrbitalElements.of(1.126, 0.204, 6.035))
        .orbitClass(new OrbitClass("APO"))
        .moid(0.0032)
        .absoluteMagnitude(20.21)
        .diameter(new MeasuredDiameter(0.482, null))
        .albedo(0.044)
        .gravitationalParameter(4.8904e-9)
        .smassType("B")
        .build();
  }

  /** As Bennu, of type Cg. */
  public static SmallBody ryugu() {
    return SmallBody.builder("162173 Ryugu (1999 JU3)", OrbitalElements.of(1.190, 0.190, 5.88))
        .moid(0.0009)
        .absoluteMagnitude(19.38)
        .diameter(0.896)
        .albedo(0.045)
        .gravitationalParameter(3.00e-8)
        .smassType("Cg")
        .build();
  }

  /** A diameter and an albedo, but no mass. */
  public static SmallBody apophis() {
    return SmallBody.builder("99942 Apophis (2004 MN4)", OrbitalElements.of(0.922, 0.191, 3.34))
        .moid(0.0003)
        .absoluteMagnitude(19.09)
        .diameter(new MeasuredDiameter(0.34, 0.04))
        .albedo(0.35)
        .smassType("Sq")
        .build();
  }

  /** A Trojan of Jupiter. */
  public static SmallBody hektor() {
    return SmallBody.builder("624 Hektor (A907 CF)", OrbitalElements.of(5.262, 0.0234, 18.16))
        .absoluteMagnitude(7.3)
        .diameter(225)
        .albedo(0.107)
        .tholenType("D")
        .build();
  }

  /** A comet with a diameter, on a retrograde orbit. */
  public static SmallBody halley() {
    return SmallBody.builder("1P/Halley", OrbitalElements.ofPerihelion(0.5860, 0.9671, 162.26))
        .orbitClass(new OrbitClass("HTC"))
        .moid(0.0638)
        .diameter(11)
        .albedo(0.04)
        .build();
  }

  /** A comet of which nothing physical is known, on a parabola. */
  public static SmallBody parabolicComet() {
    return SmallBody.builder("C/1999 Y1 (LINEAR)", OrbitalElements.ofPerihelion(3.091, 1, 134.8))
        .orbitClass(new OrbitClass("PAR"))
        .build();
  }

  /** An interstellar visitor: an unbound orbit and H. */
  public static SmallBody oumuamua() {
    return SmallBody.builder(
            "1I/'Oumuamua (A/2017 U1)", OrbitalElements.ofPerihelion(0.2559, 1.2011, 122.74))
        .orbitClass(new OrbitClass("HYA"))
        .absoluteMagnitude(22.08)
        .build();
  }

  /** What most of the catalogue looks like, near Earth: an orbit and H. */
  public static SmallBody onlyH() {
    return SmallBody.builder("(2010 AB1)", OrbitalElements.of(1.5, 0.25, 5))
        .absoluteMagnitude(new AbsoluteMagnitude(22.0, 0.3))
        .build();
  }

  /** What most of the catalogue looks like, in the main belt: an orbit and H. */
  public static SmallBody onlyHInMainBelt() {
    return SmallBody.builder("(2011 CD2)", mainBeltOrbit())
        .absoluteMagnitude(new AbsoluteMagnitude(15.0, 0.2))
        .build();
  }

  /** An orbit and nothing else. */
  public static SmallBody onlyOrbit() {
    return SmallBody.builder("(2012 EF3)", mainBeltOrbit()).build();
  }

  /** A main-belt asteroid with an orbit, H and a SMASSII type. */
  public static SmallBody typed(String smassType) {
    return anAsteroid().smassType(smassType).build();
  }

  private static OrbitalElements mainBeltOrbit() {
    return OrbitalElements.of(2.65, 0.12, 8);
  }
}
