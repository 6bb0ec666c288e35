package dev.assay.application.source;

import dev.assay.domain.body.SmallBody;
import dev.assay.ports.SourceReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small-body tables written in tests, and what reading them gives. */
final class SmallBodyText {

  /** What a table gave. */
  record Result(List<SmallBody> bodies, SourceReport report) {
    List<String> designations() {
      return bodies.stream().map(body -> body.identity().designation().value()).toList();
    }

    SmallBody only() {
      if (bodies.size() != 1) {
        throw new AssertionError("expected one body, got " + report);
      }
      return bodies.get(0);
    }
  }

  private SmallBodyText() {}

  static Result read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Result read(byte[] bytes) {
    List<SmallBody> bodies = new ArrayList<>();
    SourceReport report =
        SmallBodyTables.read(new ByteArrayInputStream(bytes), "table", bodies::add);
    return new Result(bodies, report);
  }

  /** An answer of the SBDB Query API with rows given as JSON arrays. */
  static String answer(String fields, String... rows) {
    return """
        {"signature":{"version":"1.0","source":"test"},"fields":[%s],"data":[%s],"count":%d}"""
        .formatted(quoted(fields), String.join(",", rows), rows.length);
  }

  private static String quoted(String fields) {
    return "\"" + fields.replace(",", "\",\"") + "\"";
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
