package dev.assay.cli;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.ValuationModel;
import picocli.CommandLine.Model.CommandSpec;

/** Makes the valuation model that a user asked for. */
final class ModelOption {

  private ModelOption() {}

  static ValuationModel model(CommandSpec spec, String name, TableOptions tables) {
    return switch (name) {
      case AssayModel.NAME -> new AssayModel(tables.tables());
      case AsterankModel.NAME -> asterank(spec, tables);
      default ->
          throw AssayCommand.wrong(
              spec, "--model '" + name + "' is not a model; one of assay, asterank");
    };
  }

  private static ValuationModel asterank(CommandSpec spec, TableOptions tables) {
    String given = tables.given();
    if (given != null) {
      throw AssayCommand.wrong(spec, given + " has no effect on --model asterank; leave out one");
    }
    return AsterankModel.withPublishedPrices();
  }
}
