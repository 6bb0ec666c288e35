package dev.assay.aws.emulator;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.S3Client;

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
              .blobStore(new TransientNio2BlobStore())
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
}
