package dev.assay.infra.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.infra.permission.Statement.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the roles of a stack may do what is done in their name, and nothing else. */
public final class StackPermissions {

  /** True of every request of the SDK. */
  private static final Map<String, List<String>> ALWAYS =
      Map.of("aws:SecureTransport", List.of("true"), "s3:TlsVersion", List.of("1.3"));

  private final JsonNode resources;
  private final Policies policies;
  private final Set<Need> needs = new LinkedHashSet<>();
  private final IamData data = new IamData();

  /**
   * Reads a template.
   *
   * @param resources its resources
   * @param bucket name of its bucket
   * @param recorder has recorded what the functions do
   */
  public StackPermissions(JsonNode resources, String bucket, Recorder recorder) {
    this.resources = resources;
    StackNames names = new StackNames(resources, bucket);
    this.policies = Policies.of(new PolicyReader(resources, names).statements());
    Requests requests = new Requests(StackNames.PLACE, partitionKeys());
    for (RecordedRequest request : recorder.requests()) {
      requests.needs(role(request.function()), request).forEach(this::add);
    }
    ServiceNeeds.of(resources, names).forEach(this::add);
  }

  private void add(Need need) {
    Map<String, List<String>> context = new HashMap<>(ALWAYS);
    context.putAll(need.context());
    needs.add(new Need(need.role(), need.action(), need.resource(), context));
  }

  private Map<String, String> partitionKeys() {
    Map<String, String> keys = new HashMap<>();
    for (JsonNode resource : resources) {
      if (resource.get("Type").asText().equals("AWS::DynamoDB::Table")) {
        JsonNode properties = resource.get("Properties");
        keys.put(
            properties.get("TableName").asText(),
            properties.at("/KeySchema/0/AttributeName").asText());
      }
    }
    return keys;
  }

  private String role(String function) {
    return resources.properties().stream()
        .filter(resource -> resource.getKey().matches("Functions" + function + "Function[0-9A-F]+"))
        .map(resource -> resource.getValue().at("/Properties/Role/Fn::GetAtt/0").asText())
        .findFirst()
        .orElseThrow();
  }

  /** What is done although no policy allows it. */
  public List<String> missing() {
    return policies.unmet(needs).stream()
        .map(
            need ->
                need.role()
                    + " may not "
                    + need.action()
                    + " on "
                    + need.resource()
                    + " "
                    + need.context())
        .distinct()
        .toList();
  }

  /** What is allowed although nobody does it. */
  public List<String> superfluous() {
    return policies.superfluous(needs);
  }

  /** What AWS does not know: actions, and what they act on and depend on. */
  public List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    for (Need need : needs) {
      if (!data.isAction(need.action()) || !data.actsOn(need.action(), need.resource())) {
        unknown.add(need.action() + " on " + need.resource());
      }
    }
    for (Statement grant : policies.grants()) {
      String action = grant.actions().get(0);
      if (grant.allows() && !data.isAction(action)) {
        unknown.add(grant.toString());
      }
      for (Condition condition : grant.conditions()) {
        if (grant.allows()
            && !condition.key().startsWith("aws:")
            && !data.conditionKeys(action).contains(condition.key())) {
          unknown.add(grant + ": " + action + " does not know " + condition.key());
        }
      }
    }
    return unknown;
  }
}
