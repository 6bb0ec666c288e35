package dev.assay.cli;

import dev.assay.application.refresh.SmallBodySource;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns what a user typed as a location into addresses: https: and file: URLs, paths, folders. */
final class Locations {

  /** One letter would be a Windows drive. */
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private static final Pattern PAGE =
      Pattern.compile(".*\\.(json|csv)(\\.gz)?", Pattern.CASE_INSENSITIVE);
  private static final List<String> SCHEMES = List.of("https", "http", "file", "bundled");

  private Locations() {}

  /** One file or address. */
  static URI single(String location) {
    if (location.isBlank()) {
      // It would be the working directory with whatever lies there.
      throw PortException.permanent("no such file: '" + location + "'");
    }
    if (!URL.matcher(location).matches()) {
      return existing(Path.of(location)).toUri();
    }
    try {
      URI uri = new URI(location);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (!SCHEMES.contains(scheme)) {
        throw PortException.permanent(
            location + ": '" + scheme + ":' is not supported; use https:, file: or a path");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw PortException.permanent(location + " is not a well-formed address", e);
    }
  }

  /** A table of small bodies: a file, an address, or a folder of pages. */
  static SmallBodySource smallBodies(String location) {
    URI uri = single(location);
    boolean folder = "file".equals(uri.getScheme()) && Files.isDirectory(Path.of(uri));
    return new SmallBodySource(location, folder ? pages(Path.of(uri)) : List.of(uri));
  }

  private static List<URI> pages(Path folder) {
    List<URI> pages;
    try (Stream<Path> files = Files.list(folder)) {
      pages =
          files
              .filter(file -> PAGE.matcher(file.getFileName().toString()).matches())
              .filter(Files::isRegularFile)
              .sorted()
              .map(Path::toUri)
              .toList();
    } catch (IOException e) {
      throw PortException.permanent(
          "cannot list "
              + folder
              + ": "
              + (Files.isReadable(folder) ? e.getMessage() : "no permission"),
          e);
    }
    if (pages.isEmpty()) {
      throw PortException.permanent(
          folder + " holds no page: no file there ends in .json, .csv, .json.gz or .csv.gz");
    }
    return pages;
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw PortException.permanent("no such file: " + path);
    }
    return path;
  }
}
