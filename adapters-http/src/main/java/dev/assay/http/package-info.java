/**
 * Downloads over HTTP: the adapter of {@link dev.assay.ports.Downloader} on the HTTP client of the
 * JDK.
 *
 * <p>Sources are slow, overloaded at times, and cut answers short; they ask for one request at a
 * time and for a User-Agent that names whom to write to. All of that is handled here, so that the
 * core sees a body, "not modified", or a {@link dev.assay.ports.PortException}.
 */
@NullMarked
package dev.assay.http;

import org.jspecify.annotations.NullMarked;
