package dev.assay.infra;

import dev.assay.application.BuildVersion;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * Everything that runs Assay in an account: functions, the state machine that joins them, its
 * schedule, where they keep things, and who is told when something goes wrong. Puts the
 * capabilities together; what each of them is stands in its own construct.
 */
public final class AssayStack extends Stack {

  private static final Duration COMPLETION_VISIBILITY = Duration.minutes(2);

  /**
   * Makes the stack.
   *
   * @param scope the app
   * @param settings what was chosen
   */
  public AssayStack(Construct scope, Settings settings) {
    super(scope, settings.names().catalogue(), props(settings));
    Names names = settings.names();
    Storage storage = storage(settings);
    Notifications notifications = new Notifications(this, names, settings.email());
    RefreshFunctions functions =
        new RefreshFunctions(this, settings, storage, notifications.topic());
    RefreshMachine refresh = new RefreshMachine(this, settings, functions);
    StateMachine machine = refresh.machine();
    Schedules schedules =
        new Schedules(this, settings, machine, functions.of(RefreshFunction.CREATE_TABLE));
    watch(new Alarms(this, names, notifications.topic()), machine, functions, storage, schedules);
    if (settings.dashboard()) {
      new OperationsDashboard(this, names, machine, functions, storage);
    }
    tell(settings, storage, notifications, refresh, schedules);
  }

  /** The check of the bootstrap's version is left to the command line: one parameter less. */
  private static StackProps props(Settings settings) {
    return StackProps.builder()
        .description("Assay " + settings.names().catalogue() + ": values every known asteroid")
        .synthesizer(
            DefaultStackSynthesizer.Builder.create().generateBootstrapVersionRule(false).build())
        .tags(settings.names().tags())
        .build();
  }

  private Storage storage(Settings settings) {
    Names names = settings.names();
    return new Storage(
        new ArtifactBucket(this, settings.runDays()).bucket(),
        new StateTable(this, names).table(),
        new WorkQueue(
            this,
            "Data",
            names.of("data"),
            Duration.seconds(RefreshFunctions.DATA_VISIBILITY.toSeconds())),
        new WorkQueue(this, "Completions", names.of("completions"), COMPLETION_VISIBILITY));
  }

  private static void watch(
      Alarms alarms,
      StateMachine machine,
      RefreshFunctions functions,
      Storage storage,
      Schedules schedules) {
    alarms.watch(machine);
    alarms.watchAge();
    alarms.watchDeadLetters("data", storage.data().deadLetters());
    alarms.watchDeadLetters("completion", storage.completions().deadLetters());
    alarms.watchDeadLetters("schedule", schedules.deadLetters());
    alarms.watchProgress();
    for (RefreshFunction what : RefreshFunction.values()) {
      alarms.watch(what, functions.of(what));
    }
  }

  private void tell(
      Settings settings,
      Storage storage,
      Notifications notifications,
      RefreshMachine refresh,
      Schedules schedules) {
    output("Version", BuildVersion.text(), "of Assay, as it is deployed");
    output("Catalogue", "dynamodb:" + settings.names().catalogue(), "for assay --catalogue");
    output("StateMachineArn", refresh.machine().getStateMachineArn(), "the refresh");
    output("RunLogs", refresh.logs().getLogGroupName(), "log group of the state machine");
    output("FunctionLogs", "/aws/lambda/" + settings.names().of(""), "log groups begin with this");
    output("BucketName", storage.bucket().getBucketName(), "intermediate results and downloads");
    output("StateTableName", storage.state().getTableName(), "pointer, ledger and history");
    output(
        "GenerationTables",
        settings.names().of("generation-*"),
        "names of the generations' tables");
    output("DataQueueUrl", storage.data().queue().getQueueUrl(), "batches to be written");
    output("DataDeadLettersUrl", storage.data().deadLetters().getQueueUrl(), "batches given up");
    output("CompletionQueueUrl", storage.completions().queue().getQueueUrl(), "parsing done");
    output(
        "CompletionDeadLettersUrl",
        storage.completions().deadLetters().getQueueUrl(),
        "completions given up");
    output("ScheduleDeadLettersUrl", schedules.deadLetters().getQueueUrl(), "starts that failed");
    output("TopicArn", notifications.topic().getTopicArn(), "results and alarms");
    output("ScheduleName", schedules.weekly().getScheduleName(), "the weekly start");
  }

  private void output(String name, String value, String description) {
    CfnOutput.Builder.create(this, name).value(value).description(description).build();
  }
}
