package dev.assay.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.WebIdentityPrincipal;
import software.constructs.Construct;

/**
 * The roles that GitHub's workflow takes: one that compares, one that deploys. Each only from one
 * environment of one repository, and only by way of roles that {@code cdk bootstrap} made. Deployed
 * once, by hand.
 */
final class DeployRolesStack extends Stack {

  private static final String ISSUER = "token.actions.githubusercontent.com";
  private static final String AUDIENCE = "sts.amazonaws.com";

  /** What {@code cdk bootstrap} calls its roles unless told otherwise. */
  private static final String BOOTSTRAP_ROLES = ":role/cdk-hnb659fds-";

  private final Names names;
  private final GitHubSettings github;
  private final String provider;

  DeployRolesStack(Construct scope, Names names, GitHubSettings github) {
    super(scope, names.of("deploy-roles"), props(names));
    this.names = names;
    this.github = github;
    this.provider = provider();
    role("Plan", github.planEnvironment(), List.of("lookup-role"));
    role(
        "Deploy",
        github.environment(),
        List.of("deploy-role", "file-publishing-role", "lookup-role"));
  }

  private static StackProps props(Names names) {
    return StackProps.builder()
        .description("The roles with which GitHub deploys " + names.catalogue())
        .synthesizer(
            DefaultStackSynthesizer.Builder.create().generateBootstrapVersionRule(false).build())
        .tags(names.tags())
        .build();
  }

  private void role(String id, String environment, List<String> bootstrapRoles) {
    Role role =
        Role.Builder.create(this, id)
            .description(id + " " + names.catalogue() + " from " + github.repository())
            .assumedBy(new WebIdentityPrincipal(provider, conditions(environment)))
            .maxSessionDuration(Duration.hours(1))
            .build();
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("sts:AssumeRole"))
            .resources(bootstrapRoles.stream().map(this::arn).toList())
            .build());
    CfnOutput.Builder.create(this, id + "RoleArn")
        .value(role.getRoleArn())
        .description("variable of the environment " + environment + " on GitHub")
        .build();
  }

  /** An account has one provider for an issuer; stages after the first are given it. */
  private String provider() {
    String existing = github.providerArn();
    return existing != null
        ? existing
        : CfnOIDCProvider.Builder.create(this, "GitHub")
            .url("https://" + ISSUER)
            .clientIdList(List.of(AUDIENCE))
            .build()
            .getAttrArn();
  }

  private Map<String, Object> conditions(String environment) {
    return Map.of(
        "StringEquals",
        Map.of(ISSUER + ":aud", AUDIENCE, ISSUER + ":sub", github.subjects(environment)));
  }

  private String arn(String role) {
    String account = getAccount();
    return "arn:"
        + getPartition()
        + ":iam::"
        + account
        + BOOTSTRAP_ROLES
        + role
        + "-"
        + account
        + "-"
        + getRegion();
  }
}
