package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneAndAlbedoTest {

  private static final int ALBEDOS = 1000;

  private final ZoneAndAlbedo<Object> things = new ZoneAndAlbedo<>();

  private static double published(int thousandths) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", thousandths / 1e3));
  }

  @Test
  void get_anyZoneAndPublishedAlbedo_isItsOwnThingAndTheSameTheSecondTime() {
    Set<Object> different = Collections.newSetFromMap(new IdentityHashMap<>());
    for (OrbitZone zone : OrbitZone.values()) {
      Object unknown = things.get(zone, null, Object::new);
      assertThat(things.get(zone, null, Object::new)).isSameAs(unknown);
      different.add(unknown);
      for (int thousandths = 1; thousandths <= ALBEDOS; thousandths++) {
        Object first = things.get(zone, published(thousandths), Object::new);
        assertThat(things.get(zone, published(thousandths), Object::new)).isSameAs(first);
        different.add(first);
      }
    }
    assertThat(different).hasSize(OrbitZone.values().length * (ALBEDOS + 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0462, 0.0004, 0.0999999999, 1.001, 0, -0.001, Double.NaN, 1e300})
  void get_otherAlbedo_isMadeEachTime(double albedo) {
    assertThat(ZoneAndAlbedo.isKept(albedo)).isFalse();
    Object first = things.get(OrbitZone.TROJAN, albedo, Object::new);
    assertThat(things.get(OrbitZone.TROJAN, albedo, Object::new)).isNotSameAs(first);
    assertThat(things.get(OrbitZone.TROJAN, null, Object::new)).isNotSameAs(first);
  }
}
