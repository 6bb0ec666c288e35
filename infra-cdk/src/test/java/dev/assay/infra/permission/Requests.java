package dev.assay.infra.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What requests need to be allowed, by AWS's documentation: most operations the action of their
 * name on the one resource that they name; some have no action of their own.
 */
final class Requests {

  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

  private static final Map<String, String> ACTIONS_OF_BATCHES =
      Map.of(
          "SendMessageBatch", "SendMessage",
          "DeleteMessageBatch", "DeleteMessage",
          "ChangeMessageVisibilityBatch", "ChangeMessageVisibility");

  /** The parts of a transaction of DynamoDB, and the actions that they are checked for. */
  private static final Map<String, String> ACTIONS_OF_PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  /** Parameters of listings and of uploads in parts. */
  private static final Set<String> PLAIN_PARAMETERS =
      Set.of(
          "list-type",
          "prefix",
          "continuation-token",
          "max-keys",
          "uploads",
          "uploadId",
          "partNumber");

  private static final Pattern PLAIN_HEADERS =
      Pattern.compile(
          "x-amz-(date|te|trailer|content-sha256|decoded-content-length|security-token"
              + "|checksum-.*|sdk-checksum-algorithm)");

  private static final Pattern EQUALITY = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");

  private final String account;
  private final Map<String, String> partitionKeys = new HashMap<>();

  /**
   * Reads requests.
   *
   * @param account region and account as in an ARN, for example "us-east-1:000000000000"
   * @param partitionKeys names of the partition keys of tables, by table
   */
  Requests(String account, Map<String, String> partitionKeys) {
    this.account = account;
    this.partitionKeys.putAll(partitionKeys);
  }

  /** The needs of a request, in the name of a role. */
  List<Need> needs(String role, RecordedRequest request) {
    return switch (request.service()) {
      case "dynamodb" -> ofDynamoDb(role, request.operation(), request.json());
      case "sqs" -> ofSqs(role, request);
      case "sns" -> ofSns(role, request);
      case "s3" -> ofS3(role, request);
      default -> throw new AssertionError("no service is called " + request.service());
    };
  }

  private List<Need> ofDynamoDb(String role, String operation, JsonNode body) {
    return switch (operation) {
      case "TransactWriteItems", "TransactGetItems" ->
          ofTransaction(role, body.get("TransactItems"));
      case "BatchWriteItem", "BatchGetItem" -> ofBatch(role, operation, body.get("RequestItems"));
      case "CreateTable" -> {
        String table = body.get("TableName").asText();
        partitionKeys.put(table, body.at("/KeySchema/0/AttributeName").asText());
        yield List.of(new Need(role, "dynamodb:CreateTable", table(table)));
      }
      case "DescribeTable", "DeleteTable" ->
          List.of(new Need(role, "dynamodb:" + operation, table(body.get("TableName").asText())));
      case "Query", "GetItem", "PutItem", "UpdateItem", "DeleteItem" ->
          List.of(ofItem(role, operation, body));
      default -> throw new AssertionError("no action is known for dynamodb " + operation);
    };
  }

  /** There is no action for the transaction as a whole. */
  private List<Need> ofTransaction(String role, JsonNode items) {
    List<Need> needs = new ArrayList<>();
    for (JsonNode item : items) {
      for (Map.Entry<String, JsonNode> part : item.properties()) {
        String action = Objects.requireNonNull(ACTIONS_OF_PARTS.get(part.getKey()));
        needs.add(ofItem(role, action, part.getValue()));
      }
    }
    return needs;
  }

  private List<Need> ofBatch(String role, String operation, JsonNode byTable) {
    List<Need> needs = new ArrayList<>();
    byTable
        .properties()
        .forEach(
            requests -> {
              String table = requests.getKey();
              Set<String> keys = new TreeSet<>();
              JsonNode value = requests.getValue();
              (value.has("Keys") ? value.get("Keys") : value)
                  .forEach(one -> keys.add(partition(table, unwrapped(one))));
              needs.add(need(role, operation, table, keys));
            });
    return needs;
  }

  /** The item of a write, or the key of a deletion or of a read. */
  private static JsonNode unwrapped(JsonNode one) {
    if (one.has("PutRequest")) {
      return one.at("/PutRequest/Item");
    }
    return one.has("DeleteRequest") ? one.at("/DeleteRequest/Key") : one;
  }

