package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two people in one room, each on a replica of their own.
@ExtendWith(RunningSuite.class)
class LiveRoomTest {
  private static final Pattern SOCKETS =
      Pattern.compile("(?m)^tmi_collab_sockets(\\{[^}]*})? [1-9]");
  private final Suite suite;
  private final Visitor ana;
  private final Visitor ben;

  LiveRoomTest(Suite suite) {
    this.suite = suite;
    ana = new Visitor(suite.gateway()).signIn("ana");
    ben = new Visitor(suite.gateway()).signIn("ben");
  }

  @Test
  void bothSeeOneOrderWithoutGapsAndTheDatabaseHasTheSame() {
    Room room = Room.open(ana, "One order", "ben");
    LiveSocket first = LiveSocket.join(ana, room.session(), null);
    LiveSocket second = joinOtherReplica(ben, room);
    first.awaitType("diagram_state");
    second.awaitType("diagram_state");

    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String cell = Drawing.newId();
      LiveSocket sender = i % 2 == 0 ? first : second;
      ids.add(cell);
      sender.send(0, Drawing.add(Drawing.process(cell, "Step " + i, 40 * i, 40)));
    }

    first.awaitNumber(40);
    second.awaitNumber(40);
    List<Long> expected = LongStream.rangeClosed(1, 40).boxed().toList();
    assertThat(first.numbers()).isEqualTo(expected);
    assertThat(second.numbers()).isEqualTo(expected);
    JsonNode content = room.content(ana);
    assertThat(content.get("update_vector").asLong()).isEqualTo(40);
    assertThat(content.get("cells").findValuesAsText("id")).containsAll(ids);
  }

  @Test
  void aReplicasDeathLosesNothingAcknowledgedAndAppliesNothingTwice() {
    Room room = Room.open(ana, "A replica dies", "ben");
    LiveSocket first = LiveSocket.join(ana, room.session(), null);
    LiveSocket second = LiveSocket.join(ben, room.session(), null);
    first.awaitType("diagram_state");
    second.awaitType("diagram_state");
    String kept = Drawing.newId();
    first.awaitAcknowledged(first.send(0, Drawing.add(Drawing.process(kept, "Kept", 0, 0))));
    second.awaitNumber(1);

    String last = Drawing.newId();
    String lastOperation = first.send(1, Drawing.add(Drawing.process(last, "Last", 200, 0)));
    first.awaitAcknowledged(lastOperation);
    suite.replicas("collab-service").forEach(suite::kill);
    await().atMost(Duration.ofSeconds(10)).until(() -> first.ended() && second.ended());

    LiveSocket firstAgain = LiveSocket.rejoin(ana, room.session(), 2L);
    LiveSocket secondAgain = LiveSocket.rejoin(ben, room.session(), 1L);
    // silence: what was acknowledged just before the kill comes without any new operation
    secondAgain.awaitNumber(2);
    firstAgain.send(lastOperation, 1, Drawing.add(Drawing.process(last, "Last", 200, 0)));
    assertThat(firstAgain.awaitAcknowledged(lastOperation).get("sequence_number").asLong())
        .isEqualTo(2);
    String after = Drawing.newId();
    firstAgain.send(2, Drawing.add(Drawing.process(after, "After", 400, 0)));
    secondAgain.awaitNumber(3);
    assertThat(secondAgain.numbers()).containsExactly(2L, 3L);
    JsonNode content = room.content(ana);
    assertThat(content.get("update_vector").asLong()).isEqualTo(3);
    assertThat(content.get("cells").findValuesAsText("id")).contains(kept, last, after);
  }

  @Test
  void withRedisStoppedTheRoomGoesOnAndComesBackWithIt() {
    Room room = Room.open(ana, "Redis away", "ben");
    LiveSocket first = LiveSocket.join(ana, room.session(), null);
    LiveSocket second = LiveSocket.join(ben, room.session(), null);
    second.awaitType("diagram_state");
    first.awaitAcknowledged(
        first.send(0, Drawing.add(Drawing.process(Drawing.newId(), "1", 0, 0))));
    second.awaitNumber(1);

    suite.redis().stop();
    try {
      first.awaitAcknowledged(
          first.send(1, Drawing.add(Drawing.process(Drawing.newId(), "2", 200, 0))));
      second.awaitNumber(2); // by the poll of the log
    } finally {
      suite.redis().start();
    }
    suite.redis().flush();
    second.awaitAcknowledged(
        second.send(2, Drawing.add(Drawing.process(Drawing.newId(), "3", 400, 0))));
    first.awaitNumber(3);

    assertThat(first.numbers()).containsExactly(1L, 2L, 3L);
    assertThat(second.numbers()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void accessTakenAwayEndsTheSocketWithinFiveSeconds() {
    Room room = Room.open(ana, "Taken away", "ben");
    LiveSocket second = LiveSocket.join(ben, room.session(), null);
    second.awaitType("diagram_state");
    String patch =
        "[{\"op\":\"replace\",\"path\":\"/authorization\",\"value\":["
            + Room.grant("ana", "owner")
            + "]}]";

    Visitor.ok(ana.call("PATCH", "/threat_models/" + room.model(), patch), 200);

    await().atMost(Duration.ofSeconds(5)).until(second::ended);
    assertThat(second.closeCode()).isEqualTo(4403);
  }

  @Test
  void signingOutEndsTheSocketWithinFiveSeconds() {
    Visitor zoe = new Visitor(suite.gateway()).signIn("zoe");
    Room room = Room.open(ana, "Signed out", "zoe");
    LiveSocket socket = LiveSocket.join(zoe, room.session(), null);
    socket.awaitType("diagram_state");

    zoe.call("POST", "/me/logout", null);

    await().atMost(Duration.ofSeconds(5)).until(socket::ended);
    assertThat(socket.closeCode()).isEqualTo(4401);
  }

  @Test
  void whileASessionLivesRestDoesNotWriteTheContent() {
    Room room = Room.open(ana, "Locked", "ben");

    JsonNode refusal =
        Visitor.ok(
            ben.call(
                "PATCH", room.path(), "[{\"op\":\"replace\",\"path\":\"/cells\",\"value\":[]}]"),
            409);

    assertThat(refusal.get("error_description").asText()).contains("Ana");
    assertThat(ana.call("DELETE", room.path() + "/collaborate", null).statusCode()).isEqualTo(204);
    assertThat(
            ben.call(
                    "PATCH", room.path(), "[{\"op\":\"replace\",\"path\":\"/cells\",\"value\":[]}]")
                .statusCode())
        .isEqualTo(200);
  }

  /// The gateway goes round the replicas, and one that was killed before may still be starting:
  /// joins until the two sockets are on two replicas.
  private LiveSocket joinOtherReplica(Visitor person, Room room) {
    return await("a socket on the other replica")
        .atMost(Duration.ofSeconds(90))
        .until(() -> joinOrLeave(person, room), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<LiveSocket> joinOrLeave(Visitor person, Room room) {
    LiveSocket socket = LiveSocket.join(person, room.session(), null);
    if (replicasWithSockets() == 2) {
      return Optional.of(socket);
    }
    socket.leave();
    await().atMost(Duration.ofSeconds(10)).until(socket::ended);
    person.get("/me/sessions"); // one call more, so that the next socket's turn is another's
    return Optional.empty();
  }

  private long replicasWithSockets() {
    return suite.replicas("collab-service").stream().filter(LiveRoomTest::hasSockets).count();
  }

  private static boolean hasSockets(JsonNode replica) {
    var address = URI.create("http://127.0.0.1:" + replica.get("port").asInt());
    try {
      String metrics =
          new Visitor(address)
              .send("GET", "/q/metrics", null, Map.of("Accept", "text/plain"))
              .body();
      return SOCKETS.matcher(metrics).find();
    } catch (UncheckedIOException killedAndNotBack) {
      return false;
    }
  }
}
