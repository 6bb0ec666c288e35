package dev.assay.application.source;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts into a line what a service sent instead of a table. */
final class ErrorText {

  private static final int LONGEST = 200;
  private static final String LATER = "; fetch it again later or ask for something else";

  private ErrorText() {}

  /** Describes error text, which may hold tags. */
  static String refusal(String text) {
    return "is an error message of the service: \""
        + quote(Jsoup.parse(text).text())
        + "\""
        + LATER;
  }

  /** Describes a web page or an XML answer by its title or by the error it reports. */
  static String ofMarkup(String head) {
    Document page = Jsoup.parse(head);
    Element status = page.selectFirst("info[name=QUERY_STATUS][value=ERROR]");
    if (status != null) {
      return refusal(status.text());
    }
    String title = Cells.excerpt(page.title());
    if (!title.isEmpty()) {
      return "is a web page titled \"" + title + "\", not a table; fetch it again later";
    }
    return "is HTML or XML, not a table; fetch it again later";
  }

  static String quote(String text) {
    return Cells.excerpt(text, LONGEST);
  }
}
