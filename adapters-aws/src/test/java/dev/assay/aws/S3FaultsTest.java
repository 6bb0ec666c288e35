package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Faults;
import dev.assay.aws.emulator.Faults.Moment;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** What S3 does that the contract does not know of. */
class S3FaultsTest {

  private static final int PART = 5 << 20;

  private final String bucket = Emulators.newBucket();
  private final Faults faults = new Faults();
  private final S3ObjectStore store = new S3ObjectStore(faults.s3(), bucket, PART);

  private int unfinishedUploads() {
    return Emulators.s3().listMultipartUploads(r -> r.bucket(bucket)).uploads().size();
  }

  @Test
  void put_writerFailsAfterSomeParts_abortsTheUpload() {
    assertThatThrownBy(
            () ->
                store.put(
                    "a",
                    Condition.ALWAYS,
                    out -> {
                      out.write(new byte[2 * PART + 1]);
                      assertThat(unfinishedUploads()).isEqualTo(1);
                      throw new IOException("source broke off");
                    }))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("s3://" + bucket + "/a")
        .hasMessageContaining("source broke off");

    assertThat(unfinishedUploads()).isZero();
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void put_aPartIsRefused_abortsTheUpload() {
    faults.plan(
        Moment.BEFORE,
        request -> request instanceof UploadPartRequest,
        2,
        2,
        () -> Faults.answer(403, "AccessDenied"));

    assertThatThrownBy(() -> store.put("a", Condition.ALWAYS, out -> out.write(new byte[3 * PART])))
        .hasMessageContaining("grant the role");

    assertThat(unfinishedUploads()).isZero();
  }

  @Test
  void put_evenTheAbortFails_reportsWhatFailedFirst() {
    faults.plan(
        Moment.BEFORE,
        request -> request instanceof AbortMultipartUploadRequest,
        1,
        9,
        () -> Faults.answer(403, "AccessDenied"));

    assertThatThrownBy(
            () ->
                store.put(
                    "a",
                    Condition.ALWAYS,
                    out -> {
                      out.write(new byte[PART + 1]);
                      throw new IOException("source broke off");
                    }))
        .hasMessageContaining("source broke off");
    assertThat(faults.injected()).isPositive();
  }

  @Test
  void put_severalPartsIfAbsent_anotherWasFaster_leavesThatOne() {
    assertThat(
            store.put(
                "a",
                Condition.IF_ABSENT,
                out -> {
                  out.write(new byte[PART + 1]);
                  store.put("a", Condition.ALWAYS, other -> other.write(7));
                }))
        .isEmpty();

    assertThat(store.stat("a").orElseThrow().bytes()).isEqualTo(1);
    assertThat(unfinishedUploads()).isZero();
  }

  @Test
  void open_closedEarly_doesNotReadTheRest() throws IOException {
    store.put("a", Condition.ALWAYS, out -> out.write(new byte[3 * PART]));

    for (int i = 0; i < 20; i++) {
      try (InputStream in = store.open("a").orElseThrow()) {
        assertThat(in.read()).isZero();
      }
    }
    assertThat(store.open("a").orElseThrow().readAllBytes()).hasSize(3 * PART);
  }

  @Test
  void noSuchBucket_saysSo() {
    S3ObjectStore nowhere = new S3ObjectStore(Emulators.s3(), "no-such-bucket", PART);

    assertThat(
            List.<Runnable>of(
                () -> nowhere.list(""),
                () -> nowhere.open("a"),
                () -> nowhere.put("a", Condition.ALWAYS, out -> out.write(1))))
        .allSatisfy(
            call ->
                assertThatThrownBy(call::run)
                    .hasMessageContainingAll("s3://no-such-bucket/", "does not exist")
                    .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PERMANENT)));
  }

  @ParameterizedTest
  @CsvSource({
    "400, ExpiredToken, PERMANENT, log in again",
    "403, AccessDenied, PERMANENT, grant the role",
    "403, RequestTimeTooSkewed, PERMANENT, clock",
    "403, InvalidAccessKeyId, PERMANENT, check AWS_PROFILE",
    "503, SlowDown, TRANSIENT, SlowDown",
    "500, InternalError, TRANSIENT, failed for now"
  })
  void anyCall_isRefused_saysWhatToDo(int status, String code, Kind kind, String advice) {
    faults.planAll(() -> Faults.answer(status, code));

    assertThat(
            List.<Runnable>of(
                () -> store.put("a", Condition.ALWAYS, out -> out.write(1)),
                () -> store.open("a"),
                () -> store.stat("a"),
                () -> store.list("a"),
                () -> store.delete("a")))
        .allSatisfy(
            call ->
                assertThatThrownBy(call::run)
                    .hasMessageContainingAll("s3://" + bucket + "/a", advice)
                    .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.kind()).isEqualTo(kind)));
  }
}
