package dev.assay.lambda;

import dev.assay.aws.emulator.Emulators;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A function in a JVM of its own, from its shaded jar, as Lambda runs it. */
final class FunctionProcess implements AutoCloseable {

  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final RuntimeApi api = new RuntimeApi();
  private final Process process;
  private final Path log;

  /**
   * Starts a function.
   *
   * @param java home of the JDK
   * @param options of the JVM
   * @param jar the shaded jar
   * @param handler name of its class
   * @param aws the deployment it works on
   * @param event its first event
   * @param folder takes what it prints
   */
  FunctionProcess(
      Path java,
      List<String> options,
      Path jar,
      Class<?> handler,
      EmulatorPorts aws,
      String event,
      Path folder)
      throws IOException {
    api.send(event);
    log = folder.resolve(handler.getSimpleName() + ".log");
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin/java").toString());
    command.addAll(options);
    command.add(
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
            + nativeLibrary(folder));
    command.addAll(List.of("-cp", jar + File.pathSeparator + runtimeJars(), RUNTIME));
    command.add(handler.getName() + "::handleRequest");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment(aws));
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static Map<String, String> environment(EmulatorPorts aws) {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "localkey"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "localsecret"),
        Map.entry("AWS_ENDPOINT_URL_S3", Emulators.s3Endpoint().toString()),
        Map.entry("AWS_ENDPOINT_URL_SQS", Emulators.sqsEndpoint().toString()),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", Emulators.dynamoDbEndpoint().toString()),
        Map.entry("AWS_ENDPOINT_URL_SNS", Emulators.snsStub().endpoint().toString()),
        Map.entry("ASSAY_BUCKET", aws.bucket),
        Map.entry("ASSAY_CATALOGUE", aws.tables.name()),
        Map.entry("ASSAY_DATA_QUEUE_URL", aws.dataQueue.queue()),
        Map.entry("ASSAY_DATA_DEAD_LETTER_QUEUE_URL", aws.dataQueue.deadLetters()),
        Map.entry("ASSAY_COMPLETION_QUEUE_URL", aws.completionQueue.queue()),
        Map.entry("ASSAY_COMPLETION_DEAD_LETTER_QUEUE_URL", aws.completionQueue.deadLetters()),
        Map.entry("ASSAY_TOPIC_ARN", aws.topic),
        Map.entry("ASSAY_ALLOW_HTTP", "true"));
  }

  /** The library that the runtime would unpack to one place for all processes. */
  private static Path nativeLibrary(Path folder) throws IOException {
    Path file = folder.resolve("aws-lambda-runtime-interface-client.so");
    if (!Files.exists(file)) {
      String name = "jni/libaws-lambda-jni.linux-x86_64.so";
      try (InputStream in = FunctionProcess.class.getClassLoader().getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is not in the runtime's jar");
        }
        Files.copy(in, file);
      }
    }
    return file;
  }

  /** The jars that Lambda's own image has. */
  private static String runtimeJars() {
    return String.join(
        File.pathSeparator,
        jarOf("com.amazonaws.services.lambda.runtime.api.client.AWSLambda"),
        jarOf("com.amazonaws.services.lambda.runtime.serialization.PojoSerializer"));
  }

  private static String jarOf(String name) {
    try {
      return Path.of(
              Class.forName(name).getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hands it another event. */
  void send(String event) {
    api.send(event);
  }

  /** What it gives back next. */
  RuntimeApi.Answer answer() throws InterruptedException {
    return api.answer();
  }

  /** The most memory it has taken so far (bytes), of all kinds. */
  long peakBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow();
  }

  /** What it printed. */
  String printed() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(1, TimeUnit.MINUTES);
    api.close();
  }
}
