package dev.assay.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The content of a file that holds one message: a line with the format and the checksum of all that
 * follows, lines of names and values, an empty line, the bytes of the message. Damage of any kind
 * is noticed when it is read.
 */
final class RecordFile {

  private static final String FORMAT = "assay-message-1 ";
  private static final int FIRST_LINE = FORMAT.length() + 9;

  private final Map<String, String> header;
  private final byte[] message;

  /**
   * Makes a record.
   *
   * @param header names without colons, and values, which are made to fit on a line each
   */
  RecordFile(Map<String, String> header, byte[] message) {
    this.header = new LinkedHashMap<>();
    header.forEach((name, value) -> this.header.put(name, FileTrouble.oneLine(value)));
    this.message = message.clone();
  }

  /** The value of a name; empty if there is none. */
  String value(String name) {
    return header.getOrDefault(name, "");
  }

  byte[] message() {
    return message.clone();
  }

  byte[] toBytes() {
    StringBuilder lines = new StringBuilder();
    header.forEach((name, value) -> lines.append(name).append(": ").append(value).append('\n'));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(lines.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    body.writeBytes(message);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(firstLine(body.toByteArray()).getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body.toByteArray());
    return all.toByteArray();
  }

  private static String firstLine(byte[] body) {
    CRC32 checksum = new CRC32();
    checksum.update(body);
    return FORMAT + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\n";
  }

  /**
   * Reads what {@link #toBytes} gave.
   *
   * @throws DamagedRecordException if anything is missing, added or changed
   */
  static RecordFile parse(byte[] bytes) throws DamagedRecordException {
    if (bytes.length < FIRST_LINE) {
      throw new DamagedRecordException("cut off after " + bytes.length + " bytes");
    }
    byte[] body = Arrays.copyOfRange(bytes, FIRST_LINE, bytes.length);
    byte[] firstLine = Arrays.copyOf(bytes, FIRST_LINE);
    if (!Arrays.equals(firstLine, firstLine(body).getBytes(StandardCharsets.US_ASCII))) {
      throw new DamagedRecordException("its checksum is wrong");
    }
    return parseBody(body);
  }

  private static RecordFile parseBody(byte[] body) throws DamagedRecordException {
    Map<String, String> header = new LinkedHashMap<>();
    int start = 0;
    for (int end = lineEnd(body, start); end > start; end = lineEnd(body, start)) {
      String[] line = new String(body, start, end - start, StandardCharsets.UTF_8).split(": ", 2);
      header.put(line[0], line.length == 2 ? line[1] : "");
      start = end + 1;
    }
    return new RecordFile(header, Arrays.copyOfRange(body, start + 1, body.length));
  }

  private static int lineEnd(byte[] body, int start) throws DamagedRecordException {
    for (int i = start; i < body.length; i++) {
      if (body[i] == '\n') {
        return i;
      }
    }
    throw new DamagedRecordException("its header has no end");
  }

  /** Says what is wrong with a record. */
  static final class DamagedRecordException extends Exception {
    DamagedRecordException(String message) {
      super(message);
    }
  }
}
