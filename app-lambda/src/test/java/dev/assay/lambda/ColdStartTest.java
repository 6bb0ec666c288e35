package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.lambda.RuntimeApi.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a function takes from the start of its JVM to its first answer, which does the real work
 * on the emulators: {@code mvn verify -pl app-lambda -am -Dtest=ColdStartTest
 * -Dassay.coldstart=/path/to/jdk-17,/path/to/jdk-25}. Prints a table; docs/performance-aws.md has
 * one.
 */
@EnabledIfSystemProperty(named = "assay.coldstart", matches = ".+")
class ColdStartTest {

  private static final int ROUNDS = Integer.getInteger("assay.coldstart.rounds", 5);
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx430m");

  @TempDir Path folder;

  private final EmulatorPorts aws = new EmulatorPorts();
  private final Map<Class<?>, Supplier<String>> events = new LinkedHashMap<>();

  ColdStartTest() {
    Supplier<String> first = () -> PipelineEvents.demo().toString();
    events.put(CreateTableHandler.class, first);
    events.put(DownloadDeltaVHandler.class, first);
    events.put(DownloadExoplanetsHandler.class, first);
    events.put(CalculateMassesHandler.class, first);
    events.put(GetLatestAsteroidsHandler.class, first);
    events.put(ParseHorizonHandler.class, () -> PipelineEvents.demo().put("part", 0).toString());
    events.put(WriteToDynamoHandler.class, () -> PipelineEvents.messages(aws).toString());
  }

  @Test
  void start_toTheFirstAnswer_isMeasured() throws Exception {
    System.out.printf(
        "%n%-28s %-10s %8s %8s %8s  (ms)%n", "function", "JDK", "median", "least", "most");
    for (Map.Entry<Class<?>, Supplier<String>> function : events.entrySet()) {
      for (String jdk : System.getProperty("assay.coldstart", "").split(",")) {
        measure(function.getKey(), function.getValue(), Path.of(jdk));
      }
    }
  }

  private void measure(Class<?> handler, Supplier<String> events, Path jdk) throws Exception {
    assumeThat(jdk.resolve("bin/java")).exists();
    Path jar = ShadedJars.of(handler);
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String event = events.get();
      Path own = Files.createTempDirectory(folder, "start");
      long begun = System.nanoTime();
      try (FunctionProcess function =
          new FunctionProcess(jdk, OPTIONS, jar, handler, aws, event, own)) {
        Answer answer = function.answer();
        millis.add((System.nanoTime() - begun) / 1_000_000);
        assertThat(answer.failed()).as(answer.body() + function.printed()).isFalse();
      }
    }
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-28s %-10s %8d %8d %8d%n",
        handler.getSimpleName(),
        jdk.getFileName().toString().replaceAll("\\D*(\\d+).*", "$1"),
        millis.get(millis.size() / 2),
        millis.get(0),
        millis.get(millis.size() - 1));
  }
}
