package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Local;
import dev.assay.local.LocalRunner.Ended;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a refresh costs: the requests of a whole one are counted on the emulators, priced, and
 * carried on to a catalogue of full size. docs/cost.md explains the calculation.
 */
class CostTest {

  private static final int BODIES = 20_000;
  private static final int PAGE_ROWS = 20_000;
  private static final double FULL = 1_500_000;
  private static final double FACTOR = FULL / BODIES;

  /** Prices of us-east-1 in USD, as of October 2026; see docs/cost.md. */
  private static final double WRITE_UNIT = 0.625e-6;

  private static final double READ_UNIT = 0.125e-6;
  private static final double PUT_OR_LIST = 0.005e-3;
  private static final double GET = 0.0004e-3;
  private static final double SQS_REQUEST = 0.40e-6;
  private static final double GB_SECOND = 0.0000133334;
  private static final double INVOCATION = 0.20e-6;
  private static final double TRANSITION = 0.025e-3;
  private static final double LOG_BYTE = 0.50 / 1e9;
  private static final double TRACE = 5e-6;

  /** A metric is paid for in each hour in which it gets a value. */
  private static final double METRIC_HOUR = 0.30 / 730;

  private static final double ALARM = 0.10;
  private static final double DASHBOARD = 3;

  /** A run takes less than an hour, but may begin in one and end in the next. */
  private static final int HOURS_OF_A_RUN = 2;

  /** How often a month the age of the last success is measured. */
  private static final int MEASUREMENTS_OF_A_MONTH = 4 * 31;

  /** As TemplateTest of infra-cdk counts them. */
  private static final int ALARMS = 22;

  private static final int SQS_CHUNK_BYTES = 64 << 10;
  private static final int MESSAGES_OF_AN_EVENT = 10;
  private static final int TRANSITIONS_OF_A_CALL = 4;

  /** Looks at the ledger until everything is written: ten minutes of them. */
  private static final int LOOKS = 60;

  private static final double STEP_GB = 1769 / 1024.0;

  private final RequestCount count = new RequestCount();
  private final EmulatorPorts aws =
      new EmulatorPorts(
          counted(Local.to(Emulators.s3Endpoint(), S3Client.builder()))
              .forcePathStyle(true)
              .build(),
          counted(Local.to(Emulators.sqsEndpoint(), SqsClient.builder())).build(),
          counted(Local.to(Emulators.dynamoDbEndpoint(), DynamoDbClient.builder())).build());
  private final StringBuilder bill = new StringBuilder();
  private double total;

  private <B extends AwsClientBuilder<B, C>, C> B counted(B builder) {
    return builder.overrideConfiguration(c -> c.addExecutionInterceptor(count));
  }

  private void item(String what, double amount, double price) {
    total += amount * price;
    bill.append(
        String.format(Locale.ROOT, "%-58s %,14.0f  %8.4f USD%n", what, amount, amount * price));
  }

  @Test
  void refresh_ofFullSize_costsLessThanADollar() throws Exception {
    LongAdder writerMillis = new LongAdder();
    long begun = System.nanoTime();
    double seconds;
    Functions functions;
    try (SbdbServer service = SbdbServer.ofMany(BODIES)) {
      functions =
          new Functions(
              aws.assembly(Map.of("ASSAY_PAGE_ROWS", Integer.toString(PAGE_ROWS))),
              "weekly-1",
              "{\"latestAsteroids\":{\"url\":\""
                  + service.address()
                  + "\"},\"benner\":{\"url\":null},\"exoplanets\":{\"url\":null}}");
      Ended ended;
      try (SqsDelivery ignored =
          new SqsDelivery(
              aws.dataQueue.queue(), new WriteToDynamoHandler(aws.writeAssembly()), 1)) {
        ended = functions.run();
      }
      seconds = (System.nanoTime() - begun) / 1e9;
      assertThat(ended.failure()).isNull();
    }
    long messages = count.of("Sqs.SendMessage", "Sqs.SendMessageBatch");
    long bytes = sum("\"message\":\"chunk written\"", "bytes");
    writerMillis.add(sum("\"message\":\"chunk written\"", "millis"));
    long stepMillis = sum("\"read\":", "millis");
    bill(messages, bytes, stepMillis, writerMillis.sum(), functions);

    System.out.printf(
        Locale.ROOT,
        "%nA refresh of %,d bodies (measured with %,d in %.0f s, times %.0f), prices of October"
            + " 2026:%n%s%-58s %14s  %8.4f USD%nRequests counted: %s%n",
        (long) FULL,
        BODIES,
        seconds,
        FACTOR,
        bill,
        "total",
        "",
        total,
        count.all());
    assertThat(count.writeUnits()).isPositive();
    assertThat(total).isBetween(0.01, 1.0);
  }

