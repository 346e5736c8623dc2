package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tmi.bench.wire.Answer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Request;
import tmi.bench.wire.Wire;

/// Requests whose end two programs could see at different places: none may carry a second request
/// to a service, and nobody else's answers may be mixed up.
@ExtendWith(RunningSuite.class)
class SmugglingAttackTest {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

  /// Hidden behind the end that one of the two might see.
  private static final String HIDDEN = "GET /oauth2/providers HTTP/1.1\r\nHost: @\r\n\r\n";

  private final Door door;

  SmugglingAttackTest(Suite suite) {
    door = Door.of(suite.gateway());
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
            new String[] {"two lengths", "Content-Length: 2\r\nContent-Length: 3", "{}"},
            new String[] {"a list of lengths", "Content-Length: 2, 3", "{}"},
            new String[] {"length with a plus", "Content-Length: +2", "{}"},
            new String[] {"negative length", "Content-Length: -2", "{}"},
            new String[] {"hexadecimal length", "Content-Length: 0x2", "{}"},
            new String[] {"length with a blank inside", "Content-Length: 2 2", "{}"},
            new String[] {
              "length beyond all numbers", "Content-Length: 99999999999999999999", "{}"
            },
            new String[] {"length of letters", "Content-Length: two", "{}"},
            new String[] {
              "length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"
            },
            new String[] {
              "chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 99", "0\r\n\r\n"
            },
            new String[] {
              "chunks in another case",
              "Transfer-Encoding: cHuNkEd\r\nContent-Length: 4",
              "0\r\n\r\n"
            },
            new String[] {"xchunked", "Transfer-Encoding: xchunked\r\nContent-Length: 2", "{}"},
            new String[] {"identity", "Transfer-Encoding: identity\r\nContent-Length: 2", "{}"},
            new String[] {"chunked, identity", "Transfer-Encoding: chunked, identity", "0\r\n\r\n"},
            new String[] {"identity, chunked", "Transfer-Encoding: identity, chunked", "0\r\n\r\n"},
            new String[] {
              "chunked twice",
              "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
              "0\r\n\r\n"
            },
            new String[] {
              "chunked after a tab", "Transfer-Encoding:\tchunked\r\nContent-Length: 4", "0\r\n\r\n"
            },
            new String[] {
              "blank before the colon", "Transfer-Encoding : chunked\r\nContent-Length: 2", "{}"
            },
            new String[] {
              "name after a blank", " Transfer-Encoding: chunked\r\nContent-Length: 2", "{}"
            },
            new String[] {
              "folded line", "Transfer-Encoding:\r\n chunked\r\nContent-Length: 2", "{}"
            },
            new String[] {
              "vertical tab in the value",
              "Transfer-Encoding: \u000bchunked\r\nContent-Length: 2",
              "{}"
            },
            new String[] {
              "NUL in the value", "Transfer-Encoding: chunked\u0000\r\nContent-Length: 2", "{}"
            },
            new String[] {"NUL in the name", "Content\u0000-Length: 2", ""},
            new String[] {
              "bare CR in a value", "A: b\rTransfer-Encoding: chunked\r\nContent-Length: 2", "{}"
            },
            new String[] {
              "bare LF in a value", "A: b\nTransfer-Encoding: chunked\r\nContent-Length: 2", "{}"
            },
            new String[] {
              "chunk size with a sign", "Transfer-Encoding: chunked", "+2\r\n{}\r\n0\r\n\r\n"
            },
            new String[] {
              "chunk size with 0x", "Transfer-Encoding: chunked", "0x2\r\n{}\r\n0\r\n\r\n"
            },
            new String[] {
              "chunk size that overflows",
              "Transfer-Encoding: chunked",
              "ffffffffffffffff2\r\n{}\r\n0\r\n\r\n"
            },
            new String[] {
              "chunk size of letters", "Transfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"
            },
            new String[] {
              "chunk without its end", "Transfer-Encoding: chunked", "2\r\n{}x\r\n0\r\n\r\n"
            },
            new String[] {
              "chunk extension with a bare CR",
              "Transfer-Encoding: chunked",
              "2;a=\rb\r\n{}\r\n0\r\n\r\n"
            },
            new String[] {
              "trailer that is a length",
              "Transfer-Encoding: chunked",
              "2\r\n{}\r\n0\r\nContent-Length: 40\r\n\r\n"
            },
            new String[] {"two hosts", "Host: evil.example\r\nContent-Length: 2", "{}"},
            new String[] {
              "upgrade to h2c",
              "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: 2",
              "{}"
            },
            new String[] {
              "upgrade to a WebSocket",
              "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nContent-Length: 2",
              "{}"
            },
            new String[] {
              "length named by Connection", "Connection: content-length\r\nContent-Length: 2", "{}"
            },
            new String[] {
              "chunks named by Connection",
              "Connection: transfer-encoding\r\nTransfer-Encoding: chunked",
              "2\r\n{}\r\n0\r\n\r\n"
            })
        .map(row -> Arguments.of(row[0], row[1], row[2]));
  }

  /// The hidden request is answered as one of its own or not at all: never in place of another.
  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void noSecondRequestIsCarriedToAService(String name, String head, String body)
      throws IOException {
    String attack = "POST /threat_models HTTP/1.1\r\nHost: @\r\nContent-Type: application/json\r\n";

    List<Integer> answers = statuses(attack + head + "\r\n\r\n" + body + HIDDEN);

    assertThat(answers).hasSizeLessThanOrEqualTo(2);
    assertThat(answers.stream().limit(1)).allMatch(status -> status >= 400 && status < 500);
    othersGetTheirOwnAnswers();
  }

  static Stream<String> plainHeads() {
    return Stream.of(
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: @\r\n\r\n",
        "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: @\r\n\r\n",
        "TRACE /me HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET http://evil.example/threat_models HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET /me HTTP/1.1\r\n\r\n",
        "GET /me HTTP/1.1\nHost: @\n\n",
        "GET /me\r\n\r\n",
        "GET /me HTTP/1.1\r\nHost: @\r\nA: b\r\n c\r\n\r\n",
        "GET /me HTTP/1.1\r\nHost: @\r\nA\r\n\r\n",
        "GET /me HTTP/1.1\r\nHost: @ \r\nHost: @\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("plainHeads")
  void aHeadThatIsNoneOpensNothing(String head) throws IOException {
    assertThat(statuses(head)).allMatch(status -> status >= 400 && status < 500);
    othersGetTheirOwnAnswers();
  }

  private void othersGetTheirOwnAnswers() {
    for (int i = 0; i < 4; i++) {
      Answer refusal = door.ask(Request.of("GET", "/threat_models"));
      assertThat(refusal.status()).isEqualTo(401);
      Answer providers = door.ask(Request.of("GET", "/saml/providers"));
      assertThat(providers.must(200).has("providers")).isTrue();
    }
  }

  private List<Integer> statuses(String raw) throws IOException {
    try (Wire wire = door.open(Duration.ofMillis(1500))) {
      wire.write(raw.replace("@", door.authority()).getBytes(StandardCharsets.ISO_8859_1));
      return STATUS
          .matcher(wire.readToEnd())
          .results()
          .map((MatchResult found) -> Integer.parseInt(found.group(1)))
          .toList();
    }
  }
}
