package dev.assay.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * What somebody has to look at. Every alarm goes to the topic; docs/operations.md explains each.
 */
final class Alarms extends Construct {

  private static final int HOURS_WITHOUT_SUCCESS = 8 * 24;

  /** One more than the state machine tries a step: fewer have been repeated with success. */
  private static final int MOST_ERRORS = 5;

  private final Names names;
  private final SnsAction action;

  Alarms(Construct scope, Names names, ITopic topic) {
    super(scope, "Alarms");
    this.names = names;
    this.action = new SnsAction(topic);
  }

  /** A run failed, took too long or was stopped. */
  void watch(StateMachine machine) {
    MetricOptions sum = sumOf(Duration.minutes(5));
    add("run-failed", "A refresh failed.", machine.metricFailed(sum), 1, 1);
    add("run-timed-out", "A refresh took too long.", machine.metricTimedOut(sum), 1, 1);
    add("run-aborted", "A refresh was stopped.", machine.metricAborted(sum), 1, 1);
  }

  /** No success within eight days; also when nothing is measured any more. */
  void watchAge() {
    IMetric hours =
        Metric.Builder.create()
            .namespace("Assay")
            .metricName("HoursSinceSuccess")
            .dimensionsMap(Map.of("Stage", names.catalogue()))
            .statistic("Maximum")
            .period(Duration.days(1))
            .build();
    create("no-success-in-8-days", "No refresh succeeded for 8 days.", hours)
        .threshold(HOURS_WITHOUT_SUCCESS)
        .evaluationPeriods(1)
        .treatMissingData(TreatMissingData.BREACHING)
        .build()
        .addAlarmAction(action);
  }

  /** Something lies in a dead-letter queue. */
  void watchDeadLetters(String what, Queue queue) {
    IMetric messages =
        queue.metricApproximateNumberOfMessagesVisible(
            MetricOptions.builder().statistic("Maximum").period(Duration.minutes(5)).build());
    add(
        what + "-dead-letters",
        "Messages of the " + what + " queue were given up.",
        messages,
        1,
        1);
  }

  /**
   * A run waits for batches, and none is written. One minute of five may be without a figure: the
   * first has none to be compared with.
   */
  void watchProgress() {
    IMetric outstanding =
        Metric.Builder.create()
            .namespace("Assay")
            .metricName("ChunksOutstanding")
            .dimensionsMap(Map.of("Stage", names.catalogue()))
            .statistic("Minimum")
            .build();
    IMetric stands =
        MathExpression.Builder.create()
            .expression("IF(outstanding > 0 AND DIFF(outstanding) >= 0, 1, 0)")
            .usingMetrics(Map.of("outstanding", outstanding))
            .label("no batch written in this minute")
            .period(Duration.minutes(1))
            .build();
    create("run-stuck", "A refresh waits for batches, and none is written.", stands)
        .threshold(1)
        .evaluationPeriods(5)
        .datapointsToAlarm(4)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(action);
  }

  /** A function fails more often than is made up for by repeating, or is held back. */
  void watch(RefreshFunction what, Function function) {
    MetricOptions hourly = sumOf(Duration.hours(1));
    add(
        what.resourceName() + "-errors",
        what.id() + " failed again and again.",
        function.metricErrors(hourly),
        MOST_ERRORS,
        1);
    add(
        what.resourceName() + "-throttles",
        what.id() + " was held back: the account runs too many functions at once.",
        function.metricThrottles(hourly),
        MOST_ERRORS,
        1);
  }

  private void add(String id, String text, IMetric metric, int threshold, int periods) {
    create(id, text, metric)
        .threshold(threshold)
        .evaluationPeriods(periods)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(action);
  }

  private Alarm.Builder create(String id, String text, IMetric metric) {
    return Alarm.Builder.create(this, id)
        .alarmName(names.of(id))
        .alarmDescription(text + " What to do: docs/operations.md, " + id + ".")
        .metric(metric)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD);
  }

  private static MetricOptions sumOf(Duration period) {
    return MetricOptions.builder().statistic("Sum").period(period).build();
  }
}
