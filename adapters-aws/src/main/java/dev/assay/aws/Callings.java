package dev.assay.aws;

import dev.assay.ports.CatalogueEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a body is called: by primary designation, name, full name, what the full name has in
 * parentheses at its end, or what it has before parentheses; without regard to case.
 */
final class Callings {

  private Callings() {}

  static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Everything that an entry is called, folded. */
  static Set<String> of(CatalogueEntry entry) {
    Set<String> callings = new LinkedHashSet<>();
    callings.add(entry.designation().toLowerCase(Locale.ROOT));
    if (entry.name() != null) {
      callings.add(entry.name().toLowerCase(Locale.ROOT));
    }
    String full = entry.fullName().toLowerCase(Locale.ROOT);
    callings.addAll(inParentheses(full));
    for (int i = full.indexOf(" ("); i >= 0; i = full.indexOf(" (", i + 1)) {
      callings.add(full.substring(0, i));
    }
    callings.add(full);
    return callings;
  }

  private static List<String> inParentheses(String full) {
    Set<String> parts = new LinkedHashSet<>();
    if (full.endsWith(")")) {
      for (int i = full.lastIndexOf('('); i >= 0; i = full.lastIndexOf('(', i - 1)) {
        parts.add(full.substring(i + 1, full.length() - 1));
      }
    }
    return List.copyOf(parts);
  }

  /**
   * Under what to look for a body that is called so: as it is, by what stands in parentheses at the
   * end, by the first word. So "433 Eros (A898 PA)" is found without being in the index itself.
   */
  static Set<String> keys(String folded) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(folded);
    int open = folded.lastIndexOf('(');
    if (open >= 0 && folded.endsWith(")")) {
      keys.add(folded.substring(open + 1, folded.length() - 1));
    }
    int blank = folded.indexOf(' ');
    if (blank > 0) {
      keys.add(folded.substring(0, blank));
    }
    return keys;
  }

  /** The fewest of an entry's callings that must be in the index for all of them to be found. */
  static Set<String> indexed(CatalogueEntry entry) {
    Set<String> indexed = new LinkedHashSet<>();
    for (String calling : of(entry)) {
      if (keys(calling).stream().noneMatch(indexed::contains)) {
        indexed.add(calling);
      }
    }
    return indexed;
  }
}
