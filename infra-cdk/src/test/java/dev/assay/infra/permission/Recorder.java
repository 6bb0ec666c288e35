package dev.assay.infra.permission;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every request that functions make, and turns some away if a test wants it. */
public final class Recorder {

  /** Decides which requests are turned away. */
  public interface Refusal {

    /**
     * Decides on a request.
     *
     * @param function that made it
     * @param operation service and operation, for example "dynamodb GetItem"
     * @param body what was sent; empty for S3
     * @return how it is turned away; empty if it is not
     */
    Optional<RefusedRequest> of(String function, String operation, String body);
  }

  private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
  private final Map<String, URI> emulators;
  private final List<Refusal> refusals = new CopyOnWriteArrayList<>();

  /**
   * Remembers nothing yet.
   *
   * @param emulators addresses by service: "dynamodb", "s3", "sqs", "sns"
   */
  public Recorder(Map<String, URI> emulators) {
    this.emulators = Map.copyOf(emulators);
  }

  /** Addresses at which a function finds the services, by service. */
  public Map<String, URI> addresses(String function) throws IOException {
    Map<String, URI> addresses = new TreeMap<>();
    for (Map.Entry<String, URI> emulator : emulators.entrySet()) {
      RecordingProxy proxy =
          new RecordingProxy(function, emulator.getKey(), emulator.getValue(), this);
      addresses.put(emulator.getKey(), proxy.address());
    }
    return addresses;
  }

  /** Turns requests away as long as something is done. */
  public void refuse(Refusal what, Runnable during) {
    refusals.add(what);
    try {
      during.run();
    } finally {
      refusals.remove(what);
    }
  }

  Optional<RefusedRequest> refusal(RecordedRequest request) {
    String operation = request.service() + " " + request.operation();
    return refusals.stream()
        .map(refusal -> refusal.of(request.function(), operation, request.body()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  void add(RecordedRequest request, int status) {
    requests.add(request.answered(status));
  }

  List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }
}
