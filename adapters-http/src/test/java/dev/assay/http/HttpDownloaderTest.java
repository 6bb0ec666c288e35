package dev.assay.http;

import dev.assay.ports.Downloader;
import dev.assay.ports.DownloaderContract;

class HttpDownloaderTest extends DownloaderContract.OverNetwork {

  private final Downloader downloader = new HttpFixture().downloader();

  @Override
  protected Downloader downloader() {
    return downloader;
  }

  @Override
  protected int longestBody() {
    return HttpFixture.LONGEST_BODY;
  }
}
