package dev.assay.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.refresh.SmallBodySource;
import dev.assay.application.workflow.StepName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of the state machine asks for; all of it may be left out.
 *
 * @param bucket where it works
 * @param model values the bodies
 * @param smallBodies the tables of small bodies
 * @param deltaV the published delta-v list; null to do without
 * @param masses the published masses; null to do without
 * @param exoplanets the planets of other stars; null to do without
 * @param offline whether nothing may be downloaded
 * @param full whether every body is written, changed or not
 * @param copies under which keys, all in {@code copies/}, outputs of steps are kept beyond the run
 */
record RunRequest(
    String bucket,
    ModelChoice model,
    List<URI> smallBodies,
    @Nullable URI deltaV,
    @Nullable URI masses,
    @Nullable URI exoplanets,
    boolean offline,
    boolean full,
    Map<StepName, String> copies) {

  private static final Map<StepName, String> SOURCES =
      Map.of(
          StepName.DOWNLOAD_DELTA_V, "benner",
          StepName.DOWNLOAD_EXOPLANETS, "exoplanets",
          StepName.CALCULATE_MASSES, "masses",
          StepName.GET_LATEST_ASTEROIDS, "latestAsteroids");

  private static final String COPIES = "copies/";
  private static final int LONGEST_NAME = 255;

  /** What a request names by an object, such as {@code {"url": ...}}. */
  private static final List<String> OBJECTS =
      List.of("benner", "exoplanets", "masses", "latestAsteroids", "prices", "mission");

  /**
   * Reads a request.
   *
   * @param json as the execution was given it; missing or null for all defaults
   * @param settings the defaults of this deployment
   * @throws BadEventException in one line that says what is wrong with it
   */
  static RunRequest read(JsonNode json, Settings settings) {
    if (!json.isMissingNode() && !json.isNull() && !json.isObject()) {
      throw new BadEventException("the run request is no JSON object: " + json);
    }
    OBJECTS.forEach(key -> requireObject(json, key));
    ModelChoice model =
        new ModelChoice(
            text(json, "model").orElse(settings.text(Setting.MODEL)),
            given(json, "prices"),
            given(json, "mission"));
    Map<StepName, String> copies = new EnumMap<>(StepName.class);
    SOURCES.forEach(
        (step, key) ->
            text(json.path(key), "filename")
                .ifPresent(name -> copies.put(step, storable(key, name))));
    return new RunRequest(
        text(json, "bucketName").orElse(settings.text(Setting.BUCKET)),
        model,
        smallBodies(json.path("latestAsteroids").path("url")),
        source(json, "benner", DefaultSources.DELTA_V),
        source(json, "masses", DefaultSources.MASSES),
        source(json, "exoplanets", DefaultSources.EXOPLANETS),
        flag(json, "", "offline"),
        flag(json, "", "full"),
        copies);
  }

  private static List<URI> smallBodies(JsonNode url) {
    if (url.isMissingNode() || url.isNull()) {
      return List.of(DefaultSources.SMALL_BODIES);
    }
    List<URI> tables = new ArrayList<>();
    if (url.isArray()) {
      url.forEach(one -> tables.add(address("latestAsteroids", one)));
    } else {
      tables.add(address("latestAsteroids", url));
    }
    if (tables.isEmpty()) {
      throw new BadEventException("latestAsteroids.url names no table");
    }
    return tables;
  }

  /** Null if the request asks to do without. */
  private static @Nullable URI source(JsonNode json, String key, URI standard) {
    JsonNode url = json.path(key).path("url");
    if (flag(json.path(key), key + ".", "none")) {
      if (!url.isMissingNode() && !url.isNull()) {
        throw new BadEventException(key + " has a url, and none besides; leave one of them out");
      }
      return null;
    }
    if (url.isMissingNode()) {
      return standard;
    }
    return url.isNull() ? null : address(key, url);
  }

  /** Null if it is not given. */
  private static @Nullable URI given(JsonNode json, String key) {
    JsonNode url = json.path(key).path("url");
    return url.isMissingNode() || url.isNull() ? null : address(key, url);
  }

  private static URI address(String key, JsonNode url) {
    try {
      URI address = new URI(url.isTextual() ? url.textValue().strip() : "");
      if (address.getScheme() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below, as any other text that is no address.
    }
    throw new BadEventException(key + ".url is no address (https:, s3: or bundled:): " + url);
  }

  /** Else a source given in another shape would silently be the default one. */
  private static void requireObject(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
      throw new BadEventException(key + " is no object such as {\"url\": ...}: " + value);
    }
  }

  private static boolean flag(JsonNode json, String within, String key) {
    JsonNode value = json.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw new BadEventException(within + key + " is neither true nor false: " + value);
    }
    return value.asBoolean(false);
  }

  private static Optional<String> text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw new BadEventException(key + " is no text: " + value);
    }
    return Optional.ofNullable(value.textValue()).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** Copies have a folder of their own, beside what the pipeline keeps. */
  private static String storable(String key, String filename) {
    if (!isKey(filename)) {
      throw new BadEventException(
          key
              + ".filename cannot be a key: '"
              + filename
              + "'; use a-z A-Z 0-9 . _ - and /, up to "
              + LONGEST_NAME
              + " characters, with no part empty, . or ..");
    }
    return COPIES + filename;
  }

  private static boolean isKey(String name) {
    return name.length() <= LONGEST_NAME
        && Stream.of(name.split("/", -1))
            .allMatch(part -> part.matches("[A-Za-z0-9._-]+") && !part.matches("\\.{1,2}"));
  }

  /** The request as the use cases take it. */
  RefreshRequest refresh(RunName run) {
    return new RefreshRequest(
        run.generation(),
        run.startedAt(),
        model.name(),
        smallBodies.stream().map(at -> new SmallBodySource(at.toString(), List.of(at))).toList(),
        deltaV,
        masses,
        exoplanets,
        offline,
        full);
  }
}
