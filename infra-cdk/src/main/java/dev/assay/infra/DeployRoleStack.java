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
 * The role with which GitHub's workflow deploys: only from one environment of one repository, and
 * only by way of the roles that {@code cdk bootstrap} made. Deployed once, by hand.
 */
public final class DeployRoleStack extends Stack {

  private static final String ISSUER = "token.actions.githubusercontent.com";
  private static final String AUDIENCE = "sts.amazonaws.com";

  /** What {@code cdk bootstrap} calls its roles unless told otherwise. */
  private static final String BOOTSTRAP_ROLES = "role/cdk-hnb659fds-";

  /**
   * Makes the stack.
   *
   * @param scope the app
   * @param names prefix and stage
   * @param github who may take the role
   */
  public DeployRoleStack(Construct scope, Names names, GitHubSettings github) {
    super(
        scope,
        names.of("deploy-role"),
        StackProps.builder()
            .description("The role with which GitHub deploys " + names.catalogue())
            .synthesizer(
                DefaultStackSynthesizer.Builder.create()
                    .generateBootstrapVersionRule(false)
                    .build())
            .build());
    Role role =
        Role.Builder.create(this, "Role")
            .roleName(names.of("deploy"))
            .description("Deploys " + names.catalogue() + " from " + github.repository())
            .assumedBy(new WebIdentityPrincipal(provider(github), conditions(github)))
            .maxSessionDuration(Duration.hours(1))
            .build();
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("sts:AssumeRole"))
            .resources(bootstrapRoles())
            .build());
    CfnOutput.Builder.create(this, "RoleArn")
        .value(role.getRoleArn())
        .description("the variable AWS_DEPLOY_ROLE of the environment on GitHub")
        .build();
  }

  private String provider(GitHubSettings github) {
    String existing = github.providerArn();
    return existing != null
        ? existing
        : CfnOIDCProvider.Builder.create(this, "GitHub")
            .url("https://" + ISSUER)
            .clientIdList(List.of(AUDIENCE))
            .build()
            .getAttrArn();
  }

  private static Map<String, Object> conditions(GitHubSettings github) {
    return Map.of(
        "StringEquals", Map.of(ISSUER + ":aud", AUDIENCE, ISSUER + ":sub", github.subjects()));
  }

  private List<String> bootstrapRoles() {
    return List.of("deploy-role", "file-publishing-role", "lookup-role").stream()
        .map(
            role ->
                "arn:"
                    + getPartition()
                    + ":iam::"
                    + getAccount()
                    + ":"
                    + BOOTSTRAP_ROLES
                    + role
                    + "-"
                    + getAccount()
                    + "-"
                    + getRegion())
        .toList();
  }
}
