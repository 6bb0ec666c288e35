package dev.assay.cli;

import dev.assay.application.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of Assay and of what it runs on. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "assay " + BuildVersion.text(),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
