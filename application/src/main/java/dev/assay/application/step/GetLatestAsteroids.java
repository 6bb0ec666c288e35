package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.SmallBodySource;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the tables of small bodies ready for parsing: answers of the SBDB Query API are fetched
 * page by page, other remote tables as a whole; files are read where they lie.
 */
public final class GetLatestAsteroids implements Step {

  /** Rows of a page unless asked otherwise: about 5 MB, which the service sends in seconds. */
  public static final int PAGE_ROWS = SbdbPages.PAGE_ROWS;

  private final Downloader downloader;
  private final Sources sources;
  private final SbdbPages pages;
  private final RunObjects objects;

  /**
   * Makes the step.
   *
   * @param downloader fetches tables
   * @param store keeps them
   * @param clock tells how old a kept page is
   * @param progress hears how far the download is
   * @param limit tells when to stop; what is left is fetched by the next call
   * @param pageRows rows of a page, 1 or more
   */
  public GetLatestAsteroids(
      Downloader downloader,
      ObjectStore store,
      Clock clock,
      Progress progress,
      TimeLimit limit,
      int pageRows) {
    this.downloader = downloader;
    this.sources = new Sources(downloader, store, clock);
    this.pages = new SbdbPages(downloader, store, clock, progress, limit, pageRows);
    this.objects = new RunObjects(store);
  }

  @Override
  public StepResult run(RefreshRun run) {
    List<SmallBodyPart> parts = new ArrayList<>();
    List<SmallBodySource> asked = run.request().smallBodies();
    for (int group = 0; group < asked.size(); group++) {
      for (URI location : asked.get(group).parts()) {
        Ready ready = ready(group, location, run.request().offline());
        parts.addAll(ready.parts());
        if (ready.left() > 0) {
          return StepResult.unfinished(
              Sources.name(location) + ": " + ready.left() + " pages are left");
        }
      }
    }
    objects.write(run.generation(), RunObjects.SMALL_BODIES, SmallBodyPart.class, parts::forEach);
    return StepResult.ofParts(parts.size());
  }

  /** Parts that can be parsed, and how many pages could not be fetched in time. */
  private record Ready(List<SmallBodyPart> parts, int left) {}

  private Ready ready(int group, URI location, boolean offline) {
    String name = Sources.name(location);
    if (!Sources.isRemote(location)) {
      // Opened and closed: a missing file is better found now than after the work before it.
      openAndClose(location, name);
      return new Ready(List.of(new SmallBodyPart(group, name, location.toString(), null)), 0);
    }
    if (SbdbQuery.isPaged(location)) {
      SbdbPages.Fetched fetched = pages.fetch(location, offline);
      return new Ready(
          fetched.keys().stream().map(key -> new SmallBodyPart(group, key, null, key)).toList(),
          fetched.left());
    }
    String key = sources.fetch(location, offline);
    return new Ready(List.of(new SmallBodyPart(group, name, null, key)), 0);
  }

  private void openAndClose(URI location, String name) {
    try {
      Sources.openDirectly(downloader, location).close();
    } catch (IOException e) {
      throw PortException.temporary(name + " could not be closed", e);
    }
  }
}
