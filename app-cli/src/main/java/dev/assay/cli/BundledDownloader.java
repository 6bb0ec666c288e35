package dev.assay.cli;

import dev.assay.ports.Downloader;
import dev.assay.ports.PortException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Opens the sample and the mass table that come with Assay, at {@code bundled:NAME}. */
final class BundledDownloader implements Downloader {

  static final String SCHEME = "bundled";

  @Override
  public Download fetch(URI source, @Nullable Validators held) {
    String name = source.getSchemeSpecificPart();
    InputStream content = BundledDownloader.class.getResourceAsStream("sample/" + name);
    if (content == null) {
      throw PortException.permanent("nothing called '" + name + "' comes with Assay");
    }
    return new Content(content, Validators.NONE);
  }
}