  private Need ofItem(String role, String operation, JsonNode body) {
    String table = body.get("TableName").asText();
    String key;
    if (body.has("Key") || body.has("Item")) {
      key = partition(table, body.has("Key") ? body.get("Key") : body.get("Item"));
    } else {
      key = partitionOfQuery(table, body);
    }
    return need(role, operation, table, Set.of(key));
  }

  private String partition(String table, JsonNode item) {
    return item.at("/" + partitionKey(table) + "/S").asText();
  }

  private String partitionOfQuery(String table, JsonNode body) {
    Matcher equality = EQUALITY.matcher(body.get("KeyConditionExpression").asText());
    while (equality.find()) {
      String name = equality.group(1);
      String attribute =
          name.startsWith("#") ? body.at("/ExpressionAttributeNames/" + name).asText() : name;
      if (attribute.equals(partitionKey(table))) {
        return body.at("/ExpressionAttributeValues/" + equality.group(2) + "/S").asText();
      }
    }
    throw new AssertionError("a query without its partition key: " + body);
  }

  private String partitionKey(String table) {
    String key = partitionKeys.get(table);
    if (key == null) {
      throw new AssertionError("nobody has seen the table " + table + " being made");
    }
    return key;
  }

  private Need need(String role, String operation, String table, Set<String> keys) {
    return new Need(
        role,
        "dynamodb:" + operation,
        table(table),
        Map.of(LEADING_KEYS, keys.stream().sorted().toList()));
  }

  private String table(String name) {
    return "arn:aws:dynamodb:" + account + ":table/" + name;
  }

  private List<Need> ofSqs(String role, RecordedRequest request) {
    String operation = request.operation();
    String action = ACTIONS_OF_BATCHES.getOrDefault(operation, operation);
    JsonNode body = request.json();
    String name =
        body.has("QueueName")
            ? body.get("QueueName").asText()
            : body.get("QueueUrl").asText().replaceAll(".*/", "");
    return List.of(new Need(role, "sqs:" + action, "arn:aws:sqs:" + account + ":" + name));
  }

  private static List<Need> ofSns(String role, RecordedRequest request) {
    Map<String, String> form = request.form();
    return List.of(new Need(role, "sns:" + form.get("Action"), form.getOrDefault("TopicArn", "")));
  }

  /** Paths are "/BUCKET/KEY". */
  private static List<Need> ofS3(String role, RecordedRequest request) {
    requirePlain(request);
    String[] path = request.uri().getPath().substring(1).split("/", 2);
    String bucket = "arn:aws:s3:::" + path[0];
    String key = path.length == 2 ? path[1] : "";
    List<Need> needs = new ArrayList<>();
    if (key.isEmpty()) {
      needs.add(ofBucket(role, request, bucket));
    } else {
      String action = actionOnObject(request);
      needs.add(new Need(role, action, bucket + "/" + key));
      if (action.equals("s3:PutObject")) {
        // Whoever writes an object may have to break off an upload of several parts.
        needs.add(new Need(role, "s3:AbortMultipartUpload", bucket + "/" + key));
      }
      if (request.status() == 404) {
        // That an object is missing is told to those who may list the bucket, without any prefix.
        needs.add(new Need(role, "s3:ListBucket", bucket));
      }
    }
    return needs;
  }

  /** Other parameters and headers stand for operations with actions of their own. */
  private static void requirePlain(RecordedRequest request) {
    boolean plain =
        PLAIN_PARAMETERS.containsAll(request.query().keySet())
            && request.headers().keySet().stream()
                .filter(name -> name.startsWith("x-amz-"))
                .allMatch(name -> PLAIN_HEADERS.matcher(name).matches());
    if (!plain) {
      throw new AssertionError("no action is known for " + request + " " + request.headers());
    }
  }

  private static Need ofBucket(String role, RecordedRequest request, String bucket) {
    Map<String, String> query = request.query();
    if (!request.method().equals("GET") || !query.containsKey("list-type")) {
      throw new AssertionError("no action is known for " + request);
    }
    return new Need(
        role,
        "s3:ListBucket",
        bucket,
        Map.of("s3:prefix", List.of(query.getOrDefault("prefix", ""))));
  }

  private static String actionOnObject(RecordedRequest request) {
    boolean upload = request.query().containsKey("uploadId");
    return switch (request.method()) {
      case "GET", "HEAD" -> "s3:GetObject";
      case "PUT" -> "s3:PutObject";
      case "POST" -> "s3:PutObject";
      case "DELETE" -> upload ? "s3:AbortMultipartUpload" : "s3:DeleteObject";
      default -> throw new AssertionError("no action is known for " + request);
    };
  }
}
