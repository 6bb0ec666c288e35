package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.emulator.Emulators;
import dev.assay.lambda.RuntimeApi.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A catalogue of full size, from a server on this machine through the two functions that see all of
 * it, in JVMs with a heap of 256 MB: {@code mvn verify -pl app-lambda -am -Dtest=FullSizeTest
 * -Dassay.fullsize=1450000 -DargLine=-Xmx4g}. The emulators hold it in memory, hence the heap.
 */
@EnabledIfSystemProperty(named = "assay.fullsize", matches = "\\d+")
class FullSizeTest {

  private static final int BODIES = Integer.getInteger("assay.fullsize", 0);
  private static final int PAGE_ROWS = 20_000;
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  @TempDir Path folder;

  private final EmulatorPorts aws = new EmulatorPorts();

  @Test
  void catalogueOfFullSize_fitsIntoAHeapOf256MegaBytes() throws Exception {
    try (SbdbServer service = SbdbServer.ofMany(BODIES)) {
      String request =
          "{\"latestAsteroids\":{\"url\":\"" + service.address() + "\"},\"benner\":{\"url\":null}}";
      JsonNode gathered = gather(request);
      assertThat(gathered.get("parts").intValue()).isEqualTo((BODIES + PAGE_ROWS - 1) / PAGE_ROWS);
      parse(request, gathered.get("parts").intValue());
    }
  }

  private JsonNode gather(String request) throws Exception {
    long begun = System.nanoTime();
    try (FunctionProcess function = start(GetLatestAsteroidsHandler.class, event(request, null))) {
      JsonNode answer = answer(function);
      while (!answer.get("finished").booleanValue()) {
        function.send(event(request, answer.get("cursor").textValue()).toString());
        answer = answer(function);
      }
      tell("get latest asteroids", function, begun);
      return answer;
    }
  }

  private void parse(String request, int parts) throws Exception {
    long begun = System.nanoTime();
    long accepted = 0;
    try (Discarding discarding = new Discarding(aws.dataQueue.queue());
        FunctionProcess function =
            start(ParseHorizonHandler.class, event(request, null).put("part", 0))) {
      for (int part = 1; part <= parts; part++) {
        accepted += answer(function).get("accepted").longValue();
        if (part < parts) {
          function.send(event(request, null).put("part", part).toString());
        }
      }
      tell("parse horizon", function, begun);
      assertThat(discarding.isAlive()).isTrue();
    }
    assertThat(accepted).isEqualTo(BODIES);
  }

  private static ObjectNode event(String request, @Nullable String cursor) {
    return PipelineEvents.event(request).put("cursor", cursor);
  }

  private FunctionProcess start(Class<?> handler, ObjectNode event) throws Exception {
    Path java = Path.of(System.getProperty("java.home"));
    return new FunctionProcess(
        java, OPTIONS, ShadedJars.of(handler), handler, aws, event.toString(), folder);
  }

  private static JsonNode answer(FunctionProcess function) throws Exception {
    Answer answer = function.answer();
    assertThat(answer.failed()).as(answer.body()).isFalse();
    return Lines.json(answer.body());
  }

  private static void tell(String step, FunctionProcess function, long begun) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%s, %,d bodies, heap of 256 MB: %.0f s, at most %d MB resident%n",
        step,
        BODIES,
        (System.nanoTime() - begun) / 1e9,
        function.peakBytes() >> 20);
  }

  /** Takes messages off a queue, or they would fill this JVM. */
  private static final class Discarding implements AutoCloseable {
    private final Thread thread;
    private volatile boolean closed;

    Discarding(String queue) {
      thread = new Thread(() -> work(queue), "discarding");
      thread.setDaemon(true);
      thread.start();
    }

    boolean isAlive() {
      return thread.isAlive();
    }

    private void work(String queue) {
      while (!closed) {
        Emulators.sqs()
            .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
            .messages()
            .forEach(
                m ->
                    Emulators.sqs()
                        .deleteMessage(r -> r.queueUrl(queue).receiptHandle(m.receiptHandle())));
      }
    }

    @Override
    public void close() throws InterruptedException {
      closed = true;
      thread.join();
    }
  }
}
