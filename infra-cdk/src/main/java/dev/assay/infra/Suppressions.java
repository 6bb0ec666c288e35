package dev.assay.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** Findings of cdk-nag that are by intention, each with its reason. */
final class Suppressions {

  static final String X_RAY =
      "X-Ray knows no resources: AWS documents that writing traces needs all of them.";

  private Suppressions() {}

  static void add(IConstruct construct, String rule, String reason) {
    add(construct, NagPackSuppression.builder().id(rule).reason(reason).build());
  }

  /** Only for what is named; another finding of the same rule is an error still. */
  static void add(IConstruct construct, String rule, List<?> appliesTo, String reason) {
    add(
        construct,
        NagPackSuppression.builder().id(rule).appliesTo(appliesTo).reason(reason).build());
  }

  private static void add(IConstruct construct, NagPackSuppression suppression) {
    NagSuppressions.addResourceSuppressions(construct, List.of(suppression), true);
  }
}
