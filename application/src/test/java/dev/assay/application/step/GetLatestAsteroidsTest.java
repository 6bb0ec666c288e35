package dev.assay.application.step;

import static dev.assay.application.step.FakeSbdb.QUERY;
import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.workflow.StepName;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PortException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetLatestAsteroidsTest {

  private static final URI REMOTE = URI.create("https://example.org/bodies.csv");

  private final World world = new World();

  private List<SmallBodyPart> ready(TestRequest request) {
    world.step(StepName.GET_LATEST_ASTEROIDS, request.run());
    List<SmallBodyPart> parts = new ArrayList<>();
    new RunObjects(world.store)
        .read(request.run().generation(), RunObjects.SMALL_BODIES, SmallBodyPart.class, parts::add);
    return parts;
  }

  private List<String> copies() {
    return world.store.list("downloads/").stream().map(StoredObject::key).toList();
  }

  @Test
  void run_queryApi_makesAPartOfEveryPage() {
    world.upstream.answer(QUERY, FakeSbdb.withBodies(20));

    assertThat(ready(aRequest()))
        .hasSize(3)
        .allSatisfy(
            part -> {
              assertThat(part.group()).isZero();
              assertThat(part.location()).isNull();
              assertThat(part.name()).isEqualTo(part.key());
            })
        .extracting(SmallBodyPart::key)
        .isSorted();
  }

  @Test
  void run_queryWithItsOwnLimit_isFetchedAsOnePage() {
    FakeSbdb service = FakeSbdb.withBodies(20);
    URI limited = URI.create(QUERY + "?fields=pdes,e,i,a&limit=3");
    world.upstream.answer(QUERY, service);

    List<SmallBodyPart> parts = ready(aRequest().table(limited));

    assertThat(parts)
        .containsExactly(new SmallBodyPart(0, QUERY.toString(), null, copies().get(0)));
    assertThat(service.requests())
        .singleElement()
        .satisfies(asked -> assertThat(asked).containsOnlyKeys("fields", "limit"));
  }

  @Test
  void run_otherRemoteTable_isFetchedAsAWhole() {
    world.upstream.publish(REMOTE, Tables.csv("1,2,.1,3,15"), "\"1\"");

    assertThat(ready(aRequest().table(REMOTE)))
        .containsExactly(new SmallBodyPart(0, REMOTE.toString(), null, copies().get(0)));
  }

  @Test
  void run_files_areReadWhereTheyLie() {
    URI first = world.upstream.publish(Tables.file("page-1.json"), Tables.page(2, "1,2,.1,3,15"));
    URI second = world.upstream.publish(Tables.file("page-2.json"), Tables.page(2, "2,2,.1,3,15"));
    URI other = world.upstream.publish(Tables.file("own.csv"), Tables.csv("3,2,.1,3,15"));

    assertThat(ready(aRequest().table(first, second).table(other)))
        .containsExactly(
            new SmallBodyPart(0, "/tables/page-1.json", first.toString(), null),
            new SmallBodyPart(0, "/tables/page-2.json", second.toString(), null),
            new SmallBodyPart(1, "/tables/own.csv", other.toString(), null));
    assertThat(copies()).isEmpty();
  }

  @Test
  void run_missingFile_isFoundBeforeTheWork() {
    assertThatThrownBy(() -> ready(aRequest().table(Tables.file("absent.csv"))))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("absent.csv does not exist");
  }

  @Test
  void run_offline_usesWhatWasDownloaded() {
    world.upstream.answer(QUERY, FakeSbdb.withBodies(20));
    world.upstream.publish(REMOTE, Tables.csv("1,2,.1,3,15"));
    List<SmallBodyPart> online = ready(aRequest().table(QUERY).table(REMOTE));
    world.upstream.unreachable(QUERY);
    world.upstream.unreachable(REMOTE);

    assertThat(ready(aRequest().table(QUERY).table(REMOTE).offline())).isEqualTo(online);
  }

  @Test
  void run_offlineNeverDownloaded_isRefused() {
    assertThatThrownBy(() -> ready(aRequest().offline()))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("was never downloaded");
  }
}
