package dev.assay.cli;

import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.NoDeltaV;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay delta-v}: the delta-v to one orbit. */
@Command(
    name = "delta-v",
    description = "Computes the rendezvous delta-v to one orbit (Shoemaker & Helin 1978).",
    mixinStandardHelpOptions = true)
final class DeltaVCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @SuppressWarnings("UnusedVariable") // accepted by every command, also where nothing depends on it
  @Mixin
  private CommonOptions common = new CommonOptions();

  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--a",
      paramLabel = "AU",
      required = true,
      description = "Semi-major axis (au), above 0.")
  private double a;

  @Option(
      names = "--e",
      paramLabel = "E",
      required = true,
      description = "Eccentricity, from 0 to below 1.")
  private double e;

  @Option(
      names = "--i",
      paramLabel = "DEG",
      required = true,
      description = "Inclination (degrees), 0 to 180.")
  private double i;

  @Override
  public Integer call() {
    Console console = AssayCommand.console(spec);
    DeltaVOutcome outcome = ShoemakerHelin.rendezvous(a, e, i);
    if (outcome instanceof NoDeltaV none) {
      console.err().println("assay: no delta-v: " + none.reason());
      return ExitCode.WRONG_USAGE;
    }
    print(console, (RendezvousDeltaV) outcome);
    return ExitCode.OK;
  }

  private void print(Console console, RendezvousDeltaV found) {
    String branch = found.branch().name().toLowerCase(Locale.ROOT);
    String quality = found.quality().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Fields fields = new Fields();
    fields.number("delta_v_km_s", found.deltaV().kmPerSecond());
    fields.text("delta_v_quality", quality);
    fields.text("branch", branch);
    fields.number("ratio_to_moon", found.ratioToMoon());
    fields.number("ratio_to_mars", found.ratioToMars());
    fields.number("transfer_years", found.transferYears());
    switch (format.format()) {
      case CSV -> fields.printCsv(console.out());
      case JSON -> fields.printJson(console.out());
      case TABLE ->
          console
              .out()
              .println(
                  String.format(
                      Locale.ROOT,
                      "%.3f km/s  (%s formula, %s; %.3f x Moon, %.3f x Mars; %.2f years one way)",
                      found.deltaV().kmPerSecond(),
                      branch,
                      quality,
                      found.ratioToMoon(),
                      found.ratioToMars(),
                      found.transferYears()));
    }
  }
}
