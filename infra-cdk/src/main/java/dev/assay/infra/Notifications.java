package dev.assay.infra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Where people hear of results and alarms: one topic, over TLS only, by e-mail if asked for. */
final class Notifications extends Construct {

  private final Topic topic;

  Notifications(Construct scope, Names names, @Nullable String email) {
    super(scope, "Notifications");
    this.topic =
        Topic.Builder.create(this, "Topic")
            .topicName(names.of("notifications"))
            .displayName("Assay " + names.stage())
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(alarmsMayPublish());
    if (email != null) {
      Suppressions.add(
          topic.addSubscription(new EmailSubscription(email)),
          "Serverless-SNSRedrivePolicy",
          "Mail that cannot be delivered is lost on nobody else: the history of runs and the alarms"
              + " show the same.");
    }
  }

  private PolicyStatement alarmsMayPublish() {
    return PolicyStatement.Builder.create()
        .sid("AlarmsOfThisAccount")
        .effect(Effect.ALLOW)
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of("sns:Publish"))
        .resources(List.of(topic.getTopicArn()))
        .conditions(
            Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
        .build();
  }

  Topic topic() {
    return topic;
  }
}
