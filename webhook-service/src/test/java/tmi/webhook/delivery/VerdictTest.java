package tmi.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.service.egress.Reply;

class VerdictTest {
  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void everySuccessIsADelivery(int status) {
    assertThat(Verdict.of(reply(status, Map.of(), ""))).isEqualTo(new Verdict.Delivered());
  }

  @Test
  void asyncIsAcceptedByItsExactWordOnly() {
    assertThat(Verdict.of(reply(200, Map.of("x-tmi-callback", "async"), "")))
        .isEqualTo(new Verdict.Accepted());
    assertThat(Verdict.of(reply(200, Map.of("x-tmi-callback", "Async"), "")))
        .isEqualTo(new Verdict.Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 500, 502})
  void otherAnswersAreFailuresThatMayPass(int status) {
    assertThat(Verdict.of(reply(status, Map.of(), "no")))
        .isEqualTo(new Verdict.Failed("HTTP " + status + ": no", true, Optional.empty()));
  }

  @Test
  void goneIsTheEnd() {
    assertThat(Verdict.of(reply(410, Map.of(), ""))).isEqualTo(new Verdict.Hopeless("HTTP 410"));
  }

  @Test
  void wishForTimeIsRead() {
    assertThat(Verdict.of(reply(429, Map.of("retry-after", "120"), "")))
        .isEqualTo(new Verdict.Failed("HTTP 429", true, Optional.of(Duration.ofMinutes(2))));
    assertThat(Verdict.of(reply(503, Map.of("retry-after", "soon"), "")))
        .isEqualTo(new Verdict.Failed("HTTP 503", true, Optional.empty()));
  }

  @Test
  void foreignTextIsCleaned() {
    Verdict verdict = Verdict.of(reply(500, Map.of(), "a\n\tb\u0000\u202Ec"));
    assertThat(verdict).isEqualTo(new Verdict.Failed("HTTP 500: a b c", true, Optional.empty()));
  }

  private static Reply reply(int status, Map<String, String> headers, String body) {
    return new Reply(status, headers, body.getBytes());
  }
}
