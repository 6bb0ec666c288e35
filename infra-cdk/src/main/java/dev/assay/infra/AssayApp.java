package dev.assay.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Tags;

/** Started by {@code cdk}: reads the context, makes the stacks, holds them against cdk-nag. */
public final class AssayApp {

  private AssayApp() {}

  /**
   * Writes the cloud assembly to where {@code cdk} asks for it.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    App app = new App();
    try {
      build(app);
    } catch (WrongContextException e) {
      System.err.println("assay: " + e.getMessage());
      System.exit(2);
    }
    app.synth();
  }

  /**
   * Puts the stacks into an app.
   *
   * @param app whose context holds the settings
   * @return the stack that runs Assay
   */
  public static AssayStack build(App app) {
    Settings settings = Settings.from(app.getNode()::tryGetContext);
    AssayStack stack = new AssayStack(app, settings);
    Tags.of(app).add("assay:stage", settings.names().stage());
    GitHubSettings.from(app.getNode()::tryGetContext, settings.names().stage())
        .ifPresent(github -> new DeployRolesStack(app, settings.names(), github));
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    Aspects.of(app).add(ServerlessChecks.Builder.create().verbose(true).build());
    return stack;
  }
}
