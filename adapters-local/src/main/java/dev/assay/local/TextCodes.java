package dev.assay.local;

import dev.assay.ports.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers the different texts of one column from 1 in the order they come. Thread-safe. */
final class TextCodes {

  /** As many as a number of 16 bits can tell apart; columns of the catalogue have up to thirty. */
  static final int MOST = Short.MAX_VALUE;

  private final String column;
  private final Map<String, Short> codes = new ConcurrentHashMap<>();
  private final List<String> texts = new ArrayList<>();

  TextCodes(String column) {
    this.column = column;
  }

  /**
   * The number of a text.
   *
   * @throws PortException if there are too many different ones
   */
  short code(String text) {
    Short known = codes.get(text);
    return known == null ? add(text) : known;
  }

  private synchronized short add(String text) {
    Short known = codes.get(text);
    if (known != null) {
      return known;
    }
    if (texts.size() == MOST) {
      throw PortException.permanent(
          "column " + column + " has more than " + MOST + " different texts, the next is " + text);
    }
    texts.add(text);
    short code = (short) texts.size();
    codes.put(text, code);
    return code;
  }

  /** All texts, that of number 1 first. */
  synchronized List<String> texts() {
    return List.copyOf(texts);
  }
}
