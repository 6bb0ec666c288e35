package dev.assay.application.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formulae that numbers follow from; each has its page in docs/formulas. */
public enum Formula {
  /** Diameter from magnitude and albedo. */
  DIAMETER(
      "magnitude-albedo relation",
      "D = 1329 km p^-1/2 10^(-H/5)",
      "h-albedo",
      "h-class-albedo",
      "asterank-default-albedo"),
  /** Mass from GM. */
  GM("mass from GM", "M = GM/G", "gm"),
  /** Several masses combined. */
  COMBINED_MASS(
      "mean weighted by inverse variance", "M = sum(m/s^2) / sum(1/s^2)", "combined-measurements"),
  /** Mass from size and density. */
  SPHERE("sphere of class density", "M = pi/6 D^3 rho", "diameter-density"),
  /** Density from mass and size. */
  DENSITY("bulk density", "rho = 6 M / (pi D^3)"),
  /** Class from zone and albedo. */
  BAYES("Bayes' rule", "P(class) ~ share in zone x density of ln p in class", "zone-albedo"),
  /** Quantity of a body of uncertain class. */
  CLASS_MIXTURE("mean over classes", "ln x = sum P(class) ln x(class)"),
  /** Rendezvous delta-v. */
  DELTA_V("Shoemaker-Helin figure of merit", "dv = 30 F + 0.5 km/s, F = U_L + U_R"),
  /** Accessibility. */
  ACCESSIBILITY("payload relative to the best orbit", "A = exp(-(dv - 3.7238)/4.4)"),
  /** Gross value. */
  GROSS_VALUE("gross in-situ value", "V = sum P(class) M(class) sum x_k p_k", "class-weighted"),
  /** Profit of a mission. */
  PROFIT(
      "net present value of one reference mission",
      "revenue (1+r)^-T - launch - equipment - operations"),
  /** Mass as Asterank has it from GM. */
  ASTERANK_GM(
      "Asterank's mass", "M = GM/6.673e-20, above 1e18 kg a millionth of it", "asterank-gm"),
  /** Mass as Asterank has it from size and density. */
  ASTERANK_SPHERE(
      "Asterank's mass",
      "M = 1e15 pi (D/2)^3 rho/6, 125 times that of the sphere",
      "asterank-diameter-density"),
  /** Mass where Asterank knows nothing. */
  ASTERANK_DEFAULT("Asterank's mass", "1.47e15 kg, nothing being known", "asterank-default-mass"),
  /** Delta-v as Asterank has it. */
  ASTERANK_DELTA_V(
      "Shoemaker-Helin figure of merit with the change of plane counted twice",
      "dv = 30 F + 0.5 km/s, U_R^2 = Uc^2 - 2 Uc Ur cos(i/2) + Ur^2"),
  /** Asterank's value. */
  ASTERANK_PRICE("Asterank's price", "mass x percent/100 x price, its own percent and prices"),
  /** Asterank's closeness. */
  ASTERANK_CLOSENESS(
      "Asterank's closeness",
      "(s(0.9 Q) + s(0.45 a) + s(0.9 q) + 50 (1 + s(1.3 dv - 6)) + 1)^2, s(x) = 1/(1 + e^x)"),
  /** Asterank's profit. */
  ASTERANK_PROFIT("Asterank's profit", "price x closeness / (3417.5 dv), no cost in it");

  private final String title;
  private final String equation;
  private final List<String> codes;

  Formula(String title, String equation, String... codes) {
    this.title = title;
    this.equation = equation;
    this.codes = List.of(codes);
  }

  /**
   * What the formula is called.
   *
   * @return its name
   */
  public String title() {
    return title;
  }

  /**
   * The equation in one line.
   *
   * @return plain text, units stated where they are not those of the quantity
   */
  public String equation() {
    return equation;
  }

  /**
   * The formula behind a code of the catalogue; null where there is none, as for what is measured.
   */
  static @Nullable Formula ofCode(String code) {
    for (Formula formula : values()) {
      if (formula.codes.contains(code)) {
        return formula;
      }
    }
    return null;
  }
}
