package dev.assay.aws.emulator;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** s3proxy, in memory. */
final class LocalS3 {

  static final URI ENDPOINT = start();
  static final S3Client CLIENT =
      Local.to(ENDPOINT, S3Client.builder()).forcePathStyle(true).build();

  private LocalS3() {}

  private static URI start() {
    try {
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(new KeysAndDirectories())
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.NONE, "", "")
              .ignoreUnknownHeaders(true)
              .build();
      server.start();
      return URI.create("http://127.0.0.1:" + server.getPort());
    } catch (Exception e) {
      throw new IllegalStateException("s3proxy does not start", e);
    }
  }

  /**
   * Unlike S3, this store keeps objects as files, so no key can be the directory of another; it
   * says so as an error of its own, which a client would try again.
   */
  private static final class KeysAndDirectories extends ForwardingBlobStore {
    KeysAndDirectories() {
      super(new TransientNio2BlobStore());
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
      try {
        return super.putBlob(request, content);
      } catch (RuntimeException e) {
        if (e.getCause() instanceof FileSystemException) {
          throw S3Exception.builder()
              .statusCode(400)
              .awsErrorDetails(
                  AwsErrorDetails.builder()
                      .errorCode("InvalidRequest")
                      .errorMessage("another key is a directory of this one")
                      .build())
              .message("another key is a directory of this one")
              .cause(e)
              .build();
        }
        throw e;
      }
    }
  }
}
