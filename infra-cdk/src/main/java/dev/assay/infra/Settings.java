package dev.assay.infra;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.value.AssayModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;

/**
 * What can be chosen about a deployment. Every value comes from the CDK context and has a default.
 *
 * @param names prefix and stage (context "prefix", "stage")
 * @param jars the folder with the functions' jars ("jars")
 * @param start when the refresh starts each week ("schedule", for example "SUN 03:17", in UTC)
 * @param scheduled whether the schedule is switched on ("scheduled", true unless said otherwise)
 * @param email who is told of results and alarms; null for nobody ("email")
 * @param contact what the sources are told about who asks; null for Assay's own ("contact")
 * @param model the valuation model; null for Assay's default ("model")
 * @param allowHttp whether sources on the machine that the functions run on may be fetched without
 *     encryption, for an emulator ("allowHttp")
 * @param endpoint where the functions find AWS; null for AWS itself ("endpoint")
 * @param dashboard whether there is a dashboard, at 3 USD a month ("dashboard")
 * @param logLevel the least important lines that the functions log ("logLevel")
 * @param logDays how long logs are kept, in days ("logDays")
 * @param runDays how long the intermediate results of a run are kept, in days ("runDays")
 * @param writers the most writers that take batches from the queue at once ("writers")
 */
public record Settings(
    Names names,
    Path jars,
    StartTime start,
    boolean scheduled,
    @Nullable String email,
    @Nullable String contact,
    @Nullable String model,
    boolean allowHttp,
    @Nullable URI endpoint,
    boolean dashboard,
    ApplicationLogLevel logLevel,
    int logDays,
    int runDays,
    int writers) {

  /**
   * Reads the settings.
   *
   * @param values the context: a value, or null, for each key
   * @return checked settings
   * @throws WrongContextException if a value cannot be used
   */
  public static Settings from(Function<String, @Nullable Object> values) {
    Context context = new Context(values);
    return new Settings(
        new Names(context.text("prefix").orElse("assay"), context.text("stage").orElse("dev")),
        Path.of(context.text("jars").orElse("../app-lambda/target")),
        StartTime.parse("schedule", context.text("schedule").orElse("SUN 03:17")),
        context.text("scheduled").isEmpty() || context.flag("scheduled"),
        email(context),
        context.text("contact").orElse(null),
        context.choice("model", List.of(AssayModel.NAME, AsterankModel.NAME)).orElse(null),
        context.flag("allowHttp"),
        endpoint(context),
        context.flag("dashboard"),
        logLevel(context),
        context.number("logDays", 90, 1, 3653),
        context.number("runDays", 35, 8, 3653),
        context.number("writers", 8, 2, 1000));
  }

  /** None above INFO: Lambda counts the lines with the metrics as such, and alarms need them. */
  private static ApplicationLogLevel logLevel(Context context) {
    return context
        .choice("logLevel", List.of("DEBUG", "INFO"))
        .map(ApplicationLogLevel::valueOf)
        .orElse(ApplicationLogLevel.INFO);
  }

  private static @Nullable String email(Context context) {
    String email = context.text("email").orElse(null);
    if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new WrongContextException("email", email, "one e-mail address");
    }
    return email;
  }

  private static @Nullable URI endpoint(Context context) {
    String text = context.text("endpoint").orElse(null);
    if (text == null) {
      return null;
    }
    if (!text.matches("https?://[^\\s/]+/?")) {
      throw new WrongContextException(
          "endpoint", text, "the address of an AWS emulator such as http://localhost:4566");
    }
    return URI.create(text);
  }
}
