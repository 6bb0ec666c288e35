package dev.assay.lambda;

import dev.assay.ports.GenerationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * An execution of the state machine. It names the generation that the run loads: the same in all
 * its states, ordered by time, and different for two executions that start at one moment.
 *
 * @param name of the execution
 * @param startedAt when it was started
 */
record RunName(String name, Instant startedAt) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int HASH_LENGTH = 8;

  GenerationId generation() {
    return new GenerationId(TIME.format(startedAt) + "-" + hash(name));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
