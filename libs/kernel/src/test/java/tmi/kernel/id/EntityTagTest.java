package tmi.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class EntityTagTest {

  @Test
  void aTagOfMoreThanTheObjectChangesWithTheRestAndIsComparedByTheVersionAlone() {
    String tag = EntityTag.of(5, "reader 7");

    assertThat(tag).startsWith("\"5-").isNotEqualTo(EntityTag.of(5, "owner 7"));
    assertThat(tag).isEqualTo(EntityTag.of(5, "reader 7"));
    assertThat(EntityTag.ifMatch(tag)).isEqualTo(new EntityTag.Exactly(5));
    assertThatThrownBy(() -> EntityTag.ifMatch(tag).requireMatch(6)).isInstanceOf(Problem.class);
  }
}
