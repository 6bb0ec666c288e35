package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BodyKeysTest {

  private static final int NUMBERED = 1_000_000;

  /** Kept in stores: it must never be another. */
  @Test
  void key_designation_isTheSameInAllVersions() {
    assertThat(Stream.of("1", "433", "101955", "1999 RQ36", "2I", "Ωmega").map(BodyKeys::key))
        .containsExactly(
            4405256870577811266L,
            5979050659373013095L,
            -7682828384263047019L,
            -4496660032661914993L,
            -1398156708951159346L,
            -3326902152407194735L);
  }

  @Test
  void key_ofAllNumbersAndMonths_isAnotherForEach() {
    assertThat(BodyKeys.of(LongStream.concat(numbers(), provisional())).size())
        .isEqualTo(NUMBERED + 100 * 24 * 25 * 10);
  }

  /** What is built on some of its bits, such as a Bloom filter, relies on each of them. */
  @Test
  void key_ofAllNumbers_hasEachBitSetInHalfOfThem() {
    int[] set = new int[Long.SIZE];
    numbers().forEach(key -> IntStream.range(0, Long.SIZE).forEach(b -> set[b] += bit(key, b)));

    Offset<Integer> fiveSigma = within((int) (5 * Math.sqrt(NUMBERED) / 2));
    assertThat(IntStream.of(set))
        .allSatisfy(count -> assertThat(count).isCloseTo(NUMBERED / 2, fiveSigma));
  }

  @Test
  void key_textWithItsEndOrBeginningLeftOut_isAnother() {
    List<String> texts = List.of("", "\0", "\0\0\0\0", "\0\0\0\0\0", "1", "01", "0001", "00001");

    assertThat(texts.stream().map(BodyKeys::key)).doesNotHaveDuplicates();
  }

  private static LongStream numbers() {
    return IntStream.rangeClosed(1, NUMBERED).mapToObj(Integer::toString).mapToLong(BodyKeys::key);
  }

  /** Designations of a century: year, half-month, letter, and how often the alphabet was used. */
  private static LongStream provisional() {
    return IntStream.range(0, 100 * 24 * 25 * 10)
        .mapToObj(
            n ->
                "%d %c%c%d"
                    .formatted(1925 + n / 6000, 'A' + n / 250 % 24, 'A' + n / 10 % 25, n % 10))
        .mapToLong(BodyKeys::key);
  }

  private static int bit(long key, int place) {
    return (int) (key >>> place & 1);
  }
}
