package dev.assay.cli;

import dev.assay.application.explain.Explanation;
import dev.assay.application.explain.Formula;
import dev.assay.domain.estimate.Provenance.Basis;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one body, on one page: each quantity with its 68 % interval, how it was had, and
 * below it what it was derived from.
 */
final class BodySheet {

  private static final String UNKNOWN = "unknown";
  private static final int WIDTH = 134;
  private static final int REMARK_COLUMN = 62;

  private final Explanation body;

  BodySheet(Explanation body) {
    this.body = body;
  }

  void print(PrintWriter out) {
    out.println(body.text());
    out.println();
    for (Explanation quantity : body.from()) {
      print(out, "  " + quantity.quantity(), quantity);
      for (Explanation source : quantity.from()) {
        if (!isOnThePage(source)) {
          print(out, "    from " + source.quantity(), source);
        }
      }
    }
  }

  /** What has a line of its own is only named where something else is derived from it. */
  private boolean isOnThePage(Explanation source) {
    return body.from().contains(source);
  }

  private void print(PrintWriter out, String name, Explanation quantity) {
    String start = String.format(Locale.ROOT, "%-22s %-38s ", name, value(quantity));
    List<String> lines = wrapped(remark(quantity));
    out.println((start + lines.get(0)).stripTrailing());
    for (String line : lines.subList(1, lines.size())) {
      out.println(" ".repeat(REMARK_COLUMN) + line);
    }
  }

  private static String value(Explanation quantity) {
    String text = quantity.text();
    Double value = quantity.value();
    if (text != null) {
      return value == null ? text : text + " " + Numbers.percent(value);
    }
    if (value == null) {
      return quantity.notes().isEmpty() ? UNKNOWN : "none";
    }
    String unit = quantity.unit().isEmpty() ? "" : " " + quantity.unit();
    Double low = quantity.low();
    Double high = quantity.high();
    if (low == null || high == null) {
      return number(quantity.quantity(), value, Numbers.DIGITS) + unit;
    }
    int digits = Numbers.digits(value, low, high);
    return number(quantity.quantity(), value, digits)
        + (unit + " (" + number(quantity.quantity(), low, digits))
        + (".." + number(quantity.quantity(), high, digits) + ")");
  }

  /** Magnitudes and speeds are differences: their decimals count, not their digits. */
  private static String number(String quantity, double value, int digits) {
    return switch (quantity) {
      case "H" -> Numbers.fixed(value, 2);
      case "delta-v" -> Numbers.fixed(value, 3);
      case "G" -> Numbers.significant(value, 6);
      default -> Numbers.significant(value, digits);
    };
  }

  private String remark(Explanation quantity) {
    List<String> parts = new ArrayList<>();
    parts.add(origin(quantity));
    String named =
        quantity.from().stream()
            .filter(this::isOnThePage)
            .map(Explanation::quantity)
            .collect(Collectors.joining(", "));
    parts.add(named.isEmpty() ? "" : "from " + named);
    parts.addAll(quantity.notes());
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }

  private static String origin(Explanation quantity) {
    Basis basis = quantity.basis();
    Formula formula = quantity.formula();
    String how = basis == null ? "" : basis.name().toLowerCase(Locale.ROOT);
    String rule = formula == null ? "" : ": " + formula.title() + ", " + formula.equation();
    return how + rule + cited(quantity.source());
  }

  private static String cited(@Nullable String source) {
    return source == null || source.isEmpty() ? "" : " [" + source + "]";
  }

  /** Breaks a remark at blanks so that it stays within its column. */
  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - REMARK_COLUMN) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
