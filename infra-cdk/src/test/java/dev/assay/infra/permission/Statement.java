package dev.assay.infra.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement of a policy whose references are resolved.
 *
 * @param role logical name of the role that it is for; "*" if it is for everybody
 * @param allows false if it denies
 * @param actions patterns of actions
 * @param resources patterns of ARNs
 * @param conditions all of which have to hold
 */
record Statement(
    String role,
    boolean allows,
    List<String> actions,
    List<String> resources,
    List<Condition> conditions) {

  /**
   * What the context of a request has to be like.
   *
   * @param operator for example "StringEquals"
   * @param key for example "aws:SecureTransport"
   * @param values any of which is enough
   */
  record Condition(String operator, String key, List<String> values) {

    /** A request that lacks the key fails a plain condition and passes one for all values. */
    boolean holds(Map<String, List<String>> context) {
      List<String> given = context.getOrDefault(key, List.of());
      return switch (operator) {
        case "StringEquals", "ArnEquals", "Bool" ->
            given.size() == 1 && values.contains(given.get(0));
        case "StringLike", "ArnLike" -> given.size() == 1 && isLikeOne(given.get(0));
        case "ForAllValues:StringEquals" -> values.containsAll(given);
        case "ForAllValues:StringLike" -> given.stream().allMatch(this::isLikeOne);
        case "NumericLessThan" ->
            given.size() == 1
                && Double.parseDouble(given.get(0)) < Double.parseDouble(values.get(0));
        default -> throw new AssertionError("no meaning is known for the operator " + operator);
      };
    }

    private boolean isLikeOne(String text) {
      return values.stream().anyMatch(pattern -> isLike(pattern, text));
    }
  }

  boolean matches(Need need) {
    return (role.equals("*") || role.equals(need.role()))
        && actions.stream().anyMatch(action -> isLike(lower(action), lower(need.action())))
        && resources.stream().anyMatch(resource -> isLike(resource, need.resource()))
        && conditions.stream().allMatch(condition -> condition.holds(need.context()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether a text has the form of a pattern with * and ?. */
  static boolean isLike(String pattern, String text) {
    String form =
        Pattern.compile("[*?]|[^*?]+")
            .matcher(pattern)
            .results()
            .map(part -> part.group())
            .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
            .collect(Collectors.joining());
    return Pattern.compile(form, Pattern.DOTALL).matcher(text).matches();
  }

  /** The same statement, one for each action on each resource. */
  List<Statement> grants() {
    List<Statement> grants = new ArrayList<>();
    for (String action : actions) {
      for (String resource : resources) {
        grants.add(new Statement(role, allows, List.of(action), List.of(resource), conditions));
      }
    }
    return grants;
  }

  /** All that is left of it without one of the values of a condition, for each value. */
  List<Statement> withoutOneValue() {
    List<Statement> narrower = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.values().size() > 1) {
        for (String value : condition.values()) {
          narrower.add(with(condition, without(condition, value)));
        }
      }
    }
    return narrower;
  }

  private static Condition without(Condition condition, String value) {
    List<String> left = new ArrayList<>(condition.values());
    left.remove(value);
    return new Condition(condition.operator(), condition.key(), List.copyOf(left));
  }

  private Statement with(Condition old, Condition replacement) {
    List<Condition> changed = new ArrayList<>(conditions);
    changed.set(conditions.indexOf(old), replacement);
    return new Statement(role, allows, actions, resources, List.copyOf(changed));
  }

  @Override
  public String toString() {
    return role
        + " "
        + (allows ? "may " : "must not ")
        + actions
        + " on "
        + resources
        + (conditions.isEmpty() ? "" : " if " + conditions);
  }
}
