package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.bench.wire.Answer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Request;

/// Pages of others, and names of hosts that a stranger claims.
@ExtendWith(RunningSuite.class)
class OriginAttackTest {
  private final Door door;

  OriginAttackTest(Suite suite) {
    door = Door.of(suite.gateway());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://evil.example",
        "null",
        "http://localhost.evil.example",
        "http://evil-localhost:4200",
        "http://localhost@evil.example",
        "http://127.0.0.1.evil.example",
        "http://evil.example#localhost:4200",
        "http://evil.example/http://localhost:4200",
        "file://",
        "http://localhost:4200 evil.example",
        "http://0.0.0.0:4200",
        "http://[::ffff:127.0.0.1].evil.example",
        "*"
      })
  void noForeignPageMayReadAnAnswer(String origin) {
    for (String method : new String[] {"GET", "OPTIONS"}) {
      Answer answer =
          door.ask(
              Request.of(method, "/me")
                  .with("Origin", origin)
                  .with("Access-Control-Request-Method", "PUT")
                  .with("Access-Control-Request-Headers", "authorization"));

      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example",
    "X-Forwarded-Host, evil.example",
    "X-Forwarded-Proto, gopher",
    "X-Forwarded-Port, 666",
    "X-Forwarded-Prefix, /evil.example",
    "X-Forwarded-Server, evil.example",
    "X-Original-Host, evil.example",
    "X-Host, evil.example",
    "Forwarded, host=evil.example;proto=gopher",
    "X-Original-URL, /evil.example",
    "X-Rewrite-URL, /evil.example"
  })
  void noDocumentRepeatsWhatAStrangerCallsUs(String name, String value) {
    for (String path :
        new String[] {
          "/",
          "/config",
          "/openapi.json",
          "/oauth2/providers",
          "/saml/providers",
          "/.well-known/openid-configuration",
          "/.well-known/oauth-authorization-server",
          "/.well-known/oauth-protected-resource",
          "/threat_models/?limit=1",
          "/oauth2/callback?state=x"
        }) {
      Answer answer =
          door.ask(Request.of("GET", path).with("Accept", "application/json").with(name, value));

      assertThat(answer.status()).as(path).isLessThan(500);
      assertThat(answer.text() + answer.headers())
          .as(path)
          .doesNotContain("evil.example", "gopher", ":666");
    }
  }
}
