package dev.assay.aws;

import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in a bucket of S3.
 *
 * <p>What fits in one part is stored by one request, anything longer as a multipart upload whose
 * parts leave as they fill, so that a writer holds one part in memory; if it fails, the upload is
 * aborted. Every part carries a checksum that S3 verifies.
 */
public final class S3ObjectStore implements ObjectStore {

  private static final int PART_BYTES = 8 << 20;
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final String bucket;
  private final int partBytes;

  /**
   * Uses a bucket, with parts of 8 MiB.
   *
   * @param client talks to S3
   * @param bucket its name; it must exist
   */
  public S3ObjectStore(S3Client client, String bucket) {
    this(client, bucket, PART_BYTES);
  }

  /**
   * Uses a bucket.
   *
   * @param client talks to S3
   * @param bucket its name; it must exist
   * @param partBytes how much of an object a writer holds in memory; S3 wants 5 MiB or more, and at
   *     most 10 000 parts
   */
  public S3ObjectStore(S3Client client, String bucket, int partBytes) {
    this.client = client;
    this.bucket = bucket;
    this.partBytes = partBytes;
  }

  @Override
  public Optional<StoredObject> put(String key, Condition condition, ContentWriter content) {
    ObjectKeys.checked(key);
    // Saves writing what will not be taken; the condition on the request itself decides.
    if (condition == Condition.IF_ABSENT && stat(key).isPresent()) {
      return Optional.empty();
    }
    S3Upload upload = new S3Upload(client, bucket, key, condition, partBytes);
    try {
      content.writeTo(upload);
      return upload.complete();
    } catch (SdkException e) {
      throw trouble("write", key, e);
    } catch (IOException e) {
      throw PortException.temporary(
          AwsTrouble.oneLine("cannot write " + place(key) + ": " + e.getMessage()), e);
    } finally {
      upload.abandon();
    }
  }

  @Override
  public Optional<InputStream> open(String key) {
    ObjectKeys.checked(key);
    try {
      return Optional.of(
          new ObjectInput(client.getObject(r -> r.bucket(bucket).key(key)), place(key)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw trouble("read", key, e);
    }
  }

  @Override
  public Optional<StoredObject> stat(String key) {
    ObjectKeys.checked(key);
    try {
      HeadObjectResponse head = client.headObject(r -> r.bucket(bucket).key(key));
      return Optional.of(new StoredObject(key, head.contentLength(), etag(head.eTag())));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (S3Exception e) {
      return absentOrTrouble(key, e);
    } catch (SdkException e) {
      throw trouble("look at", key, e);
    }
  }

  /** A HEAD answer has no body to say whether the object or the bucket is missing. */
  private Optional<StoredObject> absentOrTrouble(String key, S3Exception e) {
    if (e.statusCode() != NOT_FOUND || AwsTrouble.code(e).equals("NoSuchBucket")) {
      throw trouble("look at", key, e);
    }
    return Optional.empty();
  }

  @Override
  public List<StoredObject> list(String prefix) {
    if (!ObjectKeys.canBegin(prefix)) {
      return List.of();
    }
    try {
      return client.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
          .map(found -> new StoredObject(found.key(), found.size(), etag(found.eTag())))
          .sorted(Comparator.comparing(StoredObject::key))
          .toList();
    } catch (SdkException e) {
      throw trouble("list", prefix, e);
    }
  }

  @Override
  public void delete(String key) {
    ObjectKeys.checked(key);
    try {
      client.deleteObject(r -> r.bucket(bucket).key(key));
    } catch (NoSuchKeyException e) {
      // Nothing to delete, as it should be.
    } catch (SdkException e) {
      throw trouble("delete", key, e);
    }
  }

  /** S3 puts entity tags in quotes in some answers and not in others. */
  static String etag(String quoted) {
    return quoted.replace("\"", "");
  }

  private String place(String key) {
    return "s3://" + bucket + "/" + key;
  }

  private PortException trouble(String action, String key, SdkException e) {
    return AwsTrouble.of(action + " " + place(key), e);
  }
}
