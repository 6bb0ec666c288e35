package dev.assay.ports.memory;

import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueContract;

class InMemoryCatalogueTest extends CatalogueContract {

  private final Catalogue catalogue = new InMemoryCatalogue();

  @Override
  protected Catalogue catalogue() {
    return catalogue;
  }
}
