package dev.assay.lambda;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mission.MissionParameters;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.AssayTables;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.Downloader;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which model values the bodies, and with which numbers.
 *
 * @param name of the model
 * @param prices a price list in place of the bundled one; null for that
 * @param mission a reference mission in place of the bundled one; null for that
 */
record ModelChoice(String name, @Nullable URI prices, @Nullable URI mission) {

  private static final int LARGEST_TABLE = 1 << 20;

  ModelChoice {
    if (!isKnown(name)) {
      throw new BadEventException("model '" + name + "' is none of assay, asterank");
    }
    if (name.equals(AsterankModel.NAME) && (prices != null || mission != null)) {
      throw new BadEventException(
          "prices and mission have no effect on the model asterank; leave them out");
    }
  }

  static boolean isKnown(String name) {
    return name.equals(AssayModel.NAME) || name.equals(AsterankModel.NAME);
  }

  /** Makes the model. */
  ValuationModel model(Downloader downloader) {
    if (name.equals(AsterankModel.NAME)) {
      return AsterankModel.withPublishedPrices();
    }
    AssayTables tables = AssayTables.bundled();
    if (prices != null) {
      tables = tables.withPrices(read(downloader, prices, PriceList::parse));
    }
    if (mission != null) {
      tables = tables.withMission(read(downloader, mission, MissionParameters::parse));
    }
    return new AssayModel(tables);
  }

  private static <T> T read(
      Downloader downloader, URI source, BiFunction<String, String, T> parse) {
    if (!(downloader.fetch(source, null) instanceof Downloader.Content content)) {
      throw PortException.permanent(source + " answered a question that was not asked");
    }
    try (content) {
      byte[] bytes = content.body().readNBytes(LARGEST_TABLE + 1);
      if (bytes.length > LARGEST_TABLE) {
        throw PortException.permanent(
            source + " is larger than 1 MB, so it is no table of numbers");
      }
      return parse.apply(source.toString(), new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw PortException.temporary(source + " could not be read to its end", e);
    }
  }
}
