package dev.assay.application.report;

import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RunRecord;
import dev.assay.ports.SourceReport;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How good the numbers are: what they rest on, and what the sources delivered. */
final class QualityTables {

  private final Tally tally;

  QualityTables(Tally tally) {
    this.tally = tally;
  }

  void write(Element into, @Nullable RunRecord run) {
    basis(into);
    sources(into);
    deltaV(into);
    if (run == null) {
      Markup.paragraph(into, "The run that loaded this catalogue is no longer on record.");
    } else {
      rows(into, run);
    }
  }

  private void basis(Element into) {
    Element body =
        Markup.table(
            into,
            "What the numbers rest on, share of all bodies",
            List.of("quantity", "measured", "derived", "assumed", "not stated", "unknown"));
    basis(body, "class", tally.classes);
    basis(body, "diameter", tally.diameters);
    basis(body, "mass", tally.masses);
  }

  private void basis(Element body, String what, Quality quality) {
    Markup.row(
        body,
        List.of(
            what,
            share(quality.of(Basis.MEASURED)),
            share(quality.of(Basis.DERIVED)),
            share(quality.of(Basis.ASSUMED)),
            share(quality.unstated()),
            share(quality.unknown())));
  }

  private String share(long bodies) {
    return Figures.share(bodies, tally.bodies()) + " (" + Figures.count(bodies) + ")";
  }

  private void sources(Element into) {
    Element details = Markup.details(into, "Each method with its source");
    Element body =
        Markup.table(
            details, "Methods and sources", List.of("method", "of", "bodies", "what it is"));
    sources(body, "class", tally.classes);
    sources(body, "diameter", tally.diameters);
    sources(body, "mass", tally.masses);
  }

  private static void sources(Element body, String of, Quality quality) {
    for (Counts.Count count : quality.sources().mostFrequentFirst()) {
      Markup.row(
          body,
          List.of(count.what(), of, Figures.count(count.times()), Quality.method(count.what())));
    }
  }

  private void deltaV(Element into) {
    Element body =
        Markup.table(into, "How far delta-v can be trusted", List.of("quality", "bodies", "share"));
    for (Counts.Count count : tally.deltaVQualities.mostFrequentFirst()) {
      Markup.row(
          body,
          List.of(
              count.what(),
              Figures.count(count.times()),
              Figures.share(count.times(), tally.bodies())));
    }
  }

  private static void rows(Element into, RunRecord run) {
    Element body =
        Markup.table(
            into,
            "Rows of the sources of this run",
            List.of("source", "read", "accepted", "rejected", "superseded", "fields ignored"));
    for (SourceReport source : run.sources()) {
      Markup.row(
          body,
          List.of(
              source.source(),
              Figures.count(source.read()),
              Figures.count(source.accepted()),
              Figures.count(source.rejected()),
              Figures.count(source.superseded()),
              Figures.count(source.fieldsIgnored())));
    }
    warnings(into, run);
    run.sources().forEach(source -> problems(into, source));
  }

  private static void warnings(Element into, RunRecord run) {
    if (!run.warnings().isEmpty()) {
      into.appendElement("h3").text("Warnings of the run");
      Element list = into.appendElement("ul");
      run.warnings().forEach(warning -> list.appendElement("li").text(warning));
    }
  }

  private static void problems(Element into, SourceReport source) {
    if (source.problems().isEmpty()) {
      return;
    }
    Element details =
        Markup.details(into, "The first rows and fields refused in " + source.source());
    Element body =
        Markup.table(
            details, "Refused in " + source.source(), List.of("row", "field", "value", "why"));
    for (RowProblem problem : source.problems()) {
      Markup.row(
          body,
          List.of(
              Figures.count(problem.row()), problem.field(), problem.value(), problem.reason()));
    }
  }
}
