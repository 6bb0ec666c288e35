package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.SmallBodySource;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the tables of small bodies ready for parsing: answers of the SBDB Query API are fetched
 * page by page, other remote tables as a whole; files are read where they lie.
 */
public final class GetLatestAsteroids implements Step {

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
   */
  public GetLatestAsteroids(
      Downloader downloader, ObjectStore store, Clock clock, Progress progress) {
    this(downloader, store, new SbdbPages(downloader, store, clock, progress));
  }

  GetLatestAsteroids(Downloader downloader, ObjectStore store, SbdbPages pages) {
    this.sources = new Sources(downloader, store);
    this.pages = pages;
    this.objects = new RunObjects(store);
  }

  @Override
  public StepResult run(RefreshRun run) {
    List<SmallBodyPart> parts = new ArrayList<>();
    List<SmallBodySource> asked = run.request().smallBodies();
    for (int group = 0; group < asked.size(); group++) {
      for (URI location : asked.get(group).parts()) {
        parts.addAll(ready(group, location, run.request().offline()));
      }
    }
    objects.write(run.generation(), RunObjects.SMALL_BODIES, SmallBodyPart.class, parts::forEach);
    return StepResult.EMPTY;
  }

  private List<SmallBodyPart> ready(int group, URI location, boolean offline) {
    String name = Sources.name(location);
    if (!Sources.isRemote(location)) {
      // Opened and closed: a missing file is better found now than after the work before it.
      sources.read(location, offline, content -> true);
      return List.of(new SmallBodyPart(group, name, location.toString(), null));
    }
    if (SbdbQuery.isPaged(location)) {
      return pages.fetch(location, offline).stream()
          .map(key -> new SmallBodyPart(group, key, null, key))
          .toList();
    }
    return List.of(new SmallBodyPart(group, name, null, sources.fetch(location, offline)));
  }
}