  private void bill(
      long messages, long bytes, long stepMillis, long writerMillis, Functions functions) {
    item("DynamoDB write units", FACTOR * count.writeUnits(), WRITE_UNIT);
    item("DynamoDB read units", FACTOR * count.readUnits(), READ_UNIT);
    item(
        "S3 PUT, LIST and multipart requests",
        FACTOR
            * count.of(
                "S3.PutObject",
                "S3.ListObjectsV2",
                "S3.CreateMultipartUpload",
                "S3.UploadPart",
                "S3.CompleteMultipartUpload",
                "S3.CopyObject"),
        PUT_OR_LIST);
    item("S3 GET and HEAD requests", FACTOR * count.of("S3.GetObject", "S3.HeadObject"), GET);
    double chunks = messages * Math.ceil((double) bytes / messages / SQS_CHUNK_BYTES);
    item(
        "SQS requests (64 KB units sent and received; deleted by ten)",
        FACTOR
            * (2 * chunks
                + (double) messages / MESSAGES_OF_AN_EVENT
                + count.of("Sqs.GetQueueAttributes")),
        SQS_REQUEST);
    item("Lambda GB-seconds, steps (1769 MB)", FACTOR * stepMillis / 1e3 * STEP_GB, GB_SECOND);
    item("Lambda GB-seconds, writes (1024 MB)", FACTOR * writerMillis / 1e3, GB_SECOND);
    double calls = functions.calls().size() + (double) messages / MESSAGES_OF_AN_EVENT;
    item("Lambda invocations", FACTOR * calls, INVOCATION);
    item(
        "Step Functions transitions (4 for a call)",
        TRANSITIONS_OF_A_CALL
            * (functions.calls().size() - (double) BODIES / PAGE_ROWS + FULL / PAGE_ROWS + LOOKS),
        TRANSITION);
    item("X-Ray traces, at most one for a call", FACTOR * calls, TRACE);
    item("log bytes", FACTOR * aws.lines.text().length(), LOG_BYTE);
    item(
        "CloudWatch metrics, hours",
        (double) aws.lines.metrics().size() * HOURS_OF_A_RUN,
        METRIC_HOUR);
  }

  @Test
  void month_withoutAnyRefresh_costsLessThanSixDollars() {
    item("CloudWatch alarms", ALARMS, ALARM);
    item("CloudWatch metrics, hours", MEASUREMENTS_OF_A_MONTH, METRIC_HOUR);
    item("CloudWatch dashboard, if it is wanted", 1, DASHBOARD);

    System.out.printf(
        Locale.ROOT, "%nA month of watching:%n%s%-58s %14s  %8.4f USD%n", bill, "total", "", total);
    assertThat(total).isBetween(2.0, 6.0);
  }

  /** Adds up a figure over the lines of the log that have a text. */
  private long sum(String having, String figure) {
    return aws.lines
        .text()
        .lines()
        .filter(line -> line.contains(having))
        .mapToLong(line -> Lines.json(line).path(figure).longValue())
        .sum();
  }
}
