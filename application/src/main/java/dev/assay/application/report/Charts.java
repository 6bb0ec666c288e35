package dev.assay.application.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.application.report.Histogram.Bin;
import dev.assay.application.report.Sample.Point;
import java.util.List;
import org.jsoup.nodes.Element;

/** The charts of a page: a place for each, and the data for the script that draws them. */
final class Charts {

  private final ArrayNode all = JsonNodeFactory.instance.arrayNode();

  /** A place for a chart, with what a reader who does not see it is told instead. */
  private ObjectNode chart(Element into, String id, String kind, String title, String inWords) {
    Element figure = into.appendElement("figure");
    figure.appendElement("figcaption").text(title);
    figure
        .appendElement("div")
        .addClass("chart")
        .attr("id", id)
        .attr("role", "img")
        .attr("aria-label", inWords);
    return all.addObject().put("id", id).put("kind", kind);
  }

  void scatter(Element into, String id, String title, String inWords, Sample sample) {
    ObjectNode chart = chart(into, id, "scatter", title, inWords);
    chart.put("x", "accessibility").put("y", "gross value, USD");
    ArrayNode series = chart.putArray("series");
    points(series.addObject().put("name", "other bodies"), sample.others());
    points(series.addObject().put("name", "near-Earth"), sample.near());
  }

  private static void points(ObjectNode series, List<Point> points) {
    ArrayNode data = series.putArray("data");
    for (Point point : points) {
      data.addArray().add(point.x()).add(point.y()).add(point.name());
    }
  }

  void counts(Element into, String id, String title, String inWords, List<Counts.Count> counts) {
    ObjectNode chart = chart(into, id, "bars", title, inWords);
    chart.put("y", "bodies").put("logarithmic", true);
    ArrayNode categories = chart.putArray("categories");
    ArrayNode data = chart.putArray("series").addObject().put("name", "bodies").putArray("data");
    for (Counts.Count count : counts) {
      categories.add(count.what());
      data.add(count.times());
    }
  }

  void histogram(
      Element into, String id, String title, String inWords, String unit, Histogram histogram) {
    ObjectNode chart = chart(into, id, "bars", title, inWords);
    chart.put("x", unit).put("y", "bodies").put("logarithmic", true);
    ArrayNode categories = chart.putArray("categories");
    ArrayNode series = chart.putArray("series");
    ArrayNode near = series.addObject().put("name", "near-Earth").putArray("data");
    ArrayNode others = series.addObject().put("name", "other bodies").putArray("data");
    for (Bin bin : histogram.bins()) {
      categories.add(bin.range());
      near.add(bin.near());
      others.add(bin.others());
    }
  }

  /** The data as JSON that can stand in a script element: without any "less than" sign. */
  String json() {
    return all.toString().replace("<", "\\u003c");
  }
}
