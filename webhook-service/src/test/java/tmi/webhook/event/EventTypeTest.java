package tmi.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {
  @ParameterizedTest
  @EnumSource
  void textIsTheNameOnTheWire(TestEventType type) {
    assertThat(new ObjectMapper().convertValue(type, String.class)).isEqualTo(type.text());
  }
}
