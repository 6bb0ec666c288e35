package dev.assay.infra.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.infra.permission.Statement.Condition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which AWS evaluates policies, as its user guide to IAM gives them. */
class PoliciesTest {

  private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/state";

  private static Statement statement(
      boolean allows, List<String> actions, List<String> resources, Condition... conditions) {
    return new Statement("writer", allows, actions, resources, List.of(conditions));
  }

  private static Need need(String action, Map<String, List<String>> context) {
    return new Need("writer", action, TABLE, context);
  }

  private static Condition leadingKeys(String operator, String... values) {
    return new Condition(operator, "dynamodb:LeadingKeys", List.of(values));
  }

  private static boolean allows(Condition condition, Map<String, List<String>> context) {
    return Policies.of(
            List.of(statement(true, List.of("dynamodb:GetItem"), List.of(TABLE), condition)))
        .meets(need("dynamodb:GetItem", context));
  }

  @ParameterizedTest
  @CsvSource({
    "*, anything/at:all, true",
    "chunks#*, chunks#20261101, true",
    "chunks#*, pointer, false",
    "chunks#*, a chunks#1, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "a.c, abc, false",
    "arn:aws:s3:::bucket/*, arn:aws:s3:::bucket/runs/x, true",
    "arn:aws:s3:::bucket/*, arn:aws:s3:::bucket, false"
  })
  void pattern_withWildcards_isLikeWhatItStandsFor(String pattern, String text, boolean like) {
    assertThat(Statement.isLike(pattern, text)).isEqualTo(like);
  }

  @Test
  void need_thatNothingAllows_isNotMet() {
    Policies policies =
        Policies.of(
            List.of(
                statement(true, List.of("dynamodb:GetItem"), List.of(TABLE)),
                statement(true, List.of("dynamodb:PutItem"), List.of(TABLE + "-other"))));

    assertThat(policies.meets(need("dynamodb:GetItem", Map.of()))).isTrue();
    assertThat(policies.meets(need("dynamodb:getitem", Map.of()))).isTrue();
    assertThat(policies.meets(need("dynamodb:PutItem", Map.of()))).isFalse();
    assertThat(policies.meets(new Need("reader", "dynamodb:GetItem", TABLE))).isFalse();
  }

  @Test
  void need_thatIsDenied_isNotMetWhoeverAllowsIt() {
    Statement tls =
        new Statement(
            "*",
            false,
            List.of("dynamodb:*"),
            List.of("*"),
            List.of(new Condition("Bool", "aws:SecureTransport", List.of("false"))));
    Policies policies =
        Policies.of(List.of(statement(true, List.of("dynamodb:*"), List.of(TABLE)), tls));

    assertThat(
            policies.meets(
                need("dynamodb:GetItem", Map.of("aws:SecureTransport", List.of("true")))))
        .isTrue();
    assertThat(
            policies.meets(
                need("dynamodb:GetItem", Map.of("aws:SecureTransport", List.of("false")))))
        .isFalse();
  }

  @Test
  void condition_forAllValues_holdsForEachOfThemAndWithoutAny() {
    Condition chunks = leadingKeys("ForAllValues:StringLike", "chunks#*");

    assertThat(allows(chunks, Map.of("dynamodb:LeadingKeys", List.of("chunks#1", "chunks#2"))))
        .isTrue();
    assertThat(allows(chunks, Map.of("dynamodb:LeadingKeys", List.of("chunks#1", "pointer"))))
        .isFalse();
    assertThat(allows(chunks, Map.of())).isTrue();
  }

  @Test
  void condition_plain_needsTheKey() {
    Condition equal = leadingKeys("StringEquals", "pointer");

    assertThat(allows(equal, Map.of("dynamodb:LeadingKeys", List.of("pointer")))).isTrue();
    assertThat(allows(equal, Map.of("dynamodb:LeadingKeys", List.of("pointers")))).isFalse();
    assertThat(allows(equal, Map.of())).isFalse();
  }

  @Test
  void condition_ofAnUnknownOperator_isRefused() {
    assertThatThrownBy(() -> allows(leadingKeys("DateLessThan", "2026"), Map.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("DateLessThan");
  }

  @Test
  void superfluous_isWhatCouldBeTakenAway() {
    Policies policies =
        Policies.of(
            List.of(
                statement(
                    true,
                    List.of("dynamodb:GetItem", "dynamodb:PutItem"),
                    List.of(TABLE),
                    leadingKeys("ForAllValues:StringLike", "chunks#*", "pointer"))));
    List<Need> needs =
        List.of(need("dynamodb:GetItem", Map.of("dynamodb:LeadingKeys", List.of("chunks#1"))));

    assertThat(policies.unmet(needs)).isEmpty();
    assertThat(policies.superfluous(needs))
        .hasSize(2)
        .anyMatch(grant -> grant.contains("GetItem") && grant.contains("[chunks#*]]] is enough"))
        .anyMatch(grant -> grant.contains("PutItem"));
  }

  @Test
  void superfluous_isEachOfTwoThatAllowTheSame() {
    Statement twice = statement(true, List.of("dynamodb:GetItem"), List.of(TABLE));

    assertThat(
            Policies.of(List.of(twice, twice))
                .superfluous(List.of(need("dynamodb:GetItem", Map.of()))))
        .hasSize(2);
  }
}
