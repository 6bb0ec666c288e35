package dev.assay.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Faults;
import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The parts that need no emulator, or hardly any. */
class SmallPartsTest {

  private static final Generation LAYER =
      Generation.creating(new GenerationId("g-2"), "i", Optional.of(new GenerationId("g-1")));

  @ParameterizedTest
  @CsvSource({
    "martha, marhta, 0.9611",
    "dixon, dicksonx, 0.8133",
    "dwayne, duane, 0.84",
    "jones, johnson, 0.8324",
    "abc, abc, 1",
    "abc, xyz, 0",
    "a, a, 1",
    "'', '', 1",
    "'', a, 0"
  })
  void jaroWinkler_publishedExamples(String one, String other, double expected) {
    assertThat(JaroWinkler.similarity(one, other)).isCloseTo(expected, within(5e-5));
    assertThat(JaroWinkler.similarity(other, one)).isCloseTo(expected, within(5e-5));
  }

  @Property
  void messageText_anyBytes_comeBack(@ForAll byte[] message) {
    String text = MessageText.write(message);

    assertThat(MessageText.read(text)).isEqualTo(message);
    assertThat(text.codePoints().allMatch(MessageText::isAllowed)).isTrue();
  }

  @Property
  void messageText_anyText_comesBack(@ForAll @StringLength(max = 3_000) String text) {
    byte[] message = text.getBytes(UTF_8);

    assertThat(MessageText.read(MessageText.write(message))).isEqualTo(message);
  }

  /** Whatever a body is called, looking for that meets one of its keys in the index. */
  @Property
  void callings_anyCalling_isFoundUnderAKeyThatIsIndexed(
      @ForAll @NotEmpty @StringLength(max = 12) String name,
      @ForAll @NotEmpty @StringLength(max = 30) String fullName) {
    String shaped = fullName.replace('a', '(').replace('b', ')').replace('c', ' ');
    CatalogueEntry entry =
        Entries.anEntry().withDesignation("433 A").withName(name).withFullName(shaped).entry();

    Set<String> indexed = Callings.indexed(entry);

    assertThat(Callings.of(entry))
        .allSatisfy(calling -> assertThat(indexed).containsAnyElementsOf(Callings.keys(calling)));
  }

  @Test
  void callings_numberedBody_needsThreeKeys() {
    assertThat(Callings.indexed(Entries.eros().entry())).containsExactly("433", "eros", "a898 pa");
    assertThat(Callings.indexed(Entries.anEntry().withDesignation("2002 PD153").entry()))
        .containsExactly("2002 pd153");
  }

