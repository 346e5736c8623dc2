package tmi.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {
  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void textOfATestIsTheNameOnTheWire(TestEventType type) {
    assertThat(json.convertValue(type, String.class)).isEqualTo(type.toString());
  }

  @ParameterizedTest
  @EnumSource
  void textIsTheNameOnTheWire(EventType type) {
    assertThat(json.convertValue(type, String.class)).isEqualTo(type.toString());
  }

  @Test
  void everythingThatIsSentMayBeAskedFor() {
    assertThat(EventName.subscribable())
        .contains("threat.created", "document.extraction_failed", "team.deleted", "*")
        .doesNotContain("threat.*", "nonsense", "webhook.challenge");
  }
}
