package dev.assay.cli;

import dev.assay.ports.Downloader;
import dev.assay.ports.PortException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes each request to the downloader for its scheme. */
record DownloaderByScheme(Map<String, Downloader> downloaders) implements Downloader {

  @Override
  public Download fetch(URI source, @Nullable Validators held) {
    String scheme = String.valueOf(source.getScheme()).toLowerCase(Locale.ROOT);
    Downloader downloader = downloaders.get(scheme);
    if (downloader == null) {
      throw PortException.wrongInput(source + ": '" + scheme + ":' is not supported");
    }
    return downloader.fetch(source, held);
  }
}
