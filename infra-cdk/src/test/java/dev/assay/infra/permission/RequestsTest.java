package dev.assay.infra.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests need, by AWS's documentation of its operations. */
class RequestsTest {

  private static final String PLACE = "us-east-1:000000000000";

  private final Requests requests = new Requests(PLACE, Map.of("state", "pk", "bodies", "pk"));

  private List<Need> dynamoDb(String operation, String body) {
    return requests.needs(
        "role",
        new RecordedRequest(
            "F",
            "dynamodb",
            "POST",
            URI.create("/"),
            Map.of("x-amz-target", "DynamoDB_20120810." + operation),
            body.replace('\'', '"')));
  }

  private static Need need(String operation, String table, String... keys) {
    return new Need(
        "role",
        "dynamodb:" + operation,
        "arn:aws:dynamodb:" + PLACE + ":table/" + table,
        Map.of("dynamodb:LeadingKeys", List.of(keys)));
  }

  @Test
  void transaction_needsTheActionOfEachOfItsParts() {
    assertThat(
            dynamoDb(
                "TransactWriteItems",
                "{'TransactItems':["
                    + "{'ConditionCheck':{'TableName':'bodies','Key':{'pk':{'S':'gate'}}}},"
                    + "{'Put':{'TableName':'bodies','Item':{'pk':{'S':'marker'}}}},"
                    + "{'Update':{'TableName':'state','Key':{'pk':{'S':'chunks#1'}}}}]}"))
        .containsExactly(
            need("ConditionCheckItem", "bodies", "gate"),
            need("PutItem", "bodies", "marker"),
            need("UpdateItem", "state", "chunks#1"));
  }

  @Test
  void batch_needsItsActionOnEachTable_withAllKeys() {
    assertThat(
            dynamoDb(
                "BatchWriteItem",
                "{'RequestItems':{'bodies':["
                    + "{'PutRequest':{'Item':{'pk':{'S':'b'}}}},"
                    + "{'DeleteRequest':{'Key':{'pk':{'S':'a'}}}}],"
                    + "'state':[{'PutRequest':{'Item':{'pk':{'S':'runs'}}}}]}}"))
        .containsExactlyInAnyOrder(
            need("BatchWriteItem", "bodies", "a", "b"), need("BatchWriteItem", "state", "runs"));
    assertThat(
            dynamoDb("BatchGetItem", "{'RequestItems':{'state':{'Keys':[{'pk':{'S':'runs'}}]}}}"))
        .containsExactly(need("BatchGetItem", "state", "runs"));
  }

  @Test
  void query_needsItsActionWithItsPartition() {
    assertThat(
            dynamoDb(
                "Query",
                "{'TableName':'state','KeyConditionExpression':'sk > :s AND #p = :k',"
                    + "'ExpressionAttributeNames':{'#p':'pk'},"
                    + "'ExpressionAttributeValues':{':k':{'S':'runs'},':s':{'S':'x'}}}"))
        .containsExactly(need("Query", "state", "runs"));
  }

  @Test
  void operation_withoutAKnownAction_isRefused() {
    assertThatThrownBy(() -> dynamoDb("Scan", "{'TableName':'state'}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Scan");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /b/runs/x, s3:GetObject",
    "HEAD, /b/runs/x, s3:GetObject",
    "DELETE, /b/runs/x?uploadId=u, s3:AbortMultipartUpload",
    "DELETE, /b/runs/x, s3:DeleteObject"
  })
  void object_needsTheActionOfWhatIsDoneToIt(String method, String uri, String action) {
    assertThat(s3(method, uri, 200))
        .containsExactly(new Need("role", action, "arn:aws:s3:::b/runs/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /b/runs/x",
    "PUT, /b/runs/x?partNumber=1&uploadId=u",
    "POST, /b/runs/x?uploads",
    "POST, /b/runs/x?uploadId=u"
  })
  void object_thatIsWritten_mayHaveToBeBrokenOff(String method, String uri) {
    assertThat(s3(method, uri, 200))
        .containsExactly(
            new Need("role", "s3:PutObject", "arn:aws:s3:::b/runs/x"),
            new Need("role", "s3:AbortMultipartUpload", "arn:aws:s3:::b/runs/x"));
  }

  @ParameterizedTest
  @CsvSource({"GET, /b/runs/x?tagging", "GET, /b/runs/x?versionId=1", "PUT, /b/runs/x?acl"})
  void object_whoseSubresourceIsAskedFor_isRefused(String method, String uri) {
    assertThatThrownBy(() -> s3(method, uri, 200)).isInstanceOf(AssertionError.class);
  }

  private List<Need> s3(String method, String uri, int status) {
    return requests.needs(
        "role",
        new RecordedRequest("F", "s3", method, URI.create(uri), Map.of(), "").answered(status));
  }

  @Test
  void object_thatIsMissing_needsTheBucketToBeListedAsWell() {
    assertThat(s3("HEAD", "/b/runs/x", 404))
        .containsExactly(
            new Need("role", "s3:GetObject", "arn:aws:s3:::b/runs/x"),
            new Need("role", "s3:ListBucket", "arn:aws:s3:::b"));
  }

  @Test
  void bucket_isListedByPrefix() {
    assertThat(s3("GET", "/b?list-type=2&prefix=runs%2F", 200))
        .containsExactly(
            new Need(
                "role", "s3:ListBucket", "arn:aws:s3:::b", Map.of("s3:prefix", List.of("runs/"))));
  }

  @Test
  void batchOfMessages_needsTheActionOfOne() {
    assertThat(
            requests.needs(
                "role",
                new RecordedRequest(
                    "F",
                    "sqs",
                    "POST",
                    URI.create("/"),
                    Map.of("x-amz-target", "AmazonSQS.SendMessageBatch"),
                    "{\"QueueUrl\":\"http://127.0.0.1:9324/000000000000/data\"}")))
        .containsExactly(new Need("role", "sqs:SendMessage", "arn:aws:sqs:" + PLACE + ":data"));
  }
}
