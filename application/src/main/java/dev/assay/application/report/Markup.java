package dev.assay.application.report;

import java.util.List;
import org.jsoup.nodes.Element;

/** Builds parts of the page. Whatever is put in is text, never markup. */
final class Markup {

  private Markup() {}

  /** A table whose first column names its rows, in a frame that scrolls if it is too wide. */
  static Element table(Element into, String caption, List<String> headers) {
    Element frame = into.appendElement("div").addClass("scroll");
    frame.attr("role", "region").attr("tabindex", "0").attr("aria-label", caption);
    Element table = frame.appendElement("table");
    table.appendElement("caption").text(caption);
    Element head = table.appendElement("thead").appendElement("tr");
    for (String header : headers) {
      head.appendElement("th").attr("scope", "col").text(header);
    }
    return table.appendElement("tbody");
  }

  static void row(Element body, List<String> cells) {
    Element row = body.appendElement("tr");
    for (int i = 0; i < cells.size(); i++) {
      if (i == 0) {
        row.appendElement("th").attr("scope", "row").text(cells.get(i));
      } else {
        row.appendElement("td").text(cells.get(i));
      }
    }
  }

  static Element paragraph(Element into, String text) {
    return into.appendElement("p").text(text);
  }

  /** A part that opens on demand. */
  static Element details(Element into, String summary) {
    Element details = into.appendElement("details");
    details.appendElement("summary").text(summary);
    return details;
  }
}
