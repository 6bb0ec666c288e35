package dev.assay.cli;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.AssayTables;
import dev.assay.domain.value.PriceList;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Makes the valuation model that a user asked for. */
final class ModelOption {

  private static final long LARGEST_PRICE_LIST = 1 << 20;

  private ModelOption() {}

  static ValuationModel model(CommandSpec spec, String name, @Nullable Path prices) {
    AssayTables tables = AssayTables.bundled();
    return switch (name) {
      case AssayModel.NAME ->
          new AssayModel(prices == null ? tables : tables.withPrices(prices(prices)));
      case AsterankModel.NAME -> asterank(spec, prices);
      default ->
          throw AssayCommand.wrong(
              spec, "--model '" + name + "' is not a model; one of assay, asterank");
    };
  }

  private static ValuationModel asterank(CommandSpec spec, @Nullable Path prices) {
    if (prices != null) {
      throw AssayCommand.wrong(spec, "--prices has no effect on --model asterank; leave out one");
    }
    return AsterankModel.withPublishedPrices();
  }

  /** The price list in a file. */
  static PriceList prices(Path file) {
    try {
      if (Files.size(file) > LARGEST_PRICE_LIST) {
        throw PortException.permanent(file + " is larger than 1 MB, so it is not a price list");
      }
      return PriceList.parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw PortException.permanent("no such file: " + file, e);
    } catch (IOException e) {
      throw PortException.permanent(file + " cannot be read as text: " + e.getMessage(), e);
    }
  }
}
