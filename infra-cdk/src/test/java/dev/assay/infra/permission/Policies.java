package dev.assay.infra.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The policies of a stack. A need is met if a statement allows it and none denies it.
 *
 * @param grants statements with one action and one resource each
 */
record Policies(List<Statement> grants) {

  static Policies of(List<Statement> statements) {
    return new Policies(statements.stream().flatMap(s -> s.grants().stream()).toList());
  }

  boolean meets(Need need) {
    boolean allowed = false;
    for (Statement grant : grants) {
      if (grant.matches(need)) {
        if (!grant.allows()) {
          return false;
        }
        allowed = true;
      }
    }
    return allowed;
  }

  /** The needs that are not met. */
  List<Need> unmet(Collection<Need> needs) {
    return needs.stream().filter(need -> !meets(need)).toList();
  }

  /** What could be taken away although all needs would be met still. */
  List<String> superfluous(Collection<Need> needs) {
    List<String> superfluous = new ArrayList<>();
    for (int i = 0; i < grants.size(); i++) {
      Statement grant = grants.get(i);
      if (!grant.allows()) {
        continue;
      }
      List<Need> met = needs.stream().filter(grant::matches).toList();
      if (with(i, List.of()).unmet(met).isEmpty()) {
        superfluous.add(grant.toString());
        continue;
      }
      for (Statement narrower : grant.withoutOneValue()) {
        if (with(i, List.of(narrower)).unmet(met).isEmpty()) {
          superfluous.add(grant + ", for which " + narrower.conditions() + " is enough");
        }
      }
    }
    return superfluous;
  }

  private Policies with(int index, List<Statement> instead) {
    List<Statement> changed = new ArrayList<>(grants);
    changed.remove(index);
    changed.addAll(index, instead);
    return new Policies(changed);
  }
}
