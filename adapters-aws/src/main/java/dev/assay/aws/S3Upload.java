package dev.assay.aws;

import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Takes the content of one object and sends it in parts. */
final class S3Upload extends OutputStream {

  private static final String ANY = "*";
  private static final String CONTENT_TYPE = "application/octet-stream";
  private static final int FIRST_BUFFER = 64 << 10;
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  /** How often to ask again while another writer of the same key is not yet through. */
  private static final int CONFLICTS = 10;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final @Nullable String ifNoneMatch;
  private final int partBytes;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] buffer;
  private int filled;
  private long bytes;
  private @Nullable String uploadId;
  private boolean done;

  S3Upload(S3Client client, String bucket, String key, Condition condition, int partBytes) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.ifNoneMatch = condition == Condition.IF_ABSENT ? ANY : null;
    this.partBytes = partBytes;
    this.buffer = new byte[Math.min(FIRST_BUFFER, partBytes)];
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    int next = offset;
    int left = length;
    while (left > 0) {
      if (filled == partBytes) {
        sendPart();
      }
      int taken = Math.min(left, partBytes - filled);
      makeRoom(filled + taken);
      System.arraycopy(from, next, buffer, filled, taken);
      filled += taken;
      next += taken;
      left -= taken;
    }
  }

  private void makeRoom(int needed) {
    if (needed > buffer.length) {
      long doubled = Math.max(needed, 2L * buffer.length);
      buffer = Arrays.copyOf(buffer, (int) Math.min(partBytes, doubled));
    }
  }

  private void sendPart() {
    String id = uploadId == null ? begin() : uploadId;
    int number = parts.size() + 1;
    UploadPartResponse sent =
        client.uploadPart(
            r ->
                r.bucket(bucket)
                    .key(key)
                    .uploadId(id)
                    .partNumber(number)
                    .checksumAlgorithm(ChecksumAlgorithm.CRC32),
            body());
    parts.add(
        CompletedPart.builder()
            .partNumber(number)
            .eTag(sent.eTag())
            .checksumCRC32(sent.checksumCRC32())
            .build());
    bytes += filled;
    filled = 0;
  }

  private String begin() {
    String id =
        client
            .createMultipartUpload(
                r -> r.bucket(bucket).key(key).checksumAlgorithm(ChecksumAlgorithm.CRC32))
            .uploadId();
    uploadId = id;
    return id;
  }

  /** The buffer itself, not a copy: nothing is written to it before the request has ended. */
  private RequestBody body() {
    int length = filled;
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(buffer, 0, length), length, CONTENT_TYPE);
  }

  /** Makes the object visible, unless the condition does not hold. */
  Optional<StoredObject> complete() {
    for (int attempt = 1; ; attempt++) {
      try {
        String etag = uploadId == null ? putWhole() : completeParts(uploadId);
        done = true;
        return Optional.of(new StoredObject(key, bytes, S3ObjectStore.etag(etag)));
      } catch (S3Exception e) {
        if (e.statusCode() == PRECONDITION_FAILED && ifNoneMatch != null) {
          return Optional.empty();
        }
        if (e.statusCode() != CONFLICT || attempt == CONFLICTS) {
          throw e;
        }
      }
    }
  }

  private String putWhole() {
    bytes = filled;
    return client
        .putObject(
            r ->
                r.bucket(bucket)
                    .key(key)
                    .ifNoneMatch(ifNoneMatch)
                    .checksumAlgorithm(ChecksumAlgorithm.CRC32),
            body())
        .eTag();
  }

  private String completeParts(String id) {
    if (filled > 0) {
      sendPart();
    }
    return client
        .completeMultipartUpload(
            r ->
                r.bucket(bucket)
                    .key(key)
                    .uploadId(id)
                    .ifNoneMatch(ifNoneMatch)
                    .multipartUpload(m -> m.parts(parts)))
        .eTag();
  }

  /** A writer may close the stream early; the store decides when the object is complete. */
  @Override
  public void close() {
    // Nothing to give back.
  }

  /** Gives back what an unfinished upload takes up. */
  void abandon() {
    String id = uploadId;
    if (done || id == null) {
      return;
    }
    try {
      client.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(id));
    } catch (SdkException e) {
      // The failure that led here counts; the bucket's lifecycle rule clears up.
      uploadId = null;
    }
  }
}
