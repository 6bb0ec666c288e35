package dev.assay.application.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a source, unpacked, after a look at their beginning: what is plainly not a table is
 * refused with its name, whatever its file name or HTTP status promised.
 *
 * @param source its name, as the user gave it
 * @param content the bytes, without gzip and byte order mark; closing it closes what it came from
 * @param kind what the content looks like
 * @param head its beginning as text
 */
record SourceStream(String source, InputStream content, Kind kind, String head) {

  enum Kind {
    JSON_OBJECT,
    JSON_ARRAY,
    MARKUP,
    TEXT
  }

  private static final int HEAD_BYTES = 8192;
  private static final int BUFFER_BYTES = 65_536;
  private static final int BINARY_SHARE = 20;

  /**
   * Unpacks a source and looks at its beginning.
   *
   * @throws BadSourceException if it is empty, binary or a known kind of error text
   */
  static SourceStream open(InputStream in, String source) {
    try {
      PushbackInputStream content = new PushbackInputStream(in, HEAD_BYTES);
      byte[] head = peek(content);
      if (isGzip(head)) {
        content = new PushbackInputStream(new GZIPInputStream(content, BUFFER_BYTES), HEAD_BYTES);
        head = peek(content);
      }
      requireText(head, source);
      int mark = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
      content.skipNBytes(mark);
      String text = new String(head, mark, head.length - mark, StandardCharsets.UTF_8);
      return new SourceStream(source, content, kind(text, source), text);
    } catch (IOException e) {
      throw ReadFailures.of(source, "at its beginning", e);
    }
  }

  /**
   * This stream, if it is of a kind that can be read.
   *
   * @throws BadSourceException if it is of another kind
   */
  SourceStream requireKind(Kind... readable) {
    if (!List.of(readable).contains(kind)) {
      String found =
          kind == Kind.MARKUP
              ? ErrorText.ofMarkup(head)
              : "is JSON, not the text expected here: \"" + ErrorText.quote(head) + "\"";
      throw new BadSourceException(source, found);
    }
    return this;
  }

  private static byte[] peek(PushbackInputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    in.unread(head);
    return head;
  }

  private static boolean isGzip(byte[] head) {
    return startsWith(head, 0x1f, 0x8b);
  }

  private static void requireText(byte[] head, String source) {
    if (head.length == 0) {
      throw new BadSourceException(source, "is empty; fetch it again");
    }
    if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
      throw new BadSourceException(source, "is UTF-16 text; save it as UTF-8");
    }
    if (looksBinary(head)) {
      throw new BadSourceException(
          source, "is binary, not text; give a JSON, CSV or text file, plain or gzipped");
    }
  }

  /** Text has no NUL and few other control characters; masses.txt has one. */
  private static boolean looksBinary(byte[] head) {
    int controls = 0;
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
        controls++;
      }
    }
    return controls * BINARY_SHARE > head.length;
  }

  private static Kind kind(String head, String source) {
    String text = head.strip();
    if (text.isEmpty()) {
      throw new BadSourceException(source, "holds nothing but blanks; fetch it again");
    }
    if (text.startsWith("version https://git-lfs.github.com/spec")) {
      throw new BadSourceException(
          source, "is a Git LFS pointer, not the file itself; run \"git lfs pull\"");
    }
    if (text.startsWith("ERROR") || text.startsWith("ORA-")) {
      throw new BadSourceException(source, ErrorText.refusal(text));
    }
    return switch (text.charAt(0)) {
      case '{' -> Kind.JSON_OBJECT;
      case '[' -> Kind.JSON_ARRAY;
      case '<' -> Kind.MARKUP;
      default -> Kind.TEXT;
    };
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
