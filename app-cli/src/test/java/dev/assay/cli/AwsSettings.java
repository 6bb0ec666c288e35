package dev.assay.cli;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets the commands of a test class find the emulators as they would find AWS. */
final class AwsSettings implements BeforeAllCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext test) {
    AwsCatalogue.settings().forEach(System::setProperty);
  }

  @Override
  public void afterAll(ExtensionContext test) {
    AwsCatalogue.settings().keySet().forEach(System::clearProperty);
  }
}
