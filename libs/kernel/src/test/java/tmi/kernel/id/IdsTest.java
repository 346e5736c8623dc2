package tmi.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class IdsTest {
  private final Random random = new Random(7);

  @Test
  void versionSevenSortsByTime() {
    var early = Ids.v7(Instant.ofEpochMilli(1_000), random);
    var late = Ids.v7(Instant.ofEpochMilli(1_001), random);

    assertThat(early.toString()).isLessThan(late.toString());
    assertThat(late.version()).isEqualTo(7);
    assertThat(late.variant()).isEqualTo(2);
  }

  @Test
  void versionFourHasItsMarks() {
    var id = Ids.v4(random);

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void onlyTheFullFormIsAnId() {
    assertThat(Ids.parse("1-2-3-4-5")).isEmpty();
    assertThat(Ids.parse(null)).isEmpty();
    assertThat(Ids.parse("A1B2C3D4-0001-4000-8000-000000000001")).isPresent();
  }

  @Test
  void ifMatchTakesPlainQuotedAndWeakForms() {
    assertThat(EntityTag.ifMatch("5")).isEqualTo(new EntityTag.Exactly(5));
    assertThat(EntityTag.ifMatch("\"5\"")).isEqualTo(new EntityTag.Exactly(5));
    assertThat(EntityTag.ifMatch("W/\"5\"")).isEqualTo(new EntityTag.Exactly(5));
    assertThat(EntityTag.ifMatch("\"5-9f3a\"")).isEqualTo(new EntityTag.Exactly(5));
    assertThat(EntityTag.ifMatch("*")).isEqualTo(new EntityTag.Any());
    assertThat(EntityTag.ifMatch(null)).isEqualTo(new EntityTag.Absent());
  }

  @Test
  void ifMatchRefusesWhatIsNoVersion() {
    assertThatThrownBy(() -> EntityTag.ifMatch("-1"))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo("invalid_if_match"));
  }

  @Test
  void staleVersionIsAMismatch() {
    assertThatThrownBy(() -> EntityTag.ifMatch("4").requireMatch(5))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(409));
  }
}
