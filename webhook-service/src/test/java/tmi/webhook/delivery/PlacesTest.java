package tmi.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places();

  @Test
  void fullRoundGoesOnBehindItsLastFirstAttempt() {
    assertThat(places.move("h", List.of(claim(1, 0), claim(2, 0), claim(3, 2)), false)).isFalse();
    assertThat(places.of("h")).isEqualTo(new Place(new UUID(0, 2), new UUID(0, 2)));
    assertThat(places.of("other")).isEqualTo(Place.START);
  }

  @Test
  void endedRoundBeginsAgainOnceIfItHadNotBegunAtTheStart() {
    places.move("h", List.of(claim(2, 0)), false);
    assertThat(places.move("h", List.of(), true)).isTrue();
    assertThat(places.of("h")).isEqualTo(Place.START);
    assertThat(places.move("h", List.of(), true)).isFalse();
  }

  private static Claim claim(long id, int attempts) {
    UUID uuid = new UUID(0, id);
    return new Claim(
        uuid, uuid, uuid, uuid, "h", "x", new byte[0], attempts, "", null, true, false);
  }
}
