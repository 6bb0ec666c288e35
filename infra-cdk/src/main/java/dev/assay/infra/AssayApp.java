package dev.assay.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.util.List;
import java.util.Map;
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
   * @throws WrongContextException if the context has a key or a value that cannot be used
   */
  public static AssayStack build(App app) {
    Context.requireKnown(keys(app));
    Settings settings = Settings.from(app.getNode()::tryGetContext);
    AssayStack stack = new AssayStack(app, settings);
    settings.names().tags().forEach(Tags.of(app)::add);
    GitHubSettings.from(app.getNode()::tryGetContext, settings.names().stage())
        .ifPresent(github -> new DeployRolesStack(app, settings.names(), github));
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    Aspects.of(app).add(ServerlessChecks.Builder.create().verbose(true).build());
    return stack;
  }

  private static List<String> keys(App app) {
    Map<?, ?> context = (Map<?, ?>) app.getNode().getAllContext();
    return context.keySet().stream().map(String::valueOf).toList();
  }
}
