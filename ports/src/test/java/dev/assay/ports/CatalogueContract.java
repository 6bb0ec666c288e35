package dev.assay.ports;

import org.junit.jupiter.api.Nested;

/** What every {@link Catalogue} and its {@link CatalogueReader} do. */
public abstract class CatalogueContract {

  /** The catalogue under test, empty when the test begins, and the same throughout. */
  protected abstract Catalogue catalogue();

  @Nested
  class Loading extends CatalogueLoading {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Superseding extends CatalogueSuperseding {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Layers extends CatalogueLayers {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class LayerFilling extends CatalogueLayerFilling {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class LayerLife extends CatalogueLayerLife {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Switching extends CatalogueSwitching {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Isolation extends CatalogueIsolation {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Columns extends CatalogueColumns {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Finding extends CatalogueFinding {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Ranking extends CatalogueRanking {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Previous extends CataloguePrevious {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }

  @Nested
  class Planets extends CataloguePlanets {
    @Override
    Catalogue catalogue() {
      return CatalogueContract.this.catalogue();
    }
  }
}
