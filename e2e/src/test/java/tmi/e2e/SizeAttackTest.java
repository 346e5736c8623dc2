package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tmi.bench.wire.Answer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Guest;
import tmi.bench.wire.Request;
import tmi.bench.wire.Wire;

/// Too much of anything is refused while it comes.
@ExtendWith(RunningSuite.class)
class SizeAttackTest {
  private final Door door;
  private final Guest person;

  SizeAttackTest(Suite suite) {
    door = Door.of(suite.gateway());
    person = Guest.signIn(door, "size-attack");
  }

  static Stream<Arguments> bodies() {
    int tooMany = (2 << 20) + 1;
    String keys =
        IntStream.range(0, 130_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(","));
    return Stream.of(
        Arguments.of("2 MiB and a byte", padded(tooMany), 413),
        Arguments.of("3 MiB", padded(3 << 20), 413),
        Arguments.of("1.9 MiB of brackets", bytes("[".repeat(1_900_000)), 400),
        Arguments.of("1.9 MiB of objects", bytes("{\"a\":".repeat(380_000)), 400),
        Arguments.of("130,000 keys", bytes("{" + keys + "}"), 400),
        Arguments.of(
            "a number of a million digits", bytes("{\"name\":" + "9".repeat(1_000_000) + "}"), 400),
        Arguments.of(
            "a name of a million letters",
            bytes("{\"name\":\"" + "a".repeat(1_000_000) + "\"}"),
            400));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aBodyOfThatSizeIsRefusedInTheOneShape(String name, byte[] body, int status) {
    Request request =
        person.asks("POST", "/threat_models").with("Content-Type", "application/json");
    Request whole = new Request(request.method(), request.target(), request.headers(), body);

    assertRefused(door.ask(whole), status);
    assertRefused(door.ask(whole.chunked(100_000)), status);
  }

  @Test
  void aDeclaredLengthIsRefusedBeforeTheBodyComes() {
    Request request =
        person
            .asks("POST", "/threat_models")
            .with("Content-Type", "application/json")
            .with("Content-Length", "5000000000");

    assertRefused(door.ask(request), 413);
  }

  @Test
  void aBombThatIsPackedIsNotUnpacked() {
    Request request =
        person
            .asks("POST", "/threat_models")
            .with("Content-Type", "application/json")
            .with("Content-Encoding", "gzip");

    Answer answer =
        door.ask(new Request(request.method(), request.target(), request.headers(), packed(100)));

    assertThat(answer.status()).isIn(400, 413, 415);
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of("one header of 70 KB", "A: " + "b".repeat(70_000) + "\r\n", 431),
        Arguments.of("9,000 headers", "A: b\r\n".repeat(9_000), 431),
        Arguments.of("a cookie of 70 KB", "Cookie: a=" + "b".repeat(70_000) + "\r\n", 431),
        Arguments.of(
            "a token of 70 KB", "Authorization: Bearer " + "b".repeat(70_000) + "\r\n", 431));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("heads")
  void aHeadOfThatSizeIsRefused(String name, String headers, int status) throws IOException {
    String head = "GET /me HTTP/1.1\r\nHost: " + door.authority() + "\r\n" + headers + "\r\n";
    try (Wire wire = door.open(Duration.ofSeconds(20))) {
      assertThat(wire.ask(bytes(head), "GET").status()).isEqualTo(status);
    }
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().path("error_description").asText()).isNotBlank();
  }

  private static byte[] padded(int size) {
    return bytes("{\"name\":\"a\"" + " ".repeat(size - 12) + "}");
  }

  private static byte[] packed(int mebibytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      for (int i = 0; i < mebibytes; i++) {
        zip.write(new byte[1 << 20]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
