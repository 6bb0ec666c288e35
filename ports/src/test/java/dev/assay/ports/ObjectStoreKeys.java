package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.PortException.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Part of {@link ObjectStoreContract}: what a key may be. */
abstract class ObjectStoreKeys extends ObjectStoreSuite {

  static Stream<String> badKeys() {
    return Stream.of(
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "./a",
        "../a",
        "a/../b",
        "a/.",
        "a/..",
        "a b",
        "a\\b",
        "a:b",
        "a~",
        "ä",
        "İ",
        "a\nb",
        "a\n",
        "a\0b",
        "x".repeat(256),
        ("x".repeat(127) + "/").repeat(4) + "y");
  }

  @ParameterizedTest
  @MethodSource("badKeys")
  void anyCall_badKey_isRefusedByName(String key) {
    Stream<ThrowingCallable> calls =
        Stream.of(
            () -> put(key, "1"),
            () -> putIfAbsent(key, "1"),
            () -> store().open(key),
            () -> store().stat(key),
            () -> store().delete(key));

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + key + "'"));
    assertThat(store().list("")).isEmpty();
  }

  static Stream<String> oddKeys() {
    return Stream.of(
        "a",
        "...",
        "a..b",
        ".hidden/.x",
        "-",
        "_",
        "A.b_c-d/0",
        "con",
        "x".repeat(255),
        ("x".repeat(127) + "/").repeat(3) + "y".repeat(128));
  }

  @ParameterizedTest
  @MethodSource("oddKeys")
  void anyCall_goodKey_isTaken(String key) {
    put(key, "1");

    assertThat(text(key)).contains("1");
    assertThat(keys("")).containsExactly(key);
    assertThat(keys(key)).containsExactly(key);

    store().delete(key);

    assertThat(store().list("")).isEmpty();
  }

  @Test
  void put_badKey_doesNotAskForContent() {
    assertThatThrownBy(
            () ->
                store()
                    .put(
                        "a//b",
                        Condition.ALWAYS,
                        out -> {
                          throw new AssertionError("asked");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void put_keyAndItsDirectory_storesBothOrRefusesTheSecond() {
    assertThat(List.of(List.of("a/b/c", "a/b"), List.of("d", "d/e")))
        .allSatisfy(pair -> storesOrRefuses(pair.get(0), pair.get(1)));
  }

  private void storesOrRefuses(String first, String second) {
    put(first, "1");

    Throwable refusal = catchThrowable(() -> put(second, "2"));

    assertThat(text(first)).contains("1");
    if (refusal == null) {
      assertThat(text(second)).contains("2");
    } else {
      assertThat(refusal)
          .isInstanceOf(PortException.class)
          .extracting(e -> ((PortException) e).kind())
          .isEqualTo(Kind.PERMANENT);
      assertThat(text(second)).isEmpty();
    }
  }
}
