package dev.assay.ports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what an upstream source publishes.
 *
 * <p>Implementations are thread-safe. They send one request at a time to a host, give every request
 * a time limit, limit the size of an answer, and repeat a request that failed for a passing reason
 * a bounded number of times.
 */
public interface Downloader {

  /**
   * Fetches a resource, unless it is the one already held.
   *
   * @param source where it is; a scheme and host the user configured
   * @param held the validators of the copy already held, or null if there is none
   * @return the content, or the answer that the copy held is still current
   * @throws PortException transient if the source was unreachable, overloaded or cut the connection
   *     and the bounded retries were used up; permanent if it refused the request or does not
   *     exist; {@linkplain PortException#isWrongInput wrong input} if its address, or the one it
   *     redirects to, may not be asked
   */
  Download fetch(URI source, @Nullable Validators held);

  /** What a source answered. */
  sealed interface Download {}

  /** The copy already held is still current. */
  record NotModified() implements Download {}

  /**
   * A body to be read once. Reading fails with a transient {@link PortException} if the connection
   * breaks before the end the source announced, and with a permanent one beyond the size limit.
   *
   * @param body the content, uncompressed as far as the transfer compressed it; closed by the
   *     caller, through {@link #close}
   * @param validators what identifies this state of the resource
   */
  record Content(InputStream body, Validators validators) implements Download, Closeable {
    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /**
   * What identifies one state of a resource (RFC 9110, section 8.8).
   *
   * @param etag entity tag as sent, quotes included; null if none
   * @param lastModified the Last-Modified date as sent; null if none
   */
  record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing to validate with. */
    public static final Validators NONE = new Validators(null, null);
  }
}
