package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.lambda.SqsEvent.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes batches that come from the data queue into the catalogue. Lambda deletes the messages,
 * except those that the answer names.
 */
public final class WriteToDynamoHandler implements RequestStreamHandler {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonLines lines;
  private final Deadline deadline;
  private final BatchWriting writing;

  /** Used by Lambda. */
  public WriteToDynamoHandler() {
    this(WriteAssembly.fromEnvironment());
  }

  WriteToDynamoHandler(WriteAssembly assembly) {
    lines = assembly.lines();
    deadline = assembly.deadline();
    writing = new BatchWriting(assembly);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    lines.begin(context);
    deadline.begin(context);
    List<String> failed = new ArrayList<>();
    for (Message message : SqsEvent.read(in)) {
      if (!writing.write(message)) {
        failed.add(message.messageId());
      }
    }
    answer(failed, out);
  }

  private static void answer(List<String> failed, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (String id : failed) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", id);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
