package dev.assay.application.message;

import dev.assay.ports.GenerationId;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.ParseCompleted;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message that all batches are sent, as {@code {"generation":"...","chunks":7,"rows":9}}. */
public final class CompletionCodec implements MessageCodec<ParseCompleted> {

  private static final Pattern FORM =
      Pattern.compile("\\{\"generation\":\"([^\"]+)\",\"chunks\":(\\d{1,9}),\"rows\":(\\d{1,18})}");

  @Override
  public byte[] encode(ParseCompleted message) {
    String text =
        "{\"generation\":\""
            + message.generation()
            + "\",\"chunks\":"
            + message.chunks()
            + ",\"rows\":"
            + message.rows()
            + "}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public ParseCompleted decode(byte[] bytes) {
    Matcher match = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
    if (!match.matches()) {
      throw new IllegalArgumentException("not the message that a parsing is complete");
    }
    return new ParseCompleted(
        new GenerationId(match.group(1)),
        Integer.parseInt(match.group(2)),
        Long.parseLong(match.group(3)));
  }

  @Override
  public String summary(ParseCompleted message) {
    return "generation "
        + message.generation()
        + " sent "
        + message.chunks()
        + " chunks, "
        + message.rows()
        + " rows";
  }

  @Override
  public String reference(ParseCompleted message) {
    return message.generation().value();
  }
}
