package dev.assay.infra.permission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A request that a function made, and how it was answered.
 *
 * @param function which function
 * @param service "dynamodb", "s3", "sqs" or "sns"
 * @param method of HTTP
 * @param uri path and query
 * @param headers by name in lower case
 * @param body what was sent
 * @param status of the answer; 0 before there is one
 */
record RecordedRequest(
    String function,
    String service,
    String method,
    URI uri,
    Map<String, String> headers,
    String body,
    int status) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  RecordedRequest(
      String function,
      String service,
      String method,
      URI uri,
      Map<String, String> headers,
      String body) {
    this(function, service, method, uri, headers, body, 0);
  }

  RecordedRequest answered(int withStatus) {
    return new RecordedRequest(function, service, method, uri, headers, body, withStatus);
  }

  /** The operation of a service that speaks JSON, for example "GetItem". */
  String operation() {
    String target = headers.getOrDefault("x-amz-target", "");
    return target.substring(target.indexOf('.') + 1);
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(this + " has no JSON", e);
    }
  }

  /** The fields of a form. */
  Map<String, String> form() {
    return fields(body);
  }

  /** The parameters of the query; those without a value are empty. */
  Map<String, String> query() {
    String query = uri.getRawQuery();
    return query == null ? Map.of() : fields(query);
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return function + ": " + method + " " + uri + " " + operation() + " -> " + status;
  }
}
