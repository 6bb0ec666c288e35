package dev.assay.infra.permission;

import java.util.List;
import java.util.Map;

/**
 * What a role has to be allowed: one action on one resource.
 *
 * @param role logical name of the role in the template
 * @param action for example "dynamodb:GetItem"
 * @param resource its ARN
 * @param context values of condition keys, by key
 */
record Need(String role, String action, String resource, Map<String, List<String>> context) {

  Need {
    context = Map.copyOf(context);
  }

  Need(String role, String action, String resource) {
    this(role, action, resource, Map.of());
  }

  /** The service that the action belongs to. */
  String service() {
    return action.substring(0, action.indexOf(':'));
  }
}
