package dev.assay.application.source;

import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The list of rendezvous delta-v that L. Benner kept at JPL, as the web page or as plain text.
 *
 * @param entries in the order of the list
 * @param report what became of the lines that looked like rows; others are not counted
 */
public record BennerTable(List<DeltaVEntry> entries, SourceReport report) {

  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final int MOST_ROWS = 1_000_000;
  private static final Pattern OPENING = Pattern.compile("<pre\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING = Pattern.compile("</pre\\b", Pattern.CASE_INSENSITIVE);

  /** Copies the entries. */
  public BennerTable {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the list.
   *
   * @param in its bytes, plain or gzipped, at most 32 MiB of text; left open
   * @param sourceName its name for messages, as the user gave it
   * @return the entries
   * @throws BadSourceException if there is no row, or the page is cut
   * @throws dev.assay.ports.PortException if the bytes cannot be read
   */
  public static BennerTable read(InputStream in, String sourceName) {
    SourceStream stream =
        SourceStream.open(in, sourceName)
            .requireKind(SourceStream.Kind.TEXT, SourceStream.Kind.MARKUP);
    String text = content(stream, sourceName);
    boolean markup = stream.kind() == SourceStream.Kind.MARKUP || OPENING.matcher(text).find();
    String table = markup ? textOfPage(text, sourceName) : text;
    String lacking =
        markup
            ? "a row of the delta-v list: it " + ErrorText.ofMarkup(stream.head())
            : "a row of the delta-v list";
    return readLines(table.replace('\u00a0', ' '), sourceName, lacking);
  }

  private static BennerTable readLines(String table, String sourceName, String lacking) {
    LineReader lines = new LineReader(new StringReader(table), sourceName);
    LineCounter counter = new LineCounter(sourceName, MOST_ROWS);
    List<DeltaVEntry> entries = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (BennerLine.isRow(line)) {
        counter.next(line);
        DeltaVEntry entry = BennerLine.read(line, counter);
        if (entry != null) {
          counter.accept();
          entries.add(entry);
        }
      }
    }
    return new BennerTable(entries, counter.requireSome(lacking));
  }

  private static String content(SourceStream stream, String sourceName) {
    try {
      byte[] bytes = stream.content().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new BadSourceException(
            sourceName, "is larger than " + MOST_BYTES + " bytes; it is not the delta-v list");
      }
      return decode(bytes);
    } catch (IOException e) {
      throw ReadFailures.of(sourceName, "within its text", e);
    }
  }

  /** The page predates UTF-8: what is not valid UTF-8 is Latin-1. */
  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** The preformatted text of a page, or all its text if it has none, line by line. */
  private static String textOfPage(String html, String sourceName) {
    if (OPENING.matcher(html).results().count() > CLOSING.matcher(html).results().count()) {
      throw new BadSourceException(sourceName, "is cut off: its <pre> has no end; fetch it again");
    }
    Document page = Jsoup.parse(html);
    List<Element> tables = page.select("pre");
    if (tables.isEmpty()) {
      return page.body().wholeText();
    }
    return String.join("\n", tables.stream().map(Element::wholeText).toList());
  }
}
