package dev.assay.ports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Carries text, for testing queues. */
public final class TextCodec implements MessageCodec<String> {

  /** What a text begins with that cannot be written. */
  public static final String UNWRITABLE = "unwritable";

  @Override
  public byte[] encode(String message) {
    if (message.startsWith(UNWRITABLE)) {
      throw new IllegalStateException(message);
    }
    return message.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  @Override
  public String summary(String message) {
    return "text of " + message.length() + " characters";
  }

  @Override
  public String reference(String message) {
    return "text-" + Integer.toHexString(message.hashCode());
  }
}
