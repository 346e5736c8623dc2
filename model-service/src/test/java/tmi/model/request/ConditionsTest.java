package tmi.model.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  @Test
  void aFilterBecomesAParameterAndNeverText() {
    Tuple parameters = Tuple.of("first");
    Conditions where = new Conditions(parameters);

    where.contains("t.name", "50%_\\").and("t.x = ?", null).and(true, "t.live");

    assertThat(where.sql()).isEqualTo("\n   and t.name ilike $2::text\n   and t.live");
    assertThat(parameters.getString(1)).isEqualTo("%50\\%\\_\\\\%");
  }
}
