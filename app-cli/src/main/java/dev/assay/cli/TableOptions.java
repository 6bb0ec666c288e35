package dev.assay.cli;

import dev.assay.domain.market.PriceList;
import dev.assay.domain.mission.MissionParameters;
import dev.assay.domain.value.AssayTables;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Numbers of the model that a user may replace by files. */
final class TableOptions {

  private static final long LARGEST_TABLE = 1 << 20;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Price list: CSV with commodity,usd_per_kg,date,source.")
  private @Nullable Path prices;

  @Option(
      names = "--mission",
      paramLabel = "FILE",
      description = {
        "Reference mission: CSV with name,value,source.",
        "Rows left out keep their defaults, see docs/mission.md."
      })
  private @Nullable Path mission;

  /** The option that was given though it has no effect on other models; null if none was. */
  @Nullable String given() {
    return prices != null ? "--prices" : mission != null ? "--mission" : null;
  }

  /** The tables of the library with those that were given in their place. */
  AssayTables tables() {
    AssayTables tables = AssayTables.bundled();
    if (prices != null) {
      tables = tables.withPrices(read(prices, "price list", PriceList::parse));
    }
    if (mission != null) {
      tables = tables.withMission(read(mission, "mission", MissionParameters::parse));
    }
    return tables;
  }

  private static <T> T read(Path file, String what, BiFunction<String, String, T> parse) {
    try {
      if (Files.size(file) > LARGEST_TABLE) {
        throw PortException.permanent(file + " is larger than 1 MB, so it is not a " + what);
      }
      return parse.apply(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw PortException.permanent("no such file: " + file, e);
    } catch (IOException e) {
      throw PortException.permanent(file + " cannot be read as text: " + e.getMessage(), e);
    }
  }
}
