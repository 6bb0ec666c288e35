package dev.assay.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Messages as SQS takes them, which is text: short ones as they are, so that people can read them
 * in the console, others compressed and in base 64.
 */
final class MessageText {

  private static final String COMPRESSED = "gz:";
  private static final int SHORT = 2048;

  /** Far above what fits in a message, and far below what would harm. */
  private static final int MOST_BYTES = 64 << 20;

  private MessageText() {}

  static String write(byte[] message) {
    return readable(message).orElseGet(() -> COMPRESSED + compress(message));
  }

  /** The bytes as text, if they are short and SQS allows every character. */
  private static Optional<String> readable(byte[] message) {
    if (message.length == 0 || message.length > SHORT) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
      boolean legal = text.codePoints().allMatch(MessageText::isAllowed);
      return legal && !text.startsWith(COMPRESSED) ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The characters of XML 1.0, as SQS demands; a lone carriage return would come back changed. */
  static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  private static String compress(byte[] message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * Reads a text back.
   *
   * @throws IllegalArgumentException if it is not what {@link #write} makes
   */
  static byte[] read(String text) {
    if (!text.startsWith(COMPRESSED)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] compressed = Base64.getDecoder().decode(text.substring(COMPRESSED.length()));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] message = gzip.readNBytes(MOST_BYTES + 1);
      if (message.length > MOST_BYTES) {
        throw new IllegalArgumentException("the message is longer than " + MOST_BYTES + " bytes");
      }
      return message;
    } catch (IOException e) {
      throw new IllegalArgumentException("the message is damaged: " + e.getMessage(), e);
    }
  }
}
