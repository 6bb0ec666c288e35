package dev.assay.lambda;

import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens sources by scheme: {@code https:} on the web, {@code s3:} in the folder {@code given/} of
 * the run's own bucket, {@code bundled:} for the sample and the mass table that come with Assay.
 */
final class SourceDownloader implements Downloader {

  /** Where operators put tables; the functions may read nothing else for a source. */
  private static final String GIVEN = "given/";

  private final Downloader web;
  private final boolean allowHttp;
  private final String bucket;
  private final ObjectStore store;
  private final JsonLines lines;

  /**
   * Makes a downloader.
   *
   * @param web fetches what is on the web
   * @param allowHttp whether it may do so without encryption, from this machine
   * @param bucket the run's bucket
   * @param store what it holds
   * @param lines hears of each answer from the web
   */
  SourceDownloader(
      Downloader web, boolean allowHttp, String bucket, ObjectStore store, JsonLines lines) {
    this.web = web;
    this.allowHttp = allowHttp;
    this.bucket = bucket;
    this.store = store;
    this.lines = lines;
  }

  @Override
  public Download fetch(URI source, @Nullable Validators held) {
    String scheme = String.valueOf(source.getScheme()).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "https" -> ask(source, held);
      case "http" -> plain(source, held);
      case "s3" -> stored(source);
      case "bundled" -> bundled(source.getSchemeSpecificPart());
      default ->
          throw PortException.wrongInput(
              source + ": '" + scheme + ":' is not supported; use https:, s3: or bundled:");
    };
  }

  /** On Lambda, the machine itself answers requests that nobody else may send. */
  private Download plain(URI source, @Nullable Validators held) {
    if (!allowHttp) {
      throw PortException.wrongInput(source + " is not encrypted; use https");
    }
    return ask(source, held);
  }

  private Download ask(URI source, @Nullable Validators held) {
    Download answer = web.fetch(source, held);
    lines.log(
        JsonLines.Level.DEBUG,
        answer instanceof Content ? "source sends content" : "source is as the copy of it",
        Map.of("source", source.toString().split("[?#]", 2)[0]));
    return answer;
  }

  private Download stored(URI source) {
    String key = String.valueOf(source.getPath()).replaceFirst("^/", "");
    if (!bucket.equals(source.getAuthority())) {
      throw PortException.permanent(
          source + " is not in the bucket of this run, which is " + bucket);
    }
    if (!key.startsWith(GIVEN)) {
      throw PortException.permanent(
          source + " is not in the folder " + GIVEN + ", where tables for a run are put");
    }
    try {
      return new Content(
          store.open(key).orElseThrow(() -> PortException.permanent(source + " does not exist")),
          Validators.NONE);
    } catch (IllegalArgumentException e) {
      throw PortException.permanent(source + ": " + e.getMessage(), e);
    }
  }

  private static Download bundled(String name) {
    InputStream content =
        name.matches("[a-z0-9-]+\\.[a-z]+")
            ? SourceDownloader.class.getResourceAsStream("sample/" + name)
            : null;
    if (content == null) {
      throw PortException.permanent("nothing called '" + name + "' comes with Assay");
    }
    return new Content(content, Validators.NONE);
  }
}
