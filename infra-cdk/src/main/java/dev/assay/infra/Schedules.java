package dev.assay.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.scheduler.CronOptionsWithTimezone;
import software.amazon.awscdk.services.scheduler.IScheduleTarget;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.amazon.awscdk.services.scheduler.targets.StepFunctionsStartExecution;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/**
 * What happens by the clock: the refresh once a week, and four times a day a measurement of how old
 * the newest success is, as no alarm can look back further than seven days. A start that AWS cannot
 * make is repeated, and kept in a dead-letter queue if that does not help.
 */
final class Schedules extends Construct {

  private static final int MOST_ATTEMPTS = 10;

  private final Queue deadLetters;
  private final Schedule weekly;

  Schedules(Construct scope, Settings settings, IStateMachine machine, IFunction reportsAge) {
    super(scope, "Schedules");
    Names names = settings.names();
    this.deadLetters = WorkQueue.DeadLetters.create(this, names.of("schedule-dead-letters"));
    this.weekly =
        Schedule.Builder.create(this, "Weekly")
            .scheduleName(names.of("weekly"))
            .description("Refreshes the catalogue of " + names.catalogue())
            .schedule(weekly(settings.start()))
            .enabled(settings.scheduled())
            .target(start(machine))
            .build();
    Role ageRole = role("Age");
    Schedule.Builder.create(this, "Age")
        .scheduleName(names.of("age"))
        .description("Measures how long ago a refresh of " + names.catalogue() + " succeeded")
        .schedule(ScheduleExpression.rate(Duration.hours(6)))
        .enabled(settings.scheduled())
        .target(report(reportsAge, ageRole))
        .build();
    Suppressions.add(
        ageRole,
        "AwsSolutions-IAM5",
        List.of(
            Map.of("regex", "/^Resource::<FunctionsCreateTableFunction[A-Z0-9]+\\.Arn>:\\*$/g")),
        "CDK's target asks for versions and aliases too; the function has none.");
  }

  private static ScheduleExpression weekly(StartTime start) {
    return ScheduleExpression.cron(
        CronOptionsWithTimezone.builder()
            .minute(Integer.toString(start.minute()))
            .hour(Integer.toString(start.hour()))
            .weekDay(start.weekday())
            .timeZone(TimeZone.ETC_UTC)
            .build());
  }

  private IScheduleTarget start(IStateMachine machine) {
    return StepFunctionsStartExecution.Builder.create(machine)
        .input(ScheduleTargetInput.fromObject(Map.of()))
        .maxEventAge(Duration.hours(6))
        .retryAttempts(MOST_ATTEMPTS)
        .deadLetterQueue(deadLetters)
        .role(role("Weekly"))
        .build();
  }

  private IScheduleTarget report(IFunction function, Role role) {
    return LambdaInvoke.Builder.create(function)
        .input(ScheduleTargetInput.fromObject(Map.of("action", "report")))
        .maxEventAge(Duration.hours(1))
        .retryAttempts(MOST_ATTEMPTS)
        .deadLetterQueue(deadLetters)
        .role(role)
        .build();
  }

  private Role role(String what) {
    return Role.Builder.create(this, what + "Role")
        .assumedBy(
            new ServicePrincipal(
                "scheduler.amazonaws.com",
                ServicePrincipalOpts.builder()
                    .conditions(
                        Map.of(
                            "StringEquals",
                            // Sorted: the template has to come out the same each time.
                            new TreeMap<>(
                                Map.of(
                                    "aws:SourceAccount",
                                    Stack.of(this).getAccount(),
                                    "aws:SourceArn",
                                    scheduleGroup()))))
                    .build()))
        .build();
  }

  /** The group that schedules are in unless they name another. */
  private String scheduleGroup() {
    return Stack.of(this)
        .formatArn(
            ArnComponents.builder()
                .service("scheduler")
                .resource("schedule-group")
                .resourceName("default")
                .build());
  }

  Queue deadLetters() {
    return deadLetters;
  }

  Schedule weekly() {
    return weekly;
  }
}