  /** Every key lies on the page where it is looked for, and nothing else does. */
  @Property
  void hiddenBodies_anyKeys_lieOnTheirPages(@ForAll Set<Long> keys, @ForAll long other) {
    var items = HiddenBodies.items(LAYER, BodyKeys.of(keys.stream().mapToLong(key -> key)));

    for (long key : Stream.concat(keys.stream(), Stream.of(other)).toList()) {
      int page = HiddenBodies.page(key, items.size());
      assertThat(Items.key(items.get(page))).isEqualTo(HiddenBodies.key(LAYER, page));
      assertThat(HiddenBodies.keys(items.get(page)).anyMatch(k -> k == key))
          .isEqualTo(keys.contains(key));
    }
    assertThat(items.stream().flatMapToLong(HiddenBodies::keys).boxed())
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void hiddenBodies_keysOfRealDesignations_fillPagesEvenly() {
    BodyKeys keys =
        BodyKeys.of(
            IntStream.rangeClosed(1, 30_000).mapToLong(n -> BodyKeys.key(Integer.toString(n))));

    assertThat(HiddenBodies.items(LAYER, keys))
        .hasSize(HiddenBodies.pages(30_000))
        .allSatisfy(page -> assertThat(HiddenBodies.keys(page).count()).isBetween(330L, 550L));
  }

  @Test
  void rowCodec_otherVersionsColumns_areUnknownOrPassedOver() {
    List<CatalogueRow> rows = Entries.numbered(3);
    byte[] bytes = RowCodec.encode(rows);
    List<String> renamed =
        RowCodec.columns().stream()
            .map(column -> column.replace("albedo:", "albedo_of_old:"))
            .toList();

    assertThat(new RowCodec(renamed).decode(bytes))
        .extracting(row -> row.entry().albedo(), row -> row.entry().designation())
        .containsExactly(tuple(null, "1"), tuple(null, "2"), tuple(null, "3"));
    assertThat(new RowCodec(RowCodec.columns()).decode(bytes)).isEqualTo(rows);
  }

  @Test
  void rowCodec_neededColumnIsMissing_saysSo() {
    List<String> renamed =
        RowCodec.columns().stream().map(column -> column.replace("model:", "m:")).toList();
    byte[] bytes = RowCodec.encode(Entries.numbered(1));

    assertThatThrownBy(() -> new RowCodec(renamed).decode(bytes))
        .isInstanceOf(PortException.class)
        .hasMessageContainingAll("model must not be null", "refresh");
  }

  @ParameterizedTest
  @CsvSource({
    "Assay: done, Assay: done",
    "Čapek költségek, Capek koltsegek",
    "小惑星, ???",
    "İıŞ, I?S"
  })
  void notification_subject_isBroughtToAscii(String subject, String expected) {
    assertThat(SnsNotifier.ascii(subject)).isEqualTo(expected);
  }

  @Test
  void notification_veryLong_isCut() {
    String topic = Emulators.newTopic();
    new SnsNotifier(Emulators.sns(), topic)
        .notify(new Notification(Notifier.Kind.FAILURE, "failed", "\u20ac".repeat(300_000)));

    assertThat(Emulators.snsStub().published(topic).get(0).message())
        .startsWith("failed\n\n\u20ac\u20ac")
        .endsWith("\u20ac\n[the rest is left out: it is too long for a notification]");
  }

  @Test
  void notification_noSuchTopic_saysSo() {
    SnsNotifier notifier = new SnsNotifier(Emulators.sns(), "arn:aws:sns:us-east-1:0:none");

    assertThatThrownBy(() -> notifier.notify(new Notification(Notifier.Kind.SUCCESS, "x", "y")))
        .hasMessageContainingAll("arn:aws:sns:us-east-1:0:none", "does not exist")
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT));
  }

  @Test
  void trouble_noCredentials_saysSo() {
    PortException trouble =
        AwsTrouble.of(
            "read x",
            SdkClientException.create(
                "Unable to load credentials from any of the providers\nin the chain"));

    assertThat(trouble.kind()).isEqualTo(Kind.PERMANENT);
    assertThat(trouble).hasMessageStartingWith("cannot read x: there are no AWS credentials; set");
  }

  @Test
  void trouble_noAnswerOrNoNetwork_mayPass() {
    SdkClientException unreachable =
        SdkClientException.create("HTTP", new UnknownHostException("sqs.nowhere"));

    assertThat(
            List.of(AwsTrouble.of("do it", Faults.timeout()), AwsTrouble.of("do it", unreachable)))
        .extracting(PortException::kind)
        .containsOnly(Kind.TRANSIENT);
    assertThat(AwsTrouble.of("do it", unreachable)).hasMessageContaining("sqs.nowhere");
  }

  @Test
  void runs_overlap_isCountedWhereItIsMost() {
    assertThat(RunMerge.overlap(List.of())).isZero();
    assertThat(RunMerge.overlap(List.of(run("1", "5"), run("6", "9"), run("10", "20"))))
        .isEqualTo(1);
    assertThat(RunMerge.overlap(List.of(run("1", "6"), run("6", "9"), run("2", "3")))).isEqualTo(2);
    assertThat(RunMerge.overlap(Arrays.asList(run("1", "9"), run("2", "8"), run("3", "3"))))
        .isEqualTo(3);
  }

  private static ChunkRun run(String first, String last) {
    return new ChunkRun(0, "x", 9, new Designation(first), new Designation(last));
  }
}
