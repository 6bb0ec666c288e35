package dev.assay.infra.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One function in a process of its own, with the environment that the template gives it. */
final class FunctionProcess {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What Lambda adds to the variables of the template, and that sources are on this machine. */
  private static final Map<String, String> PLATFORM =
      Map.of(
          "AWS_REGION",
          "us-east-1",
          "AWS_ACCESS_KEY_ID",
          "test",
          "AWS_SECRET_ACCESS_KEY",
          "test",
          "ASSAY_ALLOW_HTTP",
          "true");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Process process;
  private final URI address;

  FunctionProcess(
      EmulatedStack stack, String id, Map<String, URI> services, Path classPath, Path folder)
      throws IOException {
    JsonNode properties = stack.function(id);
    String name = id + "-" + NUMBER.incrementAndGet();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // Connections to the emulator of S3 do not survive its refusals.
            "-Dhttp.keepAlive=false",
            "-cp",
            "@" + classPath,
            FunctionHost.class.getName(),
            properties.get("Handler").asText());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(PLATFORM);
    services.forEach(
        (service, address) ->
            environment.put(
                "AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), address.toString()));
    environment.putAll(stack.environment(id));
    builder.redirectError(folder.resolve(name + ".log").toFile());
    process = builder.start();
    address = URI.create("http://127.0.0.1:" + port(folder.resolve(name + ".out")) + "/");
  }

  /** The class path of this process in a file, as it may be too long for a command. */
  static Path classPath(Path folder) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Files.writeString(
        folder.resolve("class-path"), "\"" + path.replace("\\", "\\\\") + "\"");
  }

  /** The first line that it prints; what follows is its log. */
  private int port(Path log) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.startsWith("port ")) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("the function did not start; see its log");
    }
    Thread copy = new Thread(() -> copy(out, log), "log of a function");
    copy.setDaemon(true);
    copy.start();
    return Integer.parseInt(line.substring("port ".length()));
  }

  private static void copy(BufferedReader out, Path log) {
    try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
      out.lines().forEach(file::println);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<byte[]> call(byte[] event) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofByteArray(event))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Ends the process before this one ends. */
  void close() {
    process.destroy();
  }
}
