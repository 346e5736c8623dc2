package tmi.webhook.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tmi.service.egress.Reply;

class EchoTest {
  private static final String TOKEN = "abc123";

  @Test
  void questionHasExactlyTheTwoMembers() {
    assertThat(Echo.question(TOKEN))
        .asString()
        .isEqualTo("{\"challenge\":\"abc123\",\"type\":\"webhook.challenge\"}");
  }

  @Test
  void echoIsRightWithFurtherTextMembersToo() {
    assertThat(right(200, "{\"challenge\":\"abc123\"}")).isTrue();
    assertThat(right(200, "{\"challenge\":\"abc123\",\"note\":\"hi\"}")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "201|{\"challenge\":\"abc123\"}",
        "204|",
        "302|{\"challenge\":\"abc123\"}",
        "200|{\"challenge\":\"other\"}",
        "200|{\"challenge\":\"abc123\",\"count\":1}",
        "200|{\"challenge\":null}",
        "200|{\"challenge\":\"abc123\"",
        "200|[\"abc123\"]",
        "200|abc123",
        "200|{}",
        "200|"
      })
  void anythingElseIsNot(int status, String body) {
    assertThat(right(status, body == null ? "" : body)).isFalse();
  }

  private static boolean right(int status, String body) {
    return Echo.isRight(new Reply(status, Map.of(), body.getBytes()), TOKEN);
  }
}
