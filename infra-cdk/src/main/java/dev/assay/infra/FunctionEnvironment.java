package dev.assay.infra;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.sns.ITopic;

/** The environment variables of the functions: each gets what it needs and nothing else. */
final class FunctionEnvironment {

  /** How often the state machine looks whether all is written, in seconds. */
  private static final int LOOK_SECONDS = 10;

  /** Longer than a message of a writer that died stays out of sight, each time that it may. */
  private static final long LOOKS =
      WorkQueue.MOST_RECEIVES * RefreshFunctions.DATA_VISIBILITY.toSeconds() / LOOK_SECONDS + 12;

  /** ParseHorizon fetches tables of prices and of the mission, if a request names them. */
  private static final Set<RefreshFunction> DOWNLOADING =
      EnumSet.of(
          RefreshFunction.DOWNLOAD_DELTA_V,
          RefreshFunction.DOWNLOAD_EXOPLANETS,
          RefreshFunction.CALCULATE_MASSES,
          RefreshFunction.GET_LATEST_ASTEROIDS,
          RefreshFunction.PARSE_HORIZON);

  private final Settings settings;
  private final Storage storage;
  private final ITopic topic;

  FunctionEnvironment(Settings settings, Storage storage, ITopic topic) {
    this.settings = settings;
    this.storage = storage;
    this.topic = topic;
  }

  Map<String, String> of(RefreshFunction what) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("ASSAY_STAGE", settings.names().catalogue());
    putUnlessNull(variables, "ASSAY_CONTACT", settings.contact());
    putUnlessNull(variables, "ASSAY_MODEL", settings.model());
    putUnlessNull(variables, "AWS_ENDPOINT_URL", settings.endpoint());
    if (what != RefreshFunction.WRITE_TO_DYNAMO) {
      variables.put("ASSAY_BUCKET", storage.bucket().getBucketName());
    }
    if (settings.allowHttp() && DOWNLOADING.contains(what)) {
      variables.put("ASSAY_ALLOW_HTTP", "true");
    }
    switch (what) {
      case CREATE_TABLE -> {
        putCatalogue(variables);
        putQueue(variables, "DATA", storage.data());
        putQueue(variables, "COMPLETION", storage.completions());
        variables.put("ASSAY_TOPIC_ARN", topic.getTopicArn());
        variables.put("ASSAY_AWAIT_LOOKS", Long.toString(LOOKS));
      }
      case PARSE_HORIZON -> {
        putCatalogue(variables);
        putQueue(variables, "DATA", storage.data());
        putQueue(variables, "COMPLETION", storage.completions());
      }
      case WRITE_TO_DYNAMO -> {
        putCatalogue(variables);
        putQueue(variables, "DATA", storage.data());
      }
      case DOWNLOAD_EXOPLANETS -> putCatalogue(variables);
      case DOWNLOAD_DELTA_V, CALCULATE_MASSES, GET_LATEST_ASTEROIDS -> {}
    }
    return variables;
  }

  private void putCatalogue(Map<String, String> variables) {
    variables.put("ASSAY_CATALOGUE", settings.names().catalogue());
  }

  private static void putQueue(Map<String, String> variables, String name, WorkQueue queue) {
    variables.put("ASSAY_" + name + "_QUEUE_URL", queue.queue().getQueueUrl());
    variables.put("ASSAY_" + name + "_DEAD_LETTER_QUEUE_URL", queue.deadLetters().getQueueUrl());
  }

  private static void putUnlessNull(
      Map<String, String> variables, String name, @Nullable Object value) {
    if (value != null) {
      variables.put(name, value.toString());
    }
  }
}
