package tmi.collab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CodecTest {
  private final Codec codec = new Codec();

  @Test
  void requestsAreReadByTheirTypeAndUnknownFieldsIgnored() throws Unreadable {
    Request request = codec.read("{\"message_type\":\"sync_request\",\"update_vector\":7,\"x\":1}");

    assertThat(request).isEqualTo(new Request.Sync(7L));
  }

  @Test
  void whatIsNoRequestSaysWhy() {
    assertUnreadable("nonsense", "invalid_message");
    assertUnreadable("[]", "invalid_message");
    assertUnreadable("null", "invalid_message");
    assertUnreadable("{}", "unsupported_message_type");
    assertUnreadable("{\"message_type\":\"error\"}", "unsupported_message_type");
    assertUnreadable("{\"message_type\":\"sync_request\",\"update_vector\":{}}", "invalid_message");
    assertUnreadable("{\"message_type\":\"undo_request\"} {}", "invalid_message");
  }

  @Test
  void eventsAreOneObjectWithTheirTypeInSnakeCase() {
    UUID id = new UUID(0, 1);

    assertThat(codec.write(new Event.Acknowledged(id, 4, 4)))
        .isEqualTo(
            "{\"message_type\":\"operation_acknowledged\",\"operation_id\":\""
                + id
                + "\",\"sequence_number\":4,\"update_vector\":4}");
    assertThat(codec.write(Faults.refusal("x", "y", Instant.EPOCH)))
        .isEqualTo(
            "{\"message_type\":\"error\",\"error\":\"validation_error\",\"code\":\"x\","
                + "\"message\":\"y\",\"timestamp\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void theListOfPeopleAlwaysNamesItsTwoPeople() {
    User host = User.of("acme", "u-1", "ana@example.org", "Ana");

    assertThat(codec.write(new Event.Participants(null, List.of(), host, null)))
        .startsWith("{\"message_type\":\"participants_update\",\"initiating_user\":null,")
        .endsWith("\"current_presenter\":null}");
  }

  private void assertUnreadable(String frame, String code) {
    assertThatThrownBy(() -> codec.read(frame))
        .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theHeadOfAFrameIsKnownWithoutTheRest() throws Unreadable {
    String frame =
        "{\"operation\":{\"a\":[1,{\"operation_id\":\"no\"}]},\"operation_id\":\"x\","
            + "\"message_type\":\"diagram_operation_request\",\"rest\":{]not even JSON";

    assertThat(codec.head(frame)).isEqualTo(new Head("diagram_operation_request", "x"));
    assertThat(codec.head("{\"message_type\":7}")).isEqualTo(new Head("", ""));
    assertThat(codec.head("[]")).isEqualTo(new Head("", ""));
  }

  @Test
  void textsAreInTheNormalFormOfRest() throws Unreadable {
    Request request =
        codec.read("{\"message_type\":\"presenter_selection\",\"selected_cells\":[\"e\u0301\"]}");

    assertThat(((Request.Selection) request).selectedCells()).containsExactly("\u00E9");
  }
}
