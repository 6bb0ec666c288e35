package dev.assay.aws;

import dev.assay.aws.emulator.Emulators;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueContract;

class DynamoDbCatalogueTest extends CatalogueContract {

  private final Catalogue catalogue =
      new DynamoDbCatalogue(Emulators.dynamoDb(), Emulators.newTables(), Emulators.HURRIED);

  @Override
  protected Catalogue catalogue() {
    return catalogue;
  }
}
