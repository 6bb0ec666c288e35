package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.assay.infra.asl.ErrorNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names that the template uses are those of the functions. */
class FunctionNamesTest {

  @ParameterizedTest
  @EnumSource(RefreshFunction.class)
  void handler_ofEveryFunction_exists(RefreshFunction function) throws Exception {
    String[] parts = function.handler().split("::", -1);

    Class<?> type = Class.forName(parts[0], false, getClass().getClassLoader());

    assertThat(RequestStreamHandler.class).isAssignableFrom(type);
    assertThat(type.getDeclaredConstructor()).isNotNull();
    assertThat(parts[1]).isEqualTo("handleRequest");
  }

  @Test
  void errors_ofTheRetryRules_areRaisedByTheFunctions() throws Exception {
    assertThat(RuntimeException.class)
        .isAssignableFrom(Class.forName(ErrorNames.TRANSIENT))
        .isAssignableFrom(Class.forName(ErrorNames.PERMANENT));
  }
}
