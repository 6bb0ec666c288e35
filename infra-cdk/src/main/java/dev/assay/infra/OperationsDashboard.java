package dev.assay.infra;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** Runs, rows, queues and functions on one page. */
final class OperationsDashboard extends Construct {

  private static final int HALF = 12;

  private final Names names;

  OperationsDashboard(
      Construct scope,
      Names names,
      StateMachine machine,
      RefreshFunctions functions,
      Storage storage) {
    super(scope, "Dashboard");
    this.names = names;
    Dashboard dashboard =
        Dashboard.Builder.create(this, "Dashboard").dashboardName(names.catalogue()).build();
    dashboard.addWidgets(
        graph(
            "Runs",
            List.of(machine.metricSucceeded(), machine.metricFailed(), machine.metricTime())),
        graph(
            "Rows",
            List.of(
                rows("RowsAccepted", "PARSE_HORIZON"),
                rows("RowsRejected", "PARSE_HORIZON"),
                rows("RowsWritten", "WRITE_TO_DYNAMO"))));
    dashboard.addWidgets(
        graph("Waiting batches", waiting(storage)),
        graph(
            "Functions: longest call",
            Arrays.stream(RefreshFunction.values())
                .map(what -> (IMetric) functions.of(what).metricDuration())
                .toList()));
  }

  private static List<IMetric> waiting(Storage storage) {
    return Stream.of(
            storage.data().queue(), storage.data().deadLetters(), storage.completions().queue())
        .map(Queue::metricApproximateNumberOfMessagesVisible)
        .<IMetric>map(metric -> metric)
        .toList();
  }

  private IMetric rows(String metric, String step) {
    return Metric.Builder.create()
        .namespace("Assay")
        .metricName(metric)
        .dimensionsMap(Map.of("Stage", names.catalogue(), "Step", step))
        .statistic("Sum")
        .period(Duration.minutes(5))
        .build();
  }

  private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).left(metrics).width(HALF).build();
  }
}
